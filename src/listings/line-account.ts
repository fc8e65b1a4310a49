import type { Lines } from '../records/listing.ts';

/** A line of a listing with its number, from 1. */
export interface Line {
	number: number;
	text: string;
}

/** What a line of a text listing was understood as. */
export type LineKind = Exclude<keyof Lines, 'total'>;

/** The lines of a text with their numbers; a last line without a line break counts as one. */
export function linesOf(content: string): Line[] {
	return content.split(/\r\n|\n|\r/).map((text, at) => ({ number: at + 1, text }));
}

/** What became of each line. All but the blank ones are unread until something claims them. */
export class LineAccount {
	/** By the place of the line, from 0. */
	readonly kinds: LineKind[];

	constructor(lines: readonly Line[]) {
		this.kinds = lines.map(({ text }) => (text.trim() === '' ? 'blank' : 'unread'));
	}

	/** Blank lines stay blank, and what is claimed once is not claimed again. */
	claim(kind: Exclude<LineKind, 'blank' | 'unread'>, lines: Iterable<Pick<Line, 'number'>>): void {
		for (const { number } of lines) {
			if (this.kinds[number - 1] === 'unread') this.kinds[number - 1] = kind;
		}
	}
}

/** How many lines are of each kind. */
export function countLines(kinds: readonly LineKind[]): Lines {
	const counts: Lines = { total: kinds.length, blank: 0, chrome: 0, title: 0, abstract: 0, meta: 0, unread: 0 };
	for (const kind of kinds) counts[kind]++;
	return counts;
}
