import { apart, hyphenated } from './text-words.ts';
import type { Lexicon, WordRun } from './words.ts';

/** How often a word of the title counts, against one of the abstract. */
const titleFactor = 3;
/** A term of fewer papers than one in 2^10 is not more telling for that. */
const mostOctaves = 10;
/** The number of papers counts in steps of two octaves. */
const sizeStep = 2;
/** A term is a stem, or two linked stems: `(first + 1) · stemSpace + second`, exact in a double. */
const stemSpace = 2 ** 26;

/** The words of a paper: its title's, then its abstract's. */
export interface ReadPaper {
	/** 0 to 1: where between two steps the number of papers begins to count as the higher one, for this paper. */
	rounding: number;
	title: WordRun;
	abstract: WordRun;
}

/** TF-IDF vectors, one after another: of length 1 with the terms that only one paper has, which are left out. The terms of paper `p` lie from `starts[p]` to `starts[p + 1]`. */
export interface TermVectors {
	/** Every term that at least two papers have, ascending. */
	keys: Float64Array;
	starts: Uint32Array;
	/** Places in `keys`, ascending within a paper. */
	terms: Uint32Array;
	weights: Float32Array;
	/** The terms of each paper from heaviest to lightest, as places in `terms`; equals in the order of its text. */
	byWeight: Uint32Array;
}

/** The stems of a term: one, or two. */
export function stemsOf(key: number): number[] {
	return key < stemSpace ? [key] : [Math.floor(key / stemSpace) - 1, key % stemSpace];
}

/**
 * The vectors of papers: weight = (1 + ln tf) · idf, scaled to length 1. tf counts a title's word `titleFactor`
 * times; idf = log2 N − log2 df (Manning, Raghavan and Schütze, Introduction to Information Retrieval, chapter 6), from
 * 0 to 10, plus a half, so that what all papers share counts a little: an archive may have two papers. A term of a
 * single paper relates nothing and is left out, but counts for the length as one of two papers.
 *
 * Logarithms come in steps, so that a few more papers change few weights: that of df to the nearest whole number, that
 * of N to an even one. Where N lies between two even numbers each paper is rounded by a number of its own: were all
 * rounded alike, one paper more could change the weights of all.
 */
export function termVectors(papers: readonly ReadPaper[], lexicon: Lexicon): TermVectors {
	const counted = papers.map((paper) => termCounts(paper, lexicon));
	const { keys, documents } = sharedKeys(counted);
	const octaves = Uint8Array.from(documents, octavesOf);
	const size = Math.log2(papers.length) / sizeStep;

	const starts = new Uint32Array(papers.length + 1);
	const capacity = counted.reduce((sum, { keys }) => sum + keys.length, 0);
	const terms = new Uint32Array(capacity);
	const weights = new Float32Array(capacity);
	const byWeight = new Uint32Array(capacity);
	let end = 0;
	counted.forEach((counts, paper) => {
		const start = end;
		const ownSize = sizeStep * Math.floor(size + (papers[paper]?.rounding ?? 0));
		let alone = 0;
		const weighed: { term: number; weight: number }[] = [];
		counts.keys.forEach((key, at) => {
			const term = placeOf(keys, key);
			const frequency = 1 + Math.log(counts.times[at] ?? 1);
			if (term === -1) alone += (frequency * idf(ownSize, octavesOf(2))) ** 2;
			else weighed.push({ term, weight: frequency * idf(ownSize, octaves[term] ?? 0) });
		});
		const heaviest = weighed.toSorted((a, b) => b.weight - a.weight);
		const norm = Math.sqrt(weighed.reduce((sum, { weight }) => sum + weight ** 2, alone));
		weighed.sort((a, b) => a.term - b.term);
		for (const { term, weight } of weighed) {
			terms[end] = term;
			weights[end] = weight / norm;
			end++;
		}
		const vector = terms.subarray(start, end);
		heaviest.forEach(({ term }, rank) => {
			byWeight[start + rank] = start + placeOf(vector, term);
		});
		starts[paper + 1] = end;
	});
	return {
		keys,
		starts,
		terms: terms.slice(0, end),
		weights: weights.slice(0, end),
		byWeight: byWeight.slice(0, end),
	};
}

/** Calls `visit` with each term of a run. */
export function eachTerm(run: WordRun, lexicon: Lexicon, visit: (key: number) => void): void {
	let before = 0;
	run.words.forEach((word, at) => {
		const stem = lexicon.stemOf(word);
		visit(stem);
		if (run.links[at] !== apart) visit((before + 1) * stemSpace + stem);
		before = stem;
	});
}

/** A term as a paper writes it: its first words there, in their usual form; null when the paper has it not. */
export function writtenTerm({ title, abstract }: ReadPaper, key: number, lexicon: Lexicon): string | null {
	for (const run of [abstract, title]) {
		const at = placeOfTerm(run, key, lexicon);
		if (at === -1) continue;
		const words = run.words.slice(at + 1 - stemsOf(key).length, at + 1);
		return words.map((word) => lexicon.usualForm(word)).join(run.links[at] === hyphenated ? '-' : ' ');
	}
	return null;
}

/** The place of the last word of a term where a run has it first; −1 where it has it not. */
function placeOfTerm({ words, links }: WordRun, key: number, lexicon: Lexicon): number {
	const [stem, before] = stemsOf(key).reverse();
	return words.findIndex(
		(word, at) =>
			lexicon.stemOf(word) === stem &&
			(before === undefined || (links[at] !== apart && lexicon.stemOf(words[at - 1] ?? -1) === before)),
	);
}

/** The distinct terms of a text in its order, and how often it has each. */
interface TermCounts {
	keys: number[];
	times: number[];
}

function termCounts(paper: ReadPaper, lexicon: Lexicon): TermCounts {
	const counts = new Map<number, number>();
	eachTerm(paper.title, lexicon, (key) => counts.set(key, (counts.get(key) ?? 0) + titleFactor));
	eachTerm(paper.abstract, lexicon, (key) => counts.set(key, (counts.get(key) ?? 0) + 1));
	return { keys: [...counts.keys()], times: [...counts.values()] };
}

/** The terms that two papers or more have, ascending, and how many have each. */
function sharedKeys(counted: readonly TermCounts[]): { keys: Float64Array; documents: Uint32Array } {
	const all = new Float64Array(counted.reduce((sum, { keys }) => sum + keys.length, 0));
	let end = 0;
	for (const { keys } of counted) {
		all.set(keys, end);
		end += keys.length;
	}
	all.sort();

	const documents = new Uint32Array(all.length);
	let shared = 0;
	for (let from = 0, to = 0; from < all.length; from = to) {
		const key = all[from] ?? 0;
		while (to < all.length && all[to] === key) to++;
		if (to - from < 2) continue;
		all[shared] = key;
		documents[shared] = to - from;
		shared++;
	}
	return { keys: all.slice(0, shared), documents: documents.slice(0, shared) };
}

/** Where a sorted array holds a value; −1 when it does not. */
function placeOf(sorted: Float64Array | Uint32Array, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return sorted[low] === value ? low : -1;
}

function octavesOf(documents: number): number {
	return Math.round(Math.log2(documents));
}

function idf(size: number, octaves: number): number {
	return 0.5 + Math.min(mostOctaves, Math.max(0, size - octaves));
}
