import { apart, hyphenated, type Lexicon, type WordRun } from './words.ts';

/** How often a word of the title counts, against one of the abstract. */
const titleFactor = 3;
/** Inverse document frequencies come in steps of half an octave, so that a few more papers change few weights. */
const stepsPerOctave = 2;
/** A term is a stem, or two linked stems: `(first + 1) · stemSpace + second`, exact in a double. */
const stemSpace = 2 ** 26;

/** The words of a paper: its title's, then its abstract's. */
export interface ReadPaper {
	title: WordRun;
	abstract: WordRun;
}

/** TF-IDF vectors of length 1, one after another. The terms of paper `p` lie from `starts[p]` to `starts[p + 1]`. */
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
 * times; idf = log2 N − log2 df, each to the nearest half (Manning, Raghavan and Schütze, Introduction to
 * Information Retrieval, chapter 6), plus a half, so that what all papers share counts a little: an archive may have
 * two papers. Terms of a single paper are left out: they relate nothing.
 */
export function termVectors(papers: readonly ReadPaper[], lexicon: Lexicon): TermVectors {
	const counted = papers.map((paper) => termCounts(paper, lexicon));
	const { keys, documents } = sharedKeys(counted);
	const idf = Float64Array.from(documents, (df) => 0.5 + coarse(Math.log2(papers.length)) - coarse(Math.log2(df)));

	const starts = new Uint32Array(papers.length + 1);
	const capacity = counted.reduce((sum, { keys }) => sum + keys.length, 0);
	const terms = new Uint32Array(capacity);
	const weights = new Float32Array(capacity);
	const byWeight = new Uint32Array(capacity);
	let end = 0;
	counted.forEach((counts, paper) => {
		const start = end;
		const weighed: { term: number; weight: number }[] = [];
		counts.keys.forEach((key, at) => {
			const term = placeOf(keys, key);
			const weight = (1 + Math.log(counts.times[at] ?? 1)) * (idf[term] ?? 0);
			if (weight > 0) weighed.push({ term, weight });
		});
		const heaviest = weighed.toSorted((a, b) => b.weight - a.weight);
		const norm = Math.hypot(...weighed.map(({ weight }) => weight));
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

/** Calls `visit` with each term of a run and the place of its last word. */
export function eachTerm(run: WordRun, lexicon: Lexicon, visit: (key: number, at: number) => void): void {
	let before = 0;
	run.words.forEach((word, at) => {
		const stem = lexicon.stemOf(word);
		visit(stem, at);
		if (run.links[at] !== apart) visit((before + 1) * stemSpace + stem, at);
		before = stem;
	});
}

/** A term as the paper writes it: its first words there, in their usual form; null when the paper has it not. */
export function termText(key: number, paper: ReadPaper, lexicon: Lexicon): string | null {
	for (const run of [paper.abstract, paper.title]) {
		let found: string | null = null;
		eachTerm(run, lexicon, (other, at) => {
			if (found !== null || other !== key) return;
			const words = run.words.slice(at + 1 - stemsOf(key).length, at + 1);
			found = words.map((word) => lexicon.usualForm(word)).join(run.links[at] === hyphenated ? '-' : ' ');
		});
		if (found !== null) return found;
	}
	return null;
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

function coarse(octaves: number): number {
	return Math.round(octaves * stepsPerOctave) / stepsPerOctave;
}
