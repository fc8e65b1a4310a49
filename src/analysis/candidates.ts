import type { TermVectors } from './term-vectors.ts';

/** A paper is found by its heaviest terms alone. */
const heavyTerms = 40;
/** How many papers that share a heavy term are looked at, counted once for each such term. */
const budget = 5000;
/** How many of them are handed on. */
const mostCandidates = 128;

/** For each term, the papers in which it is among the heaviest: those that weigh it most first, then by number. */
interface Postings {
	/** The list of term `t` lies from `starts[t]` to `starts[t + 1]`. */
	starts: Uint32Array;
	papers: Uint32Array;
	weights: Float32Array;
}

/**
 * A function that gives the papers most likely to be close to a paper, at most 128, likeliest first.
 *
 * It looks up the paper's heaviest terms, the rarest first, and stops when its budget is spent: so its time has a
 * ceiling, whatever the number of papers, and what it leaves out shares only common terms.
 */
export function candidateFinder(vectors: TermVectors): (paper: number) => number[] {
	const postings = postingsOf(vectors);
	const likeness = new Float64Array(vectors.starts.length - 1);

	return (paper) => {
		const found: number[] = [];
		let left = budget;
		for (const { weight, start, end } of rarestFirst(vectors, postings, paper)) {
			const stop = Math.min(end, start + left);
			for (let at = start; at < stop; at++) {
				const other = postings.papers[at] ?? 0;
				if (other === paper) continue;
				if (likeness[other] === 0) found.push(other);
				likeness[other] = (likeness[other] ?? 0) + weight * (postings.weights[at] ?? 0);
			}
			left -= stop - start;
			if (left === 0) break;
		}
		const best = greatest(found, likeness);
		for (const other of found) likeness[other] = 0;
		return best;
	};
}

function rarestFirst(vectors: TermVectors, { starts }: Postings, paper: number) {
	return [...heaviest(vectors, paper)]
		.map((place) => {
			const term = vectors.terms[place] ?? 0;
			return { weight: vectors.weights[place] ?? 0, start: starts[term] ?? 0, end: starts[term + 1] ?? 0 };
		})
		.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
}

/** The places of a paper's heaviest terms. */
function heaviest({ starts, byWeight }: TermVectors, paper: number): Uint32Array {
	const start = starts[paper] ?? 0;
	return byWeight.subarray(start, Math.min(start + heavyTerms, starts[paper + 1] ?? 0));
}

function postingsOf(vectors: TermVectors): Postings {
	const count = vectors.starts.length - 1;
	const starts = new Uint32Array(vectors.keys.length + 1);
	for (let paper = 0; paper < count; paper++) {
		for (const place of heaviest(vectors, paper)) {
			const next = (vectors.terms[place] ?? 0) + 1;
			starts[next] = (starts[next] ?? 0) + 1;
		}
	}
	for (let term = 1; term < starts.length; term++) starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);

	const free = starts.slice();
	const papers = new Uint32Array(starts.at(-1) ?? 0);
	const weights = new Float32Array(papers.length);
	for (let paper = 0; paper < count; paper++) {
		for (const place of heaviest(vectors, paper)) {
			const term = vectors.terms[place] ?? 0;
			const at = free[term] ?? 0;
			papers[at] = paper;
			weights[at] = vectors.weights[place] ?? 0;
			free[term] = at + 1;
		}
	}
	for (let term = 0; term + 1 < starts.length; term++) {
		sortByWeight(papers.subarray(starts[term], starts[term + 1]), weights.subarray(starts[term], starts[term + 1]));
	}
	return { starts, papers, weights };
}

/** Sorts two parallel arrays, heaviest first; papers come ascending, and equals stay so. */
function sortByWeight(papers: Uint32Array, weights: Float32Array): void {
	const sorted = Array.from(papers, (paper, at) => ({ paper, weight: weights[at] ?? 0 })).sort(
		(a, b) => b.weight - a.weight,
	);
	sorted.forEach(({ paper, weight }, at) => {
		papers[at] = paper;
		weights[at] = weight;
	});
}

/** The `mostCandidates` papers of the greatest likeness, greatest first, equals as they were found. */
function greatest(found: readonly number[], likeness: Float64Array): number[] {
	const best: number[] = [];
	for (const paper of found) {
		const value = likeness[paper] ?? 0;
		let at = best.length;
		if (at === mostCandidates && value <= (likeness[best[--at] ?? 0] ?? 0)) continue;
		for (; at > 0; at--) {
			const before = best[at - 1] ?? 0;
			if ((likeness[before] ?? 0) >= value) break;
			best[at] = before;
		}
		best[at] = paper;
	}
	return best;
}
