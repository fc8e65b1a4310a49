import type { Topic } from '../records/archive.ts';
import { wordsOf } from '../records/title-key.ts';
import { remembering } from './remembering.ts';
import { stemOf } from './stems.ts';

/** A term of so few letters and digits is a word of its own, or its plural: "gan" is not in "gang". */
const longestWholeWord = 4;

/** A term or not-term of a topic, found at words `first` to `last` of a text. */
export interface TermHit {
	/** Place of the topic in the taxonomy. */
	topic: number;
	/** Place of the term among the topic's terms, or of the not-term among its not-terms. */
	term: number;
	/** Null for a not-term. */
	weight: number | null;
	first: number;
	last: number;
}

/** What ends at a node of the trie. */
interface End {
	topic: number;
	term: number;
	weight: number | null;
	/** Where a word may go on behind the term: anywhere, for no more than a plural's s, or nowhere. */
	until: 'any' | 'plural' | 'end';
}

interface TrieNode {
	next: Map<number, TrieNode>;
	ends: End[];
}

/**
 * A function that finds the terms and not-terms of all topics in the words of a text, in one pass for the words as
 * they are written and one for their stems.
 *
 * A term is found where it stands at the beginning of a word, whatever its case and accents; hyphens and spaces count
 * for nothing, so that "pre-train" also finds "pretraining" and "pre training". A term of at most four letters and
 * digits is found as a word of its own or its plural. A term of several words, with spaces, is also found where the
 * words have the same stems (Snowball, English): "model merging" finds "models merged". A single word is not compared
 * by its stem, which would make "transformer" one with "transformed", and "pre-training" with "pre-trained". Not-terms
 * are found as they are written, so that they can name one form of a term.
 */
export function termFinder(topics: readonly Topic[]): (words: readonly string[]) => TermHit[] {
	const written = emptyNode();
	const stemmed = emptyNode();
	topics.forEach(({ terms, notTerms }, topic) => {
		terms.forEach(({ term: text, weight }, term) => {
			const words = wordsOf(text);
			addTerm(written, words, { topic, term, weight, until: untilOf(words) });
			if (/\s/.test(text.trim())) addTerm(stemmed, words.map(stemOf), { topic, term, weight, until: 'end' });
		});
		notTerms.forEach((text, term) => {
			const words = wordsOf(text);
			addTerm(written, words, { topic, term, weight: null, until: untilOf(words) });
		});
	});
	const readingOf = remembering((word) => {
		const stem = stemOf(word);
		return { written: walked(written, word, true), stemmed: { stem, ...walked(stemmed, stem, true) } };
	});
	return (words) => {
		const readings = words.map(readingOf);
		const stems = readings.map((reading) => reading.stemmed.stem);
		const hits: TermHit[] = [];
		readings.forEach((reading, first) => {
			addHits(hits, reading.written, words, first);
			addHits(hits, reading.stemmed, stems, first);
		});
		return hits;
	};
}

/** What ends within a word, and where in the trie the word ends; null when no term goes on there. */
interface Walk {
	ends: End[];
	node: TrieNode | null;
}

/** Follows a word from a node. */
function walked(from: TrieNode, word: string, isFirst: boolean): Walk {
	const ends: End[] = [];
	let node: TrieNode | undefined = from;
	for (let at = 0; node && at < word.length; at++) {
		node = node.next.get(word.charCodeAt(at));
		for (const end of node?.ends ?? []) if (mayEnd(end.until, word, at + 1, isFirst)) ends.push(end);
	}
	return { ends, node: node && node.next.size > 0 ? node : null };
}

/** The hits that begin at word `first`, whose walk from the root is known. */
function addHits(hits: TermHit[], begun: Walk, words: readonly string[], first: number): void {
	let walk = begun;
	for (let last = first; ; last++) {
		for (const { topic, term, weight } of walk.ends) hits.push({ topic, term, weight, first, last });
		const word = words[last + 1];
		if (walk.node === null || word === undefined) return;
		walk = walked(walk.node, word, false);
	}
}

function untilOf(words: readonly string[]): End['until'] {
	return words.join('').length <= longestWholeWord ? 'plural' : 'any';
}

function mayEnd(until: End['until'], word: string, at: number, isFirst: boolean): boolean {
	if (until === 'any') return true;
	if (until === 'end') return at === word.length;
	return isFirst && (at === word.length || (at === word.length - 1 && word.endsWith('s')));
}

function emptyNode(): TrieNode {
	return { next: new Map(), ends: [] };
}

function addTerm(root: TrieNode, words: readonly string[], end: End): void {
	const key = words.join('');
	let node = root;
	for (let at = 0; at < key.length; at++) {
		const code = key.charCodeAt(at);
		const next = node.next.get(code) ?? emptyNode();
		node.next.set(code, next);
		node = next;
	}
	if (key !== '') node.ends.push(end);
}
