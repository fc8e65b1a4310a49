import type { PhraseReader, PhraseRuns, PhraseWord } from './keyphrase-runs.ts';

/** Longer runs are no phrases. */
export const mostWords = 4;
/** So many papers in which a phrase stands by itself make it a term of the field. */
const leastPapers = 3;

/** The phrases that stand by themselves in papers. */
export interface FieldTerms {
	/** How many papers there are, as a power of two: log2 N, to a whole number. */
	octaves: number;
	/** In how many papers a phrase is a whole run, from three on; 0 for fewer. */
	papersOf(key: number): number;
}

/** The words of a paper. */
export interface PaperRuns {
	title: PhraseRuns;
	abstract: PhraseRuns;
}

/** Counts the whole runs of papers: of each paper a few dozen numbers are kept until all are counted. */
export function fieldTerms(papers: readonly (PaperRuns | null)[], reader: PhraseReader): FieldTerms {
	const chunks = papers.map((paper) => (paper === null ? new Float64Array() : wholeRuns(paper, reader)));
	const counts = countsOf(chunks);
	return {
		octaves: Math.round(Math.log2(Math.max(1, chunks.length))),
		papersOf: (key) => counts.get(key) ?? 0,
	};
}

function wholeRuns({ title, abstract }: PaperRuns, reader: PhraseReader): Float64Array {
	const keys = new Set<number>();
	for (const runs of [title, abstract]) {
		for (const run of reader.runsIn(runs)) if (run.length <= mostWords) keys.add(phraseKey(run));
	}
	return Float64Array.from(keys);
}

function countsOf(chunks: readonly Float64Array[]): Map<number, number> {
	const all = new Float64Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let end = 0;
	for (const chunk of chunks) {
		all.set(chunk, end);
		end += chunk.length;
	}
	all.sort();
	const counts = new Map<number, number>();
	for (let from = 0, to = 0; from < all.length; from = to) {
		const key = all[from] ?? 0;
		while (to < all.length && all[to] === key) to++;
		if (to - from >= leastPapers) counts.set(key, to - from);
	}
	return counts;
}

/** The key of no words. */
export const emptyKey = 0;

/** A phrase by its stems, as a number of 53 bits: among millions of phrases hardly two share one. */
export function phraseKey(words: readonly PhraseWord[]): number {
	return words.reduce(longerKey, emptyKey);
}

/** The key of a phrase and one more word. */
export function longerKey(key: number, { stems }: PhraseWord): number {
	let high = Math.floor(key / 2 ** 26);
	// As exact as a remainder, and faster.
	let low = key - high * 2 ** 26;
	for (const stem of stems) {
		high = mixed(high ^ Math.imul(stem + 0x7f4a7c15, 0x9e3779b1)) >>> 5;
		low = mixed(low ^ Math.imul(stem + 0x6a09e667, 0x85ebca77)) >>> 6;
	}
	return high * 2 ** 26 + low;
}

/** The last step of MurmurHash3, by Austin Appleby: each bit of the result depends on all of the number. */
function mixed(number: number): number {
	let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return bits ^ (bits >>> 16);
}
