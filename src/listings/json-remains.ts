import type { Span } from './dialect.ts';
import { endOfQuoted } from './quoted.ts';

/** An object that stands whole in a damaged text of JSON. */
export interface WholeObject extends Span {
	value: unknown;
}

/** Objects nested deeper than that are not tried: a bound on how often the same text is read. */
const deepest = 12;

/** The objects of a damaged text that are whole and wanted; none of them in another. Linear in time. */
export function wholeObjects(text: string, isWanted: (value: unknown) => boolean): WholeObject[] {
	const found: WholeObject[] = [];
	let end = 0;
	for (const { from, to } of pairsIn(text)) {
		if (from < end) continue;
		const value = parsed(text.slice(from, to));
		if (!isWanted(value)) continue;
		found.push({ from, to, value });
		end = to;
	}
	return found;
}

/** The braces that belong together, by the places of the first; of an odd bracket only what it stands in is lost. */
function pairsIn(text: string): Span[] {
	const pairs: Span[] = [];
	const open: { mark: string; from: number; height: number }[] = [];
	const counts: Record<string, number> = { '{': 0, '[': 0 };
	for (const { mark, from } of marksIn(text)) {
		if (mark === '{' || mark === '[') {
			open.push({ mark, from, height: 0 });
			counts[mark] = (counts[mark] ?? 0) + 1;
			continue;
		}
		const partner = mark === '}' ? '{' : '[';
		for (let last = counts[partner] ? open.pop() : undefined; last !== undefined; last = open.pop()) {
			counts[last.mark] = (counts[last.mark] ?? 0) - 1;
			if (last.mark !== partner) continue;
			const above = open.at(-1);
			if (above !== undefined) above.height = Math.max(above.height, last.height + 1);
			if (mark === '}' && last.height <= deepest) pairs.push({ from: last.from, to: from + 1 });
			break;
		}
	}
	return pairs.sort((a, b) => a.from - b.from);
}

/** The brackets outside of quotes. A text in quotes holds no line break: one that never closes ends with its line. */
function* marksIn(text: string): Generator<{ mark: string; from: number }> {
	const structure = /["[\]{}]/g;
	let lineEnd = -1;
	for (let token = structure.exec(text); token !== null; token = structure.exec(text)) {
		const [mark] = token;
		const from = token.index;
		if (mark !== '"') {
			yield { mark, from };
			continue;
		}
		if (lineEnd < from) lineEnd = text.indexOf('\n', from);
		if (lineEnd === -1) lineEnd = text.length;
		const end = endOfQuoted(text, from);
		structure.lastIndex = end === -1 ? lineEnd : Math.min(end, lineEnd);
	}
}

function parsed(source: string): unknown {
	try {
		return JSON.parse(source);
	} catch {
		return undefined;
	}
}
