import { termChanges } from '../analysis/term-changes.ts';
import { countedTerms } from '../analysis/term-counts.ts';
import { papersOfTerm, termPapers } from '../analysis/term-papers.ts';
import { archiveTrend, periodOf } from '../analysis/trend.ts';
import type { Archive, IndexedPaper, Summary } from '../records/archive.ts';
import type { Paper, PaperId } from '../records/paper.ts';

/** The terms of an archive over time. `index` is that of the papers, in its order. */
export function archivedTerms(
	papers: readonly Paper[],
	index: readonly IndexedPaper[],
	summary: Pick<Summary, 'papers' | 'months' | 'years' | 'topics'>,
): Archive['terms'] {
	const byId = new Map<PaperId, Paper>(papers.map((paper) => [paper.id, paper]));
	const texts = index.map(({ id, date, title, topics }) => {
		return { id, date, title, topics, abstract: byId.get(id)?.abstract ?? null };
	});
	const terms = termPapers(texts, papersOfTerm);
	const trend = archiveTrend(summary);
	const numbers = new Map(trend.periods.map(({ period }, number) => [period, number]));
	const numberOf = ({ date }: (typeof texts)[number]): number => {
		const period = date === null ? null : periodOf(date, trend.unit);
		return period === null ? -1 : (numbers.get(period) ?? -1);
	};
	return {
		changes: termChanges(
			texts,
			summary.topics.map(({ slug }) => slug),
			terms,
		),
		...countedTerms(trend, terms, Int32Array.from(texts, numberOf)),
	};
}
