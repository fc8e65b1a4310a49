import { leastScore, type RelatablePaper, readPapers, type relatedPapers } from '../../src/analysis/related.ts';
import { type TermVectors, termVectors } from '../../src/analysis/term-vectors.ts';
import { Lexicon } from '../../src/analysis/words.ts';

const sampled = 300;

/**
 * Of papers spread evenly over all, the share of the five closest that are among the related: by the cosines with every
 * other paper, rounded as those of relations are, equals by id.
 */
export function recallAtFive(papers: readonly RelatablePaper[], related: ReturnType<typeof relatedPapers>): number {
	const sorted = papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	const lexicon = new Lexicon();
	const vectors = termVectors(readPapers(sorted, lexicon), lexicon);
	const count = Math.min(sampled, sorted.length);
	let [wanted, found] = [0, 0];
	for (let nth = 0; nth < count; nth++) {
		const at = Math.floor((nth * sorted.length) / count);
		const id = sorted[at]?.id;
		const mine = new Set(id === undefined ? [] : related.get(id)?.map((relation) => relation.id));
		for (const other of fiveClosest(vectors, at)) {
			wanted++;
			const otherId = sorted[other]?.id;
			if (otherId !== undefined && mine.has(otherId)) found++;
		}
	}
	return wanted === 0 ? 1 : found / wanted;
}

function fiveClosest({ keys, starts, terms, weights }: TermVectors, paper: number): number[] {
	const weightOf = new Float32Array(keys.length);
	for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) weightOf[terms[at] ?? 0] = weights[at] ?? 0;
	const close: { other: number; score: number }[] = [];
	for (let other = 0; other + 1 < starts.length; other++) {
		if (other === paper) continue;
		let sum = 0;
		const end = starts[other + 1] ?? 0;
		for (let at = starts[other] ?? 0; at < end; at++) sum += (weights[at] ?? 0) * (weightOf[terms[at] ?? 0] ?? 0);
		const score = Math.round(sum * 100) / 100;
		if (score >= leastScore) close.push({ other, score });
	}
	close.sort((a, b) => b.score - a.score || a.other - b.other);
	return close.slice(0, 5).map(({ other }) => other);
}
