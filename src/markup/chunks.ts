import { type ChunkKind, kindOf, longestChunk } from './chunk-kind.ts';
import { lostLatex } from './lost-latex.ts';

/** A run of a text without spaces, or with spaces only in brackets, and without the punctuation around it. */
export interface Chunk {
	from: number;
	to: number;
	text: string;
	kind: ChunkKind;
	/** Punctuation before and after it ends a formula. */
	opened: boolean;
	closed: boolean;
}

/** A text in chunks, in order. */
export function chunksOf(text: string): Chunk[] {
	const chunks: Chunk[] = [];
	const word = /\S+/g;
	for (let found = word.exec(text); found !== null; found = word.exec(text)) {
		const to = wholeChunk(text, found.index, word.lastIndex);
		word.lastIndex = to;
		chunks.push(chunkAt(text, found.index, to));
	}
	return chunks;
}

/** Where a chunk ends whose brackets hold spaces: `R^{mtimes n}`, `O(n log n)`. */
function wholeChunk(text: string, from: number, to: number): number {
	const word = text.slice(from, to);
	if (!/[({|]/.test(word) || word.length > longestChunk) return to;
	if (word.startsWith('(')) return bracketed(text, from) ?? to;
	const limit = Math.min(text.length, from + longestChunk);
	let depth = 0;
	let round = 0;
	for (let at = from; at < limit; at += 1) {
		const character = text[at];
		if (character === '{') depth += 1;
		if (character === '}') depth -= 1;
		if (character === '(') round += 1;
		if (character === ')') round -= 1;
		if (at >= to && /\s/.test(character ?? '') && depth <= 0 && round <= 0) return at;
		if (at >= to && round > 0 && depth <= 0 && !/[A-Za-z\d\s^_{}+\-*/,.|()%']/.test(character ?? '')) return to;
	}
	const whole = text.slice(from, limit);
	return limit === text.length && depth <= 0 && round <= 0 && lostLatex(whole) !== null ? limit : to;
}

/** Where a bracket closes that holds nothing but what is surely mathematics: `(xi cdot 100%)`. */
function bracketed(text: string, from: number): number | null {
	const inside = /^\((?:[^()]|\([^()]{0,60}\)){1,60}\)\S*/.exec(text.slice(from, from + longestChunk))?.[0];
	if (inside === undefined || !inside.includes(' ') || /\.[A-Za-z]/.test(inside)) return null;
	const core = inside.replace(/[.,;:!?]+$/, '').replace(/\)-[A-Za-z-]+$/, ')');
	return lostLatex(core)?.sure === true ? from + inside.length : null;
}

function chunkAt(text: string, start: number, end: number): Chunk {
	let [from, to] = [start, end];
	while (to > from && /[.,;:!?"”’-]/.test(text[to - 1] ?? '') && !/^[A-Za-z]:$/.test(text.slice(from, to))) to -= 1;
	while (from < to && /["“‘[]/.test(text[from] ?? '')) from += 1;
	const balance = () => count(text, from, to, '(') - count(text, from, to, ')');
	while (to > from && text[to - 1] === ')' && balance() < 0) {
		to -= 1;
		while (to > from && /[.,;:]/.test(text[to - 1] ?? '')) to -= 1;
	}
	while (from < to && text[from] === '(' && balance() > 0) from += 1;
	if (/^\([^()\s]+[\^_][^()\s]+\)$/.test(text.slice(from, to))) {
		from += 1;
		to -= 1;
	}
	const named = /^(.+?)-[A-Za-z]{2}[A-Za-z-]*$/.exec(text.slice(from, to))?.[1];
	if (named !== undefined && isNamer(named)) to = from + named.length;
	const core = text.slice(from, to);
	return { from, to, text: core, kind: core === named ? 'sure' : kindOf(core), opened: from > start, closed: to < end };
}

/** What stands before a hyphen and a word: `L_2-norm`, `epsilon-greedy`, `Lambda-shaped`. */
function isNamer(text: string): boolean {
	return kindOf(text) === 'sure' || /^(?:Lambda|Gamma|Delta|Sigma|Omega)$/.test(text);
}

/** How often a character stands in a part of a text. */
export function count(text: string, from: number, to: number, character: string): number {
	let found = 0;
	for (let at = from; at < to; at += 1) if (text[at] === character) found += 1;
	return found;
}
