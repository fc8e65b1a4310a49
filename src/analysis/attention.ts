import { group, quantileSorted } from 'd3-array';
import type { IndexedPaper } from '../records/archive.ts';
import { periodOf, type Trend, type TrendUnit } from './trend.ts';

/** What is known of a number that papers have, such as their upvotes. */
export interface Spread {
	/** Of how many papers it is known. */
	known: number;
	/** A quarter, a half and three quarters of these papers have no more; null where it is known of none. */
	quartiles: { lower: number; median: number; upper: number } | null;
}

export interface AttentionInPeriod {
	period: string;
	/** Papers of the period. */
	of: number;
	upvotes: Spread;
	comments: Spread;
}

/** How much attention the papers of each period got, and how many papers stand in none. */
export interface Attention {
	unit: TrendUnit;
	periods: AttentionInPeriod[];
	/** Papers that are older than the first period. */
	earlier: number;
	/** Papers whose date is missing, or not as exact as the unit. */
	undated: number;
}

/**
 * Quartiles of upvotes and of comments among the papers of each period, by linear interpolation between the two
 * nearest (type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996).
 * The periods are those of the archive's trend, so that charts that stand together have the same; `papers` may be a
 * part of the archive. A paper whose number is not known counts in `of` alone.
 */
export function attentionOf(
	papers: readonly Pick<IndexedPaper, 'date' | 'upvotes' | 'comments'>[],
	{ unit, periods }: Pick<Trend, 'unit' | 'periods'>,
): Attention {
	const inPeriod = group(papers, ({ date }) => (date === null ? null : periodOf(date, unit)));
	const first = periods.at(0)?.period;
	let earlier = 0;
	for (const [period, those] of inPeriod) {
		if (period !== null && first !== undefined && period < first) earlier += those.length;
	}
	const counted = periods.map(({ period }): AttentionInPeriod => {
		const those = inPeriod.get(period) ?? [];
		return {
			period,
			of: those.length,
			upvotes: spreadOf(those.map(({ upvotes }) => upvotes)),
			comments: spreadOf(those.map(({ comments }) => comments)),
		};
	});
	return { unit, periods: counted, earlier, undated: inPeriod.get(null)?.length ?? 0 };
}

function spreadOf(numbers: readonly (number | null)[]): Spread {
	const known = numbers.filter((each) => each !== null).sort((a, b) => a - b);
	const [lower, median, upper] = [0.25, 0.5, 0.75].map((part) => quantileSorted(known, part));
	return {
		known: known.length,
		quartiles: lower === undefined || median === undefined || upper === undefined ? null : { lower, median, upper },
	};
}
