import { greatest, sum } from 'd3-array';
import { type Chart, csvOf } from './chart.ts';
import { overTime } from './over-time.ts';
import type { TopicTrend } from './topic-trend.ts';
import { undrawnInWords } from './undrawn.ts';
import {
	capitalized,
	counted,
	countInWords,
	notOverInWords,
	periodInWords,
	periodNames,
	shareInWords,
} from './words.ts';

/** How many papers stand in each period, of which not all may be drawn. */
export interface PapersByPeriod extends Pick<TopicTrend, 'unit' | 'until'> {
	/** Unique among the charts of a page. */
	id: string;
	/** In order of time, without a hole. */
	periods: { period: string; papers: number }[];
	/** Papers that are older than the first period. */
	earlier: number;
	/** Papers that stand in no period. */
	undated: number;
}

/** How the papers of an archive, or of a part of it, spread over time. */
export function papersByPeriod({ id, unit, periods, earlier, undated, until }: PapersByPeriod): Chart {
	const drawn = sum(periods, ({ papers }) => papers);
	const of = drawn + earlier + undated;
	const title = titleOf(periods, drawn, unit);
	const description = describe(periods, until);
	const last = periods.length - 1;
	const names = periodNames(
		periods.map(({ period }) => period),
		until,
	);
	return {
		svg:
			periods.length < 2
				? null
				: overTime({
						id,
						title,
						description,
						unit,
						periods: periods.map(({ period, papers }) => ({ period, value: papers })),
						mark: 'bars',
						unfinished: until !== null,
						write: countInWords,
						whole: true,
					}),
		title,
		description,
		caption: `${counted(of, 'paper')}. ${undrawnInWords({ unit, from: periods[0]?.period, earlier, undated })}`,
		table: {
			head: [capitalized(unit), 'Papers'],
			rows: periods.map(({ period, papers }, index) => [
				names[index] ?? period,
				papers === 0 ? 'none' : countInWords(papers),
			]),
		},
		csv: csvOf(
			[unit, 'papers', 'known_until'],
			periods.map(({ period, papers }, index) => [period, papers, index === last ? until : null]),
		),
	};
}

/** Since when half of the papers are. */
function titleOf(periods: PapersByPeriod['periods'], drawn: number, unit: PapersByPeriod['unit']): string {
	let newer = 0;
	for (const [index, { period, papers }] of [...periods.entries()].reverse()) {
		newer += papers;
		if (newer * 2 < drawn || index === 0) continue;
		const since = index === periods.length - 1 ? periodInWords(period) : `${periodInWords(period)} or later`;
		return `${shareInWords(newer / drawn)} of the papers with a date are of ${since}`;
	}
	return `Papers by ${unit}`;
}

function describe(periods: PapersByPeriod['periods'], until: PapersByPeriod['until']): string {
	const [first, last] = [periods.at(0), periods.at(-1)];
	const most = greatest(periods, ({ papers }) => papers);
	if (first === undefined || last === undefined || most === undefined) {
		return 'No paper has a date that could be drawn.';
	}
	if (first === last) return `All papers with a date are of ${periodInWords(first.period)}.`;
	const course = `From ${periodInWords(first.period)} to ${periodInWords(last.period)}; most in ${periodInWords(most.period)}, ${countInWords(most.papers)}.`;
	return `${course}${notOverInWords(last.period, until)}`;
}
