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
	const start = text.search(/\S/);
	if (text[start] === '[') return arrayAt(text, start, '');
	return text[start] === '{' ? wrappedArray(text, start) : null;
}

/** Whether the text is such an array without items. */
export function isEmptyArray(text: string): boolean {
	const found = text.length < 10_000 ? jsonItems(text) : null;
	return found !== null && !found.cut && found.items.length + found.broken.length === 0;
}

function wrappedArray(text: string, start: number): JsonItems | null {
	let key: string | null = null;
	for (const { mark, depth, from, end } of marks(text, start)) {
		if (depth === 1 && mark === '"') key = text.slice(from + 1, end - 1);
		if (depth === 2 && mark === '[' && key !== null && wrapped.has(key)) return arrayAt(text, from, `/${key}`);
		if (depth === 1 && mark === ',') key = null;
		if (depth === 0) return null;
	}
	return null;
}

function arrayAt(text: string, open: number, pointer: string): JsonItems {
	const found: JsonItems = { pointer, items: [], broken: [], cut: true };
	let itemStart = open + 1;
	for (const { mark, depth, from } of marks(text, open)) {
		if (depth === 0 || (depth === 1 && mark === ',')) {
			addItem(found, text.slice(itemStart, from));
			itemStart = from + 1;
		}
		if (depth === 0) {
			found.cut = false;
			return found;
		}
	}
	if (text.slice(itemStart).trim() !== '') found.broken.push(nextPointer(found));
	return found;
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

function addItem(found: JsonItems, source: string): void {
	if (source.trim() === '') return;
	const pointer = nextPointer(found);
	try {
		found.items.push({ pointer, value: JSON.parse(source) });
	} catch {
		found.broken.push(pointer);
	}
}

function nextPointer({ pointer, items, broken }: JsonItems): string {
	return `${pointer}/${items.length + broken.length}`;
}
