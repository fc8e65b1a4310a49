import { fnv1a } from '../records/fnv.ts';
import type { PaperId, Related } from '../records/paper.ts';
import { candidateFinder } from './candidates.ts';
import { roleOf } from './keyphrase-words.ts';
import { type ReadPaper, stemsOf, type TermVectors, termVectors, writtenTerm } from './term-vectors.ts';
import { Lexicon } from './words.ts';

/** What relating reads of a paper. */
export interface RelatablePaper {
	id: PaperId;
	title: string;
	abstract: string | null;
}

const mostRelated = 6;
const mostTerms = 4;
/** Below this cosine two papers have no more in common than any two of their field. */
export const leastScore = 0.07;
/** Two words explain a relation better than one: their share of a cosine counts so many times. */
const pairFactor = 2;

/**
 * For each paper, the papers closest to it by the cosine of their TF-IDF vectors (title and abstract, stems and pairs
 * of stems), best first, ties by id, with the terms that say most of why. Papers that nothing is close to have an
 * empty list. The order of `papers`, whose ids are distinct, does not matter. The words are read into `lexicon`.
 *
 * The time for a paper has a ceiling, however many there are (see `candidateFinder`).
 */
export function relatedPapers(papers: readonly RelatablePaper[], lexicon = new Lexicon()): Map<PaperId, Related[]> {
	const sorted = papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	const texts = readPapers(sorted, lexicon);
	const vectors = termVectors(texts, lexicon);
	const candidatesOf = candidateFinder(vectors);
	const weightOf = new Float32Array(vectors.keys.length);

	return new Map(
		sorted.map(({ id }, paper) => {
			const text = texts[paper];
			const write = (key: number) => (text === undefined ? null : writtenTerm(text, key, lexicon));
			const related = closest(vectors, weightOf, paper, candidatesOf(paper)).flatMap(({ other, score }) => {
				const otherId = sorted[other]?.id;
				if (otherId === undefined) return [];
				const terms = tellingTerms(sharedTerms(vectors, weightOf, paper, other), write);
				return [{ id: otherId, score, terms }];
			});
			return [id, related];
		}),
	);
}

/** The words of papers, as `termVectors` takes them. */
export function readPapers(papers: readonly RelatablePaper[], lexicon: Lexicon): ReadPaper[] {
	return papers.map(({ id, title, abstract }) => ({
		rounding: roundingOf(id),
		title: lexicon.read(title, 'heading'),
		abstract: lexicon.read(abstract ?? '', 'running'),
	}));
}

/** `weightOf`, here and below: by term, all zero between calls. It is as long as the vocabulary, so it is made once. */
function closest(vectors: TermVectors, weightOf: Float32Array, paper: number, candidates: readonly number[]) {
	spread(vectors, paper, weightOf);
	const found = candidates
		.map((other) => ({ other, score: cosine(vectors, weightOf, other) }))
		.filter(({ score }) => score >= leastScore)
		.sort((a, b) => b.score - a.score || a.other - b.other)
		.slice(0, mostRelated);
	clear(vectors, paper, weightOf);
	return found;
}

/** Of a paper and the one whose weights are spread, to two decimals: finer differences mean nothing, and come and go. */
function cosine({ starts, terms, weights }: TermVectors, weightOf: Float32Array, paper: number): number {
	const end = starts[paper + 1] ?? 0;
	let sum = 0;
	for (let at = starts[paper] ?? 0; at < end; at++) sum += (weights[at] ?? 0) * (weightOf[terms[at] ?? 0] ?? 0);
	return Math.round(sum * 100) / 100;
}

interface SharedTerm {
	key: number;
	stems: number[];
	/** Of a cosine; that of a pair of words counts `pairFactor` times. */
	share: number;
}

/** The shared terms, greatest share first; equals in the order of the paper's weights, which no other paper can change. */
function sharedTerms(vectors: TermVectors, weightOf: Float32Array, paper: number, other: number): SharedTerm[] {
	const { keys, starts, terms, weights, byWeight } = vectors;
	spread(vectors, other, weightOf);
	const shared: SharedTerm[] = [];
	for (const place of byWeight.subarray(starts[paper], starts[paper + 1])) {
		const term = terms[place] ?? 0;
		const share = (weights[place] ?? 0) * (weightOf[term] ?? 0);
		if (share === 0) continue;
		const key = keys[term] ?? 0;
		const stems = stemsOf(key);
		shared.push({ key, stems, share: stems.length > 1 ? share * pairFactor : share });
	}
	clear(vectors, other, weightOf);
	return shared.sort((a, b) => b.share - a.share);
}

/**
 * The first of the shared terms that say something, as the paper writes them; where none does, the first of all. A pair
 * of words stands for each of its words.
 */
function tellingTerms(shared: readonly SharedTerm[], write: (key: number) => string | null): string[] {
	const told: string[] = [];
	const toldStems: number[] = [];
	for (const { key, stems } of shared) {
		if (told.length === mostTerms) break;
		if (stems.every((stem) => toldStems.includes(stem))) continue;
		const term = write(key);
		if (term === null || !saysSomething(term)) continue;
		told.push(term);
		toldStems.push(...stems);
	}
	const [first] = shared;
	return told.length > 0 || first === undefined ? told : [write(first.key) ?? []].flat();
}

/** "Long-context", but not "higher" or "complete set". */
function saysSomething(term: string): boolean {
	const roles = term.split(/[ -]/).map((word) => roleOf(word.toLowerCase()));
	return !roles.includes('breaks') && (roles.length > 1 || roles[0] !== 'leading');
}

function spread({ starts, terms, weights }: TermVectors, paper: number, weightOf: Float32Array): void {
	const end = starts[paper + 1] ?? 0;
	for (let at = starts[paper] ?? 0; at < end; at++) weightOf[terms[at] ?? 0] = weights[at] ?? 0;
}

function clear({ starts, terms }: TermVectors, paper: number, weightOf: Float32Array): void {
	for (const term of terms.subarray(starts[paper], starts[paper + 1])) weightOf[term] = 0;
}

/** A number from 0 to 1 for each id, spread evenly (FNV-1a, mixed as MurmurHash3 ends). */
export function roundingOf(id: PaperId): number {
	let bits = fnv1a(id);
	bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}
