import { greatest, sum } from 'd3-array';
import type { IsoDate } from '../records/dates.ts';
import { type Chart, csvOf } from './chart.ts';
import { overTime, type Unit } from './over-time.ts';
import { undrawnInWords } from './undrawn.ts';
import {
	capitalized,
	counted,
	countInWords,
	notOverInWords,
	periodInWords,
	periodNames,
	valueInWords,
} from './words.ts';

/** How much attention the papers of each period got. */
export interface Attention {
	/** Unique among the charts of a page, without spaces. */
	id: string;
	what: 'upvotes' | 'comments';
	unit: Unit;
	/** In order of time, without a hole: the papers, of how many the number is known, and the quartiles of these. */
	periods: {
		period: string;
		of: number;
		known: number;
		quartiles: { lower: number; median: number; upper: number } | null;
	}[];
	/** Papers that are older than the first period. */
	earlier: number;
	/** Papers that stand in no period. */
	undated: number;
	/** The day until which the last period is known, where that is not its last day. */
	until: IsoDate | null;
}

type Period = Attention['periods'][number];
/** A period of which something is drawn. */
type Drawn = Period & { quartiles: NonNullable<Period['quartiles']> };

/** Of fewer papers than this quartiles say nothing, and nothing is drawn. */
const fewestKnown = 5;

/** The median of upvotes or of comments over time, as a line, with the quartiles as a band. */
export function attention(course: Attention): Chart {
	const { id, what, unit, periods, until } = course;
	const drawn = periods.filter(isDrawn);
	const title = titleOf(what, unit, until === null ? drawn : drawn.filter((each) => each !== periods.at(-1)));
	const isOpen = drawn.length > 1 && drawn.at(-1) === periods.at(-1);
	const description = `${describe(what, drawn)}${notOverInWords(periods.at(-1)?.period, isOpen ? until : null)}`;
	const names = periodNames(
		periods.map(({ period }) => period),
		until,
	);
	return {
		svg:
			drawn.length < 2
				? null
				: overTime({
						id,
						title,
						description,
						unit,
						periods: periods.map((each) => ({
							period: each.period,
							value: isDrawn(each) ? each.quartiles.median : null,
							interval: isDrawn(each) ? { low: each.quartiles.lower, high: each.quartiles.upper } : null,
						})),
						mark: 'line',
						unfinished: until !== null,
						write: valueInWords,
						whole: true,
						room: Number.POSITIVE_INFINITY,
					}),
		title,
		description,
		caption: captionOf(course),
		table: {
			head: [capitalized(unit), `Median ${what}`, 'Middle half', 'Known', 'Of all'],
			rows: periods.map(({ of, known, quartiles }, index) => [
				names[index] ?? '',
				quartiles === null ? 'not known' : valueInWords(quartiles.median),
				quartiles === null ? 'not known' : `${valueInWords(quartiles.lower)} to ${valueInWords(quartiles.upper)}`,
				countInWords(known),
				countInWords(of),
			]),
		},
		csv: csvOf(
			[unit, `median_${what}`, 'lower_quartile', 'upper_quartile', 'known', 'of'],
			periods.map(({ period, of, known, quartiles }) => [
				period,
				quartiles?.median ?? null,
				quartiles?.lower ?? null,
				quartiles?.upper ?? null,
				known,
				of,
			]),
		),
	};
}

function isDrawn(period: Period): period is Drawn {
	return period.known >= fewestKnown && period.quartiles !== null;
}

function titleOf(what: Attention['what'], unit: Unit, over: Drawn[]): string {
	const last = over.at(-1);
	if (last === undefined) return `${capitalized(what)} by ${unit}`;
	const { median } = last.quartiles;
	const period = periodInWords(last.period);
	const reached =
		median === 0 ? `no ${what}` : `${valueInWords(median)} ${median === 1 ? what.slice(0, -1) : what} or more`;
	return last.known < last.of
		? `Half of the papers of ${period} whose ${what} are known have ${reached}`
		: `Half of the papers of ${period} have ${reached}`;
}

function describe(what: Attention['what'], drawn: Drawn[]): string {
	const [first, last] = [drawn.at(0), drawn.at(-1)];
	const highest = greatest(drawn, ({ quartiles }) => quartiles.median);
	if (first === undefined || last === undefined || highest === undefined || first === last) {
		return `There is no course of ${what} to draw: they are known of ${fewestKnown} papers or more in fewer than two periods.`;
	}
	const told = ({ period, quartiles }: Drawn) => `${valueInWords(quartiles.median)} in ${periodInWords(period)}`;
	const peak =
		highest.quartiles.median === Math.max(first.quartiles.median, last.quartiles.median)
			? ''
			: `; highest in ${periodInWords(highest.period)}, at ${valueInWords(highest.quartiles.median)}`;
	return `Median ${what}: from ${told(first)} to ${told(last)}${peak}. The band holds the middle half of the papers.`;
}

function captionOf({ what, unit, periods, earlier, undated }: Attention): string {
	const known = sum(periods, (each) => each.known);
	const of = sum(periods, (each) => each.of);
	const undrawn = undrawnInWords({ unit, from: periods[0]?.period, earlier, undated });
	const told =
		known === 0 ? '' : ', as the last listing that tells them has them; newer papers had less time to gather them';
	const left = periods.some((each) => each.known > 0 && !isDrawn(each))
		? ` Nothing is drawn where they are known of fewer than ${fewestKnown}.`
		: '';
	return `${counted(of + earlier + undated, 'paper')}. ${undrawn} In these ${unit}s ${what} are known of ${countInWords(known)} of ${countInWords(of)}${told}.${left}`;
}
