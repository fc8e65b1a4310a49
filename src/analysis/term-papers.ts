import { longestTerm } from '../records/term-key.ts';
import { type ReadWords, readWords, type TermText } from './read-words.ts';
import { wordKinds } from './term-words.ts';

/** Terms, and the papers that have each: those of term `t` lie from `starts[t]` to `starts[t + 1]`, ascending. */
export interface TermPapers {
	/** See `termKey`. */
	keys: string[];
	starts: Uint32Array;
	/** Places among the papers that were given. */
	papers: Uint32Array;
	/** How many papers have each in their title. */
	titled: Uint32Array;
}

/** Terms of fewer papers are not followed over time. */
export const papersOfTerm = 3;

/** Phrases of one length that enough papers have. */
interface Phrases {
	/** By place of a word: the number of the phrase that begins there; −1 where none does. */
	at: Int32Array;
	/** By number: the phrase of all its words but the last, and the last. Of single words, no phrase is before. */
	before: number[];
	last: number[];
}

/**
 * The terms that at least `least` papers have: one to four words with nothing but spaces and hyphens between them.
 * Stop words stand only inside ("mixture of experts"), numbers and single letters not alone ("GPT-4", "k-means").
 *
 * A longer phrase is looked for only where the shorter ones in it are in enough papers (Agrawal and Srikant 1994,
 * Fast algorithms for mining association rules), so memory grows with the words of the papers, not with their phrases.
 */
export function termPapers(texts: readonly TermText[], least: number): TermPapers {
	const words = readWords(texts);
	const found: Phrases[] = [];
	for (let length = 1; length <= longestTerm; length++) {
		const shorter = found.at(-1) ?? null;
		const keyAt = shorter === null ? singleKeys(words) : longerKeys(words, shorter, length);
		found.push(frequentPhrases(words, keyAt, least));
	}
	return papersOf(words, found);
}

/** What phrase of a length begins at a word, as a number; −1 where none can. */
type KeyAt = (place: number) => number;

function singleKeys({ words }: ReadWords): KeyAt {
	return (place) => words[place] ?? 0;
}

/** A phrase before, and a word after it, as one number: `before · (number of words) + last`. */
function longerKeys({ words, kinds, joined, keys }: ReadWords, { at }: Phrases, length: number): KeyAt {
	return (place) => {
		const before = at[place] ?? -1;
		const last = place + length - 1;
		if (before < 0 || last >= words.length || joined[last] === 0) return -1;
		const kind = (of: number) => kinds[words[of] ?? 0];
		if (kind(place) === wordKinds.stop || kind(place) === wordKinds.number) return -1;
		// The longest may end in no stop word, since nothing follows.
		if (length === longestTerm && kind(last) === wordKinds.stop) return -1;
		const startsTerm = kind(place + 1) === wordKinds.telling || kind(place + 1) === wordKinds.letter;
		if (startsTerm && (at[place + 1] ?? -1) < 0) return -1;
		return before * keys.length + (words[last] ?? 0);
	};
}

const sketchSize = 2 ** 24;

/** The phrases that at least `least` papers have. A sketch of counts first leaves out most of those that have fewer. */
function frequentPhrases({ starts, words, keys }: ReadWords, keyAt: KeyAt, least: number): Phrases {
	const sketch = new Uint8Array(sketchSize);
	for (let place = 0; place < words.length; place++) {
		const key = keyAt(place);
		if (key < 0) continue;
		const cell = key % (sketchSize - 3);
		sketch[cell] = Math.min(255, (sketch[cell] ?? 0) + 1);
	}
	const at = new Int32Array(words.length).fill(-1);
	const seen = new Map<number, number>();
	const papers: number[] = [];
	const lastPapers: number[] = [];
	for (let paper = 0; paper + 1 < starts.length; paper++) {
		const end = starts[paper + 1] ?? 0;
		for (let place = starts[paper] ?? 0; place < end; place++) {
			const key = keyAt(place);
			if (key < 0 || (sketch[key % (sketchSize - 3)] ?? 0) < Math.min(255, least)) continue;
			const known = seen.get(key) ?? papers.length;
			at[place] = known;
			if (known === papers.length) seen.set(key, known);
			else if (lastPapers[known] === paper) continue;
			papers[known] = (papers[known] ?? 0) + 1;
			lastPapers[known] = paper;
		}
	}
	const before: number[] = [];
	const last: number[] = [];
	const numbers = Int32Array.from(seen.entries(), ([key, known]) => {
		if ((papers[known] ?? 0) < least) return -1;
		before.push(Math.floor(key / keys.length));
		last.push(key % keys.length);
		return before.length - 1;
	});
	for (let place = 0; place < at.length; place++) {
		const known = at[place] ?? -1;
		if (known >= 0) at[place] = numbers[known] ?? -1;
	}
	return { at, before, last };
}

function papersOf(words: ReadWords, found: readonly Phrases[]): TermPapers {
	const keys: string[] = [];
	const terms = found.map(({ before }, level) =>
		Int32Array.from(before, (_, phrase) => {
			const parts = wordsOfPhrase(found, level, phrase);
			if (!isTerm(parts.map((word) => words.kinds[word]))) return -1;
			keys.push(parts.map((word) => words.keys[word] ?? '').join(' '));
			return keys.length - 1;
		}),
	);
	const levels = found.map(({ at }, level) => ({ at, terms: terms[level] ?? new Int32Array() }));
	const eachTerm = (visit: (term: number, paper: number, place: number) => void): void => {
		const seenIn = new Int32Array(keys.length).fill(-1);
		for (let paper = 0; paper + 1 < words.starts.length; paper++) {
			const end = words.starts[paper + 1] ?? 0;
			for (let place = words.starts[paper] ?? 0; place < end; place++) {
				for (const { at, terms: ofLevel } of levels) {
					const phrase = at[place] ?? -1;
					// Where no phrase begins, no longer one does.
					if (phrase < 0) break;
					const term = ofLevel[phrase] ?? -1;
					if (term < 0 || seenIn[term] === paper) continue;
					seenIn[term] = paper;
					visit(term, paper, place);
				}
			}
		}
	};

	const starts = new Uint32Array(keys.length + 1);
	const titled = new Uint32Array(keys.length);
	// The first place of a term in a paper is in the title, if any is.
	eachTerm((term, paper, place) => {
		starts[term + 1] = (starts[term + 1] ?? 0) + 1;
		if (place < (words.titleEnds[paper] ?? 0)) titled[term] = (titled[term] ?? 0) + 1;
	});
	for (let term = 0; term < keys.length; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
	const free = starts.slice();
	const papers = new Uint32Array(starts.at(-1) ?? 0);
	eachTerm((term, paper) => {
		const at = free[term] ?? 0;
		papers[at] = paper;
		free[term] = at + 1;
	});
	return { keys, starts, papers, titled };
}

function wordsOfPhrase(found: readonly Phrases[], level: number, phrase: number): number[] {
	const { before = [], last = [] } = found[level] ?? {};
	const word = last[phrase] ?? 0;
	return level === 0 ? [word] : [...wordsOfPhrase(found, level - 1, before[phrase] ?? 0), word];
}

function isTerm(kinds: readonly (number | undefined)[]): boolean {
	const [first, last] = [kinds.at(0), kinds.at(-1)];
	if (first === wordKinds.stop || first === wordKinds.number || last === wordKinds.stop) return false;
	return kinds.includes(wordKinds.telling);
}
