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

/** The items of the array that is the whole text, or that stands in an object that wraps it; null when there is none. */
export function jsonItems(text: string): JsonItems | null {
	const start = text.search(/\S/);
	if (text[start] === '[') return scanArray(text, start, '');
	if (text[start] !== '{') return null;
	const [wrapped, key] = /^\s*\{(?:[^[\]{}]*,)?\s*"((?:data|papers|items|results))"\s*:\s*(?=\[)/.exec(text) ?? [];
	return wrapped === undefined || key === undefined ? null : scanArray(text, wrapped.length, `/${key}`);
}

function scanArray(text: string, open: number, pointer: string): JsonItems {
	const found: JsonItems = { pointer, items: [], broken: [], cut: true };
	const structure = /["[\]{},]/g;
	structure.lastIndex = open;
	let depth = 0;
	let from = open + 1;
	for (let token = structure.exec(text); token !== null; token = structure.exec(text)) {
		const [mark] = token;
		if (mark === '"') {
			const end = endOfQuoted(text, token.index);
			if (end === -1) break;
			structure.lastIndex = end;
			continue;
		}
		if (mark === '[' || mark === '{') depth++;
		else if (mark === ']' || mark === '}') depth--;
		if (depth === 0 || (depth === 1 && mark === ',')) {
			addItem(found, text.slice(from, token.index));
			from = token.index + 1;
		}
		if (depth === 0) {
			found.cut = false;
			return found;
		}
	}
	if (text.slice(from).trim() !== '') found.broken.push(`${pointer}/${found.items.length + found.broken.length}`);
	return found;
}

function addItem(found: JsonItems, source: string): void {
	if (source.trim() === '') return;
	const pointer = `${found.pointer}/${found.items.length + found.broken.length}`;
	try {
		found.items.push({ pointer, value: JSON.parse(source) });
	} catch {
		found.broken.push(pointer);
	}
}
