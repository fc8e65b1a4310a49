import { mergeListings } from '../listings/merge.ts';
import type { MergedPaper } from '../listings/merged-paper.ts';
import type { Correction } from '../records/correction.ts';
import type { Enrichment } from '../records/enrichment.ts';
import { compare } from '../records/order.ts';
import { wordsOf } from '../records/title-key.ts';
import { answersOf } from './answers.ts';
import { correctPapers } from './correct-papers.ts';
import { shownWith } from './enrich-papers.ts';
import type { ReadListings } from './read-listings.ts';

/** A title of fewer words finds anything. */
const leastWords = 2;

/**
 * The papers that are known by their title and have no arXiv id, nor are said to have none: those that arXiv was not
 * asked about yet, or with `again` all, those asked longest ago first. By id otherwise.
 */
export function papersSought(
	{ listings }: ReadListings,
	corrections: readonly Correction[],
	answers: readonly Enrichment[],
	again: boolean,
): MergedPaper[] {
	const merged = mergeListings(listings, corrections);
	const known = answersOf(merged.papers, answers);
	const { papers, applied } = correctPapers(merged, corrections, shownWith(known));
	const isSettled = new Set(applied.flatMap(({ paper, field }) => (field === 'arxivId' ? [paper] : [])));
	const asked = (paper: MergedPaper) => known.get(paper.id)?.asked ?? '';
	return papers
		.filter(({ id, arxivId, withdrawn }) => arxivId === null && withdrawn === null && !isSettled.has(id))
		.filter(({ title }) => wordsOf(title).length >= leastWords)
		.filter(({ id }) => again || !known.has(id))
		.sort((a, b) => compare(asked(a), asked(b)) || compare(a.id, b.id));
}
