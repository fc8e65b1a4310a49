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

	return new Map(
		sorted.map(({ id }, paper) => {
			const text = texts[paper];
			const related = closest(vectors, paper, candidatesOf(paper)).flatMap(({ other, score }) => {
				const otherId = sorted[other]?.id;
				if (otherId === undefined || text === undefined) return [];
				const terms = telling(vectors, paper, other).flatMap((key) => termText(key, text, lexicon) ?? []);
				return [{ id: otherId, score, terms }];
			});
			return [id, related];
		}),
	);
}

function closest(vectors: TermVectors, paper: number, candidates: readonly number[]) {
	return candidates
		.map((other) => ({ other, score: cosine(vectors, paper, other) }))
		.filter(({ score }) => score >= leastScore)
		.sort((a, b) => b.score - a.score || a.other - b.other)
		.slice(0, mostRelated);
}

/** To four decimals. */
function cosine(vectors: TermVectors, paper: number, other: number): number {
	let sum = 0;
	eachSharedTerm(vectors, paper, other, (_term, share) => {
		sum += share;
	});
	return Math.round(sum * 10_000) / 10_000;
}

/**
 * The keys of the shared terms with the greatest shares; a pair of words stands for each of its words. Equals in the
 * order of the paper's weights, then of its text, which no other paper can change.
 */
function telling(vectors: TermVectors, paper: number, other: number): number[] {
	const shares = new Map<number, number>();
	eachSharedTerm(vectors, paper, other, (term, share) => shares.set(term, share));
	const shared = [...vectors.byWeight.subarray(vectors.starts[paper], vectors.starts[paper + 1])]
		.flatMap((place) => {
			const term = vectors.terms[place] ?? 0;
			const share = shares.get(term);
			if (share === undefined) return [];
			const key = vectors.keys[term] ?? 0;
			const stems = stemsOf(key);
			return [{ key, stems, share: stems.length > 1 ? share * pairFactor : share }];
		})
		.sort((a, b) => b.share - a.share);

	const told: typeof shared = [];
	for (const term of shared) {
		if (told.length === mostTerms) break;
		const known = new Set(told.flatMap(({ stems }) => stems));
		if (!term.stems.every((stem) => known.has(stem))) told.push(term);
	}
	return told.map(({ key }) => key);
}

/** Calls `visit` with each term that two papers share and its share of their cosine. */
function eachSharedTerm(
	{ starts, terms, weights }: TermVectors,
	paper: number,
	other: number,
	visit: (term: number, share: number) => void,
): void {
	const end = starts[paper + 1] ?? 0;
	const otherEnd = starts[other + 1] ?? 0;
	let at = starts[paper] ?? 0;
	let otherAt = starts[other] ?? 0;
	while (at < end && otherAt < otherEnd) {
		const term = terms[at] ?? 0;
		const difference = term - (terms[otherAt] ?? 0);
		if (difference === 0) visit(term, (weights[at] ?? 0) * (weights[otherAt] ?? 0));
		if (difference <= 0) at++;
		if (difference >= 0) otherAt++;
	}
}
