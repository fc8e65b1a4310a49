/**
 * What filters and orders need of a segment's papers, in files of their own: each is loaded when a reader first asks
 * for it. Papers are named by their number in the segment.
 */
export const columnFiles = {
	years: 'years.json',
	topics: 'topics.json',
	organizations: 'organizations.json',
	code: 'code.json',
	comments: 'comments.json',
	upvotes: 'upvotes.json',
	titleLengths: 'title-lengths.json',
} as const;

/** Ascending numbers as the steps between them, the first from 0. */
export type Steps = number[];

export interface ColumnTypes {
	/** Each year, or `undated`, with the number its papers begin at. */
	years: [year: string, first: number][];
	/** Of each slug. */
	topics: Record<string, Steps>;
	organizations: Record<string, { name: string; papers: Steps }>;
	code: Steps;
	/** Of each paper; null where none is known. */
	comments: (number | null)[];
	upvotes: (number | null)[];
	/** Of each paper the number of words of its title. */
	titleLengths: number[];
}

/** The filter value of papers without a date. */
export const undatedYear = 'undated';

export function stepsOf(numbers: readonly number[]): Steps {
	return numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
}

export function numbersOf(steps: Steps): number[] {
	let number = 0;
	return steps.map((step) => {
		number += step;
		return number;
	});
}
