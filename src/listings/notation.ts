import { parsePythonLiteral } from './python-literal.ts';
import { endOfQuoted } from './quoted.ts';

/** A text and how values are written in it. */
export interface Source {
	text: string;
	notation: Notation;
}

export type Notation = 'json' | 'python';

/** Stands for the value of a text that has none. */
export const unreadable = Symbol('not a value');

/** The value of a stretch of a text, or `unreadable`. */
export function parsed({ text, notation }: Source, from: number, to: number): unknown {
	const value = text.slice(from, to);
	if (notation === 'python') return parsePythonLiteral(value) ?? unreadable;
	try {
		return JSON.parse(value);
	} catch {
		return unreadable;
	}
}

export function isJson(text: string): boolean {
	return parsed({ text, notation: 'json' }, 0, text.length) !== unreadable;
}

/** The brackets, commas and quoted texts of JSON from `start` on, with the depth behind each; ends where the text does. */
export function* marks(source: Source, start: number) {
	const { text } = source;
	const structure = source.notation === 'json' ? /["[\]{},]/g : /["'[\]{},]/g;
	structure.lastIndex = start;
	let depth = 0;
	for (let token = structure.exec(text); token !== null; token = structure.exec(text)) {
		const [mark] = token;
		const from = token.index;
		const end = mark === '"' || mark === "'" ? endOfQuoted(text, from) : from + 1;
		if (end === -1) return;
		structure.lastIndex = end;
		if (mark === '[' || mark === '{') depth++;
		else if (mark === ']' || mark === '}') depth--;
		yield { mark, depth, from, end };
	}
}
