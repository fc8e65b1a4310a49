import { sum } from 'd3-array';
import type { IsoDate } from '../records/dates.ts';
import { bandInWords } from './band.ts';
import { type Chart, csvOf } from './chart.ts';
import { overTime, type Unit } from './over-time.ts';
import { type Counts, intervalFields, intervalInWords, type Share, shareFields, shareOf } from './shares.ts';
import { describe, titleOf } from './topic-trend-words.ts';
import { undrawnInWords } from './undrawn.ts';
import { capitalized, counted, countInWords, periodNames, shareInWords } from './words.ts';

export interface TopicTrend {
	/** Unique among the charts of a page, such as the topic's slug. */
	id: string;
	/** The topic's name. */
	name: string;
	unit: Unit;
	/** Shares are drawn as a line, counts as bars. */
	measure: 'share' | 'count';
	/** In order of time: the topic's papers, of how many in the archive. */
	periods: ({ period: string } & Share)[];
	/** Papers of the topic, and of the archive, that are older than the first period. */
	earlier: Counts;
	/** Those that stand in no period. */
	undated: Counts;
	/** The day until which the last period is known, where that is not its last day. */
	until: IsoDate | null;
}

/** How a topic's part in the archive, or where that is too small its papers, went over time. */
export function topicTrend(trend: TopicTrend): Chart {
	const { id, unit, measure, periods, until } = trend;
	const write = measure === 'share' ? shareInWords : countInWords;
	const known = periods.filter(({ of }) => of > 0);
	const title = titleOf(trend);
	const drawn = periods.map((each) => ({
		period: each.period,
		value: trendValue(each, measure),
		interval: measure === 'share' ? each.interval : null,
	}));
	const description = `${describe(trend)}${measure === 'share' && known.length > 1 ? ` ${bandInWords(drawn)}` : ''}`;
	const last = periods.length - 1;
	const names = periodNames(
		periods.map(({ period }) => period),
		until,
	);
	return {
		svg:
			known.length < 2 || known.every(({ papers }) => papers === 0)
				? null
				: overTime({
						id,
						title,
						description,
						unit,
						periods: drawn,
						mark: measure === 'share' ? 'line' : 'bars',
						unfinished: until !== null,
						write,
						whole: measure === 'count',
					}),
		title,
		description,
		caption: captionOf(trend),
		table: {
			head: [capitalized(unit), 'Papers', 'Of all', 'Share', '95% interval'],
			rows: periods.map(({ period, papers, of, interval }, index) => [
				names[index] ?? period,
				of > 0 ? countInWords(papers) : 'not known',
				of > 0 ? countInWords(of) : 'none',
				of > 0 ? shareInWords(papers / of) : 'not known',
				intervalInWords(interval),
			]),
		},
		csv: csvOf(
			[unit, 'papers', 'of', 'share', 'low', 'high', 'known_until'],
			periods.map((each, index) => [
				each.period,
				...shareFields(each),
				...intervalFields(each.interval),
				index === last ? until : null,
			]),
		),
	};
}

export function trendValue(counts: Counts, measure: TopicTrend['measure']): number | null {
	const share = shareOf(counts);
	return measure === 'share' || share === null ? share : counts.papers;
}

function captionOf({ unit, periods, earlier, undated }: TopicTrend): string {
	const papers = undated.papers + earlier.papers + sum(periods, (each) => each.papers);
	const of = undated.of + earlier.of + sum(periods, (each) => each.of);
	const undrawn = undrawnInWords({ unit, from: periods[0]?.period, earlier: earlier.papers, undated: undated.papers });
	const elsewhere =
		undated.of === 0 ? '' : ` In the archive ${countInWords(undated.of)} of ${countInWords(of)} have none.`;
	return `${counted(papers, 'paper')} of ${countInWords(of)} in the archive. ${undrawn}${elsewhere}`;
}
