import type { PlaceFinder, Span } from './dialect.ts';
import { endOfQuoted } from './quoted.ts';

/**
 * The items of a JSON array, each with its own text, so that one broken item costs none beside it and a file that
 * ends in the middle still gives what stands before.
 */
export interface JsonItems {
	/** JSON pointer of the array. */
	pointer: string;
	items: { pointer: string; value: unknown }[];
	/** Pointers of items that are not JSON. */
	broken: string[];
	/** The text ends before the array does. */
	cut: boolean;
}

/** The names under which an object holds the array that it wraps. */
const wrapped: ReadonlySet<string> = new Set(['data', 'papers', 'items', 'results']);

/** The items of the array that is the whole text, or that stands in an object that wraps it; null when there is none. */
export function jsonItems(text: string): JsonItems | null {
	const array = arrayIn(text);
	if (array === null) return null;
	const { spans, rest } = membersAt(text, array.open);
	const found: JsonItems = { pointer: array.pointer, items: [], broken: [], cut: rest !== null };
	for (const [at, { from, to }] of spans.entries()) {
		const pointer = `${array.pointer}/${at}`;
		const value = parsed(text.slice(from, to));
		if (value === notJson) found.broken.push(pointer);
		else found.items.push({ pointer, value });
	}
	if (rest !== null && rest.from < rest.to) found.broken.push(`${array.pointer}/${spans.length}`);
	return found;
}

/** Whether the text is such an array without items. */
export function isEmptyArray(text: string): boolean {
	const found = text.length < 10_000 ? jsonItems(text) : null;
	return found !== null && !found.cut && found.items.length + found.broken.length === 0;
}

/**
 * Finds what the pointers of `jsonItems` and of fields of its items stand for, names of fields with their values; of a
 * field that is not there to be found, the nearest thing that would hold it.
 */
export function pointerFinder(text: string): PlaceFinder {
	const array = arrayIn(text);
	const { spans, rest } = array === null ? { spans: [], rest: null } : membersAt(text, array.open);
	const items = rest === null ? spans : [...spans, rest];
	return (pointer) => {
		if (array === null || !pointer.startsWith(`${array.pointer}/`)) return null;
		const [item = '', ...keys] = pointer.slice(array.pointer.length + 1).split('/');
		let found = items[Number(item)] ?? null;
		let value = found?.from ?? 0;
		for (const key of keys) {
			const field = found === null ? undefined : fieldsAt(text, value).find(({ name }) => name === key);
			if (field === undefined) break;
			found = field.span;
			value = field.value;
		}
		return found;
	};
}

function arrayIn(text: string): { pointer: string; open: number } | null {
	const start = text.search(/\S/);
	if (text[start] === '[') return { pointer: '', open: start };
	return text[start] === '{' ? wrappedArray(text, start) : null;
}

function wrappedArray(text: string, start: number): { pointer: string; open: number } | null {
	let key: string | null = null;
	for (const { mark, depth, from, end } of marks(text, start)) {
		if (depth === 1 && mark === '"') key = text.slice(from + 1, end - 1);
		if (depth === 2 && mark === '[' && key !== null && wrapped.has(key)) return { pointer: `/${key}`, open: from };
		if (depth === 1 && mark === ',') key = null;
		if (depth === 0) return null;
	}
	return null;
}

/**
 * What stands between the commas of the array or object that opens at `open`, blanks left out; and, where it never
 * closes, what stands behind the last comma, which may be nothing.
 */
function membersAt(text: string, open: number): { spans: Span[]; rest: Span | null } {
	const spans: Span[] = [];
	let start = open + 1;
	for (const { mark, depth, from } of marks(text, open)) {
		if (depth === 0 || (depth === 1 && mark === ',')) {
			const span = trimmed(text, start, from);
			if (span.from < span.to) spans.push(span);
			start = from + 1;
		}
		if (depth === 0) return { spans, rest: null };
	}
	return { spans, rest: trimmed(text, start, text.length) };
}

function trimmed(text: string, from: number, to: number): Span {
	const source = text.slice(from, to);
	const start = from + source.length - source.trimStart().length;
	return { from: start, to: start + source.trim().length };
}

/** The fields of the object that opens at `open`, and where the value of each begins; none when it is no object. */
function fieldsAt(text: string, open: number): { name: string; span: Span; value: number }[] {
	if (text[open] !== '{') return [];
	return membersAt(text, open).spans.flatMap((span) => {
		const nameEnd = text[span.from] === '"' ? endOfQuoted(text, span.from) : -1;
		if (nameEnd === -1) return [];
		const gap = /\s*:\s*/y;
		gap.lastIndex = nameEnd;
		const value = nameEnd + (gap.exec(text)?.[0].length ?? 0);
		return [{ name: text.slice(span.from + 1, nameEnd - 1), span, value }];
	});
}

/** The brackets, commas and quoted texts of JSON from `start` on, with the depth behind each; ends where the text does. */
function* marks(text: string, start: number) {
	const structure = /["[\]{},]/g;
	structure.lastIndex = start;
	let depth = 0;
	for (let token = structure.exec(text); token !== null; token = structure.exec(text)) {
		const [mark] = token;
		const from = token.index;
		const end = mark === '"' ? endOfQuoted(text, from) : from + 1;
		if (end === -1) return;
		structure.lastIndex = end;
		if (mark === '[' || mark === '{') depth++;
		else if (mark === ']' || mark === '}') depth--;
		yield { mark, depth, from, end };
	}
}

const notJson = Symbol('not JSON');

function parsed(source: string): unknown {
	try {
		return JSON.parse(source);
	} catch {
		return notJson;
	}
}
