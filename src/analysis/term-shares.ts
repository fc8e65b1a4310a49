import type { TermPeriods } from '../records/terms.ts';
import { type Interval, wilson } from './wilson.ts';

/** What share of the papers of a period have a term. */
export interface TermShare {
	papers: number;
	of: number;
	/** Null where there are no papers. */
	interval: Interval | null;
}

/** The counts of a term, `[period, papers, period, papers, …]`, as a share of every period. */
export function termShares(periods: TermPeriods['periods'], pairs: readonly number[]): TermShare[] {
	const papersIn = new Map<number, number>();
	for (let at = 0; at + 1 < pairs.length; at += 2) papersIn.set(pairs[at] ?? -1, pairs[at + 1] ?? 0);
	return periods.map(({ of }, number) => {
		const papers = papersIn.get(number) ?? 0;
		return { papers, of, interval: of > 0 ? wilson(papers, of) : null };
	});
}
