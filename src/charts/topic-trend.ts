import { sum } from 'd3-array';
import type { IsoDate } from '../records/dates.ts';
import { type Chart, csvOf } from './chart.ts';
import { overTime, type Unit } from './over-time.ts';
import { describe, titleOf } from './topic-trend-words.ts';
import { undrawnInWords } from './undrawn.ts';
import { capitalized, counted, countInWords, periodInWords, periodUntil, shareInWords } from './words.ts';

/** Papers of a topic and papers of the archive. */
export interface Counts {
	papers: number;
	of: number;
}

export interface TopicTrend {
	/** Unique among the charts of a page, such as the topic's slug. */
	id: string;
	/** The topic's name. */
	name: string;
	unit: Unit;
	/** Shares are drawn as a line, counts as bars. */
	measure: 'share' | 'count';
	/** In order of time: the topic's papers, of how many in the archive. Nothing is known where `of` is 0. */
	periods: ({ period: string } & Counts)[];
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
	const description = describe(trend);
	const last = periods.length - 1;
	return {
		svg:
			known.length < 2 || known.every(({ papers }) => papers === 0)
				? null
				: overTime({
						id,
						title,
						description,
						unit,
						periods: periods.map((each) => ({ period: each.period, value: trendValue(each, measure) })),
						mark: measure === 'share' ? 'line' : 'bars',
						unfinished: until !== null,
						write,
						whole: measure === 'count',
					}),
		title,
		description,
		caption: captionOf(trend),
		table: {
			head: [capitalized(unit), 'Papers', 'Of all', 'Share'],
			rows: periods.map(({ period, papers, of }, index) => [
				index === last && until !== null ? periodUntil(period, until) : periodInWords(period),
				of > 0 ? countInWords(papers) : 'not known',
				of > 0 ? countInWords(of) : 'none',
				of > 0 ? shareInWords(papers / of) : 'not known',
			]),
		},
		csv: csvOf(
			[unit, 'papers', 'of', 'share', 'known_until'],
			periods.map(({ period, papers, of }, index) => [
				period,
				of > 0 ? papers : null,
				of,
				of > 0 ? Number((papers / of).toPrecision(4)) : null,
				index === last ? until : null,
			]),
		),
	};
}

export function trendValue({ papers, of }: Counts, measure: TopicTrend['measure']): number | null {
	if (!(of > 0)) return null;
	return measure === 'share' ? papers / of : papers;
}

function captionOf({ unit, periods, earlier, undated }: TopicTrend): string {
	const papers = undated.papers + earlier.papers + sum(periods, (each) => each.papers);
	const of = undated.of + earlier.of + sum(periods, (each) => each.of);
	const undrawn = undrawnInWords({ unit, from: periods[0]?.period, earlier: earlier.papers, undated: undated.papers });
	const elsewhere =
		undated.of === 0 ? '' : ` In the archive ${countInWords(undated.of)} of ${countInWords(of)} have none.`;
	return `${counted(papers, 'paper')} of ${countInWords(of)} in the archive. ${undrawn}${elsewhere}`;
}
