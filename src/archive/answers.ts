import type { MergedPaper } from '../listings/merged-paper.ts';
import type { Enrichment } from '../records/enrichment.ts';
import { compare } from '../records/order.ts';
import type { PaperId } from '../records/paper.ts';

/**
 * What was answered about each paper, by its id. An answer belongs to the paper that has the id it was asked under, else
 * to the only one that an entry of this id has become part of. Where a paper was put together from several that were
 * asked about, its own answer is taken, else the newest if all say the same; else it counts as not asked about.
 */
export function answersOf(
	papers: readonly Pick<MergedPaper, 'id' | 'ids'>[],
	answers: readonly Enrichment[],
): Map<PaperId, Enrichment> {
	if (answers.length === 0) return new Map();
	const byId = new Set(papers.map(({ id }) => id));
	const byOldId = new Map<PaperId, PaperId[]>();
	for (const { id, ids } of papers) {
		for (const old of ids) byOldId.set(old, [...(byOldId.get(old) ?? []), id]);
	}
	const ofPaper = new Map<PaperId, Enrichment[]>();
	for (const answer of answers) {
		const [id, another] = byId.has(answer.paper) ? [answer.paper] : (byOldId.get(answer.paper) ?? []);
		if (id === undefined || another !== undefined) continue;
		ofPaper.set(id, [...(ofPaper.get(id) ?? []), answer]);
	}
	return new Map(
		[...ofPaper].flatMap(([id, all]) => {
			const answer = all.find(({ paper }) => paper === id) ?? agreed(all);
			return answer === null ? [] : [[id, answer] as const];
		}),
	);
}

function agreed(all: readonly Enrichment[]): Enrichment | null {
	const [newest] = all.toSorted((a, b) => compare(b.asked, a.asked) || compare(a.paper, b.paper));
	const isAgreed = all.every(({ found }) => found?.arxivId === newest?.found?.arxivId);
	return newest !== undefined && isAgreed ? newest : null;
}
