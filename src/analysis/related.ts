import type { PaperId, Related } from '../records/paper.ts';
import { candidateFinder } from './candidates.ts';
import { stemsOf, type TermVectors, termText, termVectors } from './term-vectors.ts';
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
const leastScore = 0.1;
/** Two words explain a relation better than one: their share of a cosine counts so many times. */
const pairFactor = 2;

/**
 * For each paper, the papers closest to it by the cosine of their TF-IDF vectors (title and abstract, stems and pairs
 * of stems), best first, ties by id, with the terms that say most of why. Papers that nothing is close to have an
 * empty list. The order of `papers`, whose ids are distinct, does not matter.
 *
 * The time for a paper has a ceiling, however many there are (see `candidateFinder`).
 */
export function relatedPapers(papers: readonly RelatablePaper[]): Map<PaperId, Related[]> {
	const sorted = papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	const lexicon = new Lexicon();
	const texts = sorted.map(({ title, abstract }) => ({
		title: lexicon.read(title, 'heading'),
		abstract: lexicon.read(abstract ?? '', 'running'),
	}));
	const vectors = termVectors(texts, lexicon);
	const candidatesOf = candidateFinder(vectors);
	const weightOf = new Float32Array(vectors.keys.length);

	return new Map(
		sorted.map(({ id }, paper) => {
			const text = texts[paper];
			const related = closest(vectors, weightOf, paper, candidatesOf(paper)).flatMap(({ other, score }) => {
				const otherId = sorted[other]?.id;
				if (otherId === undefined || text === undefined) return [];
				const keys = tellingKeys(vectors, weightOf, paper, other);
				return [{ id: otherId, score, terms: keys.flatMap((key) => termText(key, text, lexicon) ?? []) }];
			});
			return [id, related];
		}),
	);
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

/** Of a paper and the one whose weights are spread, to four decimals. */
function cosine({ starts, terms, weights }: TermVectors, weightOf: Float32Array, paper: number): number {
	const end = starts[paper + 1] ?? 0;
	let sum = 0;
	for (let at = starts[paper] ?? 0; at < end; at++) sum += (weights[at] ?? 0) * (weightOf[terms[at] ?? 0] ?? 0);
	return Math.round(sum * 10_000) / 10_000;
}

/**
 * The keys of the shared terms with the greatest shares in a cosine; a pair of words stands for each of its words.
 * Equals in the order of the paper's weights, then of its text, which no other paper can change.
 */
function tellingKeys(vectors: TermVectors, weightOf: Float32Array, paper: number, other: number): number[] {
	const { keys, starts, terms, weights, byWeight } = vectors;
	spread(vectors, other, weightOf);
	const shared: { key: number; stems: number[]; share: number }[] = [];
	for (const place of byWeight.subarray(starts[paper], starts[paper + 1])) {
		const term = terms[place] ?? 0;
		const share = (weights[place] ?? 0) * (weightOf[term] ?? 0);
		if (share === 0) continue;
		const key = keys[term] ?? 0;
		const stems = stemsOf(key);
		shared.push({ key, stems, share: stems.length > 1 ? share * pairFactor : share });
	}
	clear(vectors, other, weightOf);

	const told: number[] = [];
	const toldStems: number[] = [];
	for (const { key, stems } of shared.sort((a, b) => b.share - a.share)) {
		if (told.length === mostTerms) break;
		if (stems.every((stem) => toldStems.includes(stem))) continue;
		told.push(key);
		toldStems.push(...stems);
	}
	return told;
}

function spread({ starts, terms, weights }: TermVectors, paper: number, weightOf: Float32Array): void {
	const end = starts[paper + 1] ?? 0;
	for (let at = starts[paper] ?? 0; at < end; at++) weightOf[terms[at] ?? 0] = weights[at] ?? 0;
}

function clear({ starts, terms }: TermVectors, paper: number, weightOf: Float32Array): void {
	for (const term of terms.subarray(starts[paper], starts[paper + 1])) weightOf[term] = 0;
}
