import type { PlaceFinder, Span } from './dialect.ts';
import { type ItemList, itemList, membersAt } from './item-list.ts';
import { unreadable } from './notation.ts';
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

/**
 * The items of the array that is the whole text, or that stands in an object that wraps it; else, where every line is
 * an object of its own, those; else the one object that is the whole text. Null when the text is none of these.
 */
export function jsonItems(text: string): JsonItems | null {
	const list = itemList(text, 'json');
	return list === null ? null : found(list);
}

/**
 * The items of a list that is one Python literal, as `str(list)` writes it; null of any other text. Their places are
 * pointers as in JSON.
 */
export function pythonItems(text: string): JsonItems | null {
	if (!/^[^[]{0,1000}\[\s*\{\s*'/.test(text)) return null;
	const list = itemList(text, 'python');
	return list === null ? null : found(list);
}

function found({ pointer: above, members, rest }: ItemList): JsonItems {
	const found: JsonItems = { pointer: above, items: [], broken: [], cut: rest !== null };
	for (const [at, { value }] of members.entries()) {
		const pointer = `${above}/${at}`;
		if (value === unreadable) found.broken.push(pointer);
		else found.items.push({ pointer, value });
	}
	if (rest !== null && rest.from < rest.to) found.broken.push(`${above}/${members.length}`);
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
	const list = itemList(text, 'json');
	if (list === null) return () => null;
	const { pointer: above, members, rest } = list;
	const items: Span[] = rest === null ? members : [...members, rest];
	return (pointer) => {
		if (!pointer.startsWith(`${above}/`)) return null;
		const [item = '', ...keys] = pointer.slice(above.length + 1).split('/');
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

/** The fields of the object that opens at `open`, and where the value of each begins; none when it is no object. */
function fieldsAt(text: string, open: number): { name: string; span: Span; value: number }[] {
	if (text[open] !== '{') return [];
	return membersAt(text, open, 'json').spans.flatMap((span) => {
		const nameEnd = text[span.from] === '"' ? endOfQuoted(text, span.from) : -1;
		if (nameEnd === -1) return [];
		const gap = /\s*:\s*/y;
		gap.lastIndex = nameEnd;
		const value = nameEnd + (gap.exec(text)?.[0].length ?? 0);
		return [{ name: text.slice(span.from + 1, nameEnd - 1), span, value }];
	});
}
