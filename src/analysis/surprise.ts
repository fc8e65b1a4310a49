/** Papers that have something, of so many. */
export interface Part {
	papers: number;
	of: number;
}

/**
 * How surprising it is that something is in so many of these papers and in so many of those, if its share were the
 * same in both: G² = 2 Σ O ln(O / E) over the papers with and without it here and there (Dunning 1993, Accurate methods
 * for the statistics of surprise and coincidence). Not negative, 0 for equal shares or where one side has no papers;
 * above 10.83 once in a thousand times by chance, above 15.13 once in ten thousand.
 */
export function surprise(these: Part, those: Part): number {
	const all = these.of + those.of;
	if (these.of === 0 || those.of === 0) return 0;
	const having = (these.papers + those.papers) / all;
	const term = (observed: number, expected: number) => (observed === 0 ? 0 : observed * Math.log(observed / expected));
	const side = ({ papers, of }: Part) => term(papers, of * having) + term(of - papers, of * (1 - having));
	return Math.max(0, 2 * (side(these) + side(those)));
}
