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

/**
 * Rows as CSV, by RFC 4180. A text that a spreadsheet would take for a formula is given an apostrophe before it, as
 * OWASP advises.
 */
export function csvOf(head: string[], rows: (string | number | null)[][]): string {
	return [head, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function csvField(field: string | number | null): string {
	if (typeof field !== 'string') return field === null ? '' : String(field);
	const plain = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(field) ? `'${field}` : field;
	return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
