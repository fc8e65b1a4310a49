import { sum } from 'd3-array';
import type { IsoDate } from '../records/dates.ts';
import { bandInWords } from './band.ts';
import { type Chart, csvOf } from './chart.ts';
import { periodLabels, type Unit } from './over-time.ts';
import { intervalFields, type Share, shareFields, shareOf, shareOfAllInWords } from './shares.ts';
import { drawTermLines, type TermLine } from './term-lines-drawing.ts';
import { describeTerms, titleOfTerms } from './term-lines-words.ts';
import { capitalized, counted, periodNames } from './words.ts';

/** How often words are used over time, in papers of which the whole is known. */
export interface TermLines {
	/** Unique among the charts of a page, without spaces. */
	id: string;
	unit: Unit;
	/** In order of time, without a hole. */
	periods: string[];
	/** At most six, each with a share for every period: papers with the term, and papers of that period. */
	terms: { term: string; shares: Share[] }[];
	/** The day until which the last period is known, where that is not its last day. */
	until: IsoDate | null;
}

/** As many lines can be told apart. */
export const mostTerms = 6;

/**
 * The shares of some terms over time, as lines. Of one, a band shows the 95% interval. This chart is also drawn in
 * browsers. More than six terms are a mistake of the caller: RangeError.
 */
export function termLines({ id, unit, periods, terms, until }: TermLines): Chart {
	if (terms.length > mostTerms) throw new RangeError(`A chart shows at most ${mostTerms} terms.`);
	const lines = terms.map(({ term, shares }): TermLine => {
		const values = periods.map((_, index) => shareOf(shares[index] ?? nothing));
		const intervals = periods.map((_, index) => (terms.length === 1 ? (shares[index]?.interval ?? null) : null));
		return { term, values, intervals };
	});
	const told = terms.map(({ term, shares }) => ({
		term,
		periods: periods.map((period, index) => ({ period, ...(shares[index] ?? nothing) })),
	}));
	const found = told.some((each) => each.periods.some(({ papers }) => papers > 0));
	const known = lines.some(({ values }) => values.filter((value) => value !== null).length > 1);
	const [only] = lines;
	const title = titleOfTerms(told, unit, until);
	const description = [
		describeTerms(told, unit, until),
		...(only && lines.length === 1 && found && known
			? [bandInWords(only.values.map((value, index) => ({ value, interval: only.intervals[index] ?? null })))]
			: []),
	].join(' ');
	const frame = { id, title, description };
	const drawn = { lines, labels: periodLabels(periods, unit), unfinished: until !== null };
	const names = periodNames(periods, until);
	return {
		svg:
			found && known
				? { wide: drawTermLines(frame, drawn, 'wide'), narrow: drawTermLines(frame, drawn, 'narrow') }
				: null,
		title,
		description,
		caption: `Shares of the ${counted(
			sum(told[0]?.periods ?? [], ({ of }) => of),
			'paper',
		)} of the archive that stand in these ${unit}s.`,
		table: {
			head: [capitalized(unit), ...terms.map(({ term }) => term)],
			rows: periods.map((period, index) => [
				names[index] ?? period,
				...terms.map(({ shares }) => shareOfAllInWords(shares[index] ?? nothing)),
			]),
		},
		csv: csvOf(
			['term', 'period', 'papers', 'of', 'share', 'low', 'high'],
			told.flatMap((each) =>
				each.periods.map((share) => [
					each.term,
					share.period,
					...shareFields(share),
					...intervalFields(share.interval),
				]),
			),
		),
	};
}

const nothing: Share = { papers: 0, of: 0, interval: null };
