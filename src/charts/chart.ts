import type { Svg } from './svg.ts';

/** A figure, complete: a page adds only where it stands. */
export interface Chart {
	/** The drawing for a wide place and for a narrow one, of which a page shows one; null when nothing can be drawn. */
	svg: { wide: Svg; narrow: Svg } | null;
	title: string;
	/** What is to be seen, in a sentence; where there is no drawing, why. */
	description: string;
	/** What it rests on, and what it leaves out. */
	caption: string;
	/** What is drawn, in words. */
	table: { head: string[]; rows: string[][] };
	/** What is drawn, as data: RFC 4180, with an empty field where nothing is known. */
	csv: string;
}

/** Rows of numbers and plain names (nothing that needs quotes) as CSV. */
export function csvOf(head: string[], rows: (string | number | null)[][]): string {
	return [head, ...rows].map((row) => `${row.map((field) => field ?? '').join(',')}\r\n`).join('');
}
