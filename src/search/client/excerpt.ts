import { wordsOf } from '../../records/title-key.ts';
import { areForms } from './forms.ts';

/** A piece of text, and whether it is what the query matched. */
export interface ExcerptPart {
	text: string;
	marked: boolean;
}

/** How many words an excerpt has. */
const length = 30;

/**
 * The part of a text that has most words of a query, its words marked in any of their forms; the start where it has
 * none. An ellipsis says where the text goes on.
 */
export function excerptOf(text: string, query: readonly string[]): ExcerptPart[] {
	const asked = [...new Set(query.flatMap((word) => [...wordsOf(word), wordsOf(word).join('')]))];
	const pieces = text.split(/\s+/).filter((piece) => piece !== '');
	const marked = pieces.map((piece) => asked.length > 0 && matches(piece, asked));
	const start = densest(marked);
	const parts: ExcerptPart[] = start > 0 ? [{ text: '… ', marked: false }] : [];
	const end = Math.min(pieces.length, start + length);
	for (let at = start; at < end; at += 1) {
		add(parts, pieces[at] ?? '', marked[at] ?? false);
		if (at + 1 < end) add(parts, ' ', (marked[at] && marked[at + 1]) ?? false);
	}
	if (end < pieces.length) parts.push({ text: ' …', marked: false });
	return parts;
}

function matches(piece: string, asked: readonly string[]): boolean {
	const parts = wordsOf(piece);
	return [...parts, parts.join('')].some((part) => asked.some((word) => areForms(part, word)));
}

/** Where the piece begins that has most marked words, the first such. */
function densest(marked: readonly boolean[]): number {
	let best = { start: 0, found: 0 };
	let found = 0;
	for (const [at, isMarked] of marked.entries()) {
		found += Number(isMarked) - Number(marked[at - length] ?? false);
		const start = Math.max(0, at + 1 - length);
		if (found > best.found) best = { start, found };
	}
	// Some words before the first that is marked let it be understood.
	const first = marked.indexOf(true, best.start);
	return best.start === 0 || first < 0
		? best.start
		: Math.min(Math.max(0, first - 5), Math.max(0, marked.length - length));
}

function add(parts: ExcerptPart[], text: string, marked: boolean): void {
	const last = parts.at(-1);
	if (last && last.marked === marked && last.text !== '… ') last.text += text;
	else parts.push({ text, marked });
}
