/** Papers that have something, of so many. */
export interface Part {
	papers: number;
	of: number;
}

/**
 * How likely chance alone makes a difference of at least this G²: the tail of χ² with one degree of freedom, which is
 * both tails of the normal distribution at its root. By Laplace's continued fraction (Abramowitz and Stegun 1964,
 * 26.2.14), right to a thousandth for G² of 6 and more; below, it is too great.
 */
export function chanceOf(surprise: number): number {
	const z = Math.sqrt(surprise);
	const fraction = [8, 7, 6, 5, 4, 3, 2, 1].reduce((below, step) => z + step / below, z);
	return Math.min(1, (2 * Math.exp((-z * z) / 2)) / (Math.sqrt(2 * Math.PI) * fraction));
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
