import { mergeListings } from '../listings/merge.ts';
import type { Change } from '../markup/changes.ts';
import type { Listing } from '../records/listing.ts';
import type { PaperId, Slug } from '../records/paper.ts';
import { paperText } from './paper-text.ts';

/** A title or an abstract before and after markup. */
export interface ExplainedText {
	id: PaperId;
	slug: Slug;
	field: 'title' | 'abstract';
	before: string;
	after: string;
	changes: Change[];
}

/** What markup did to the texts of a paper, by its id or the last part of its address; of `all` papers, those that it changed. */
export function explainTexts(listings: readonly Listing[], of: string): ExplainedText[] {
	const { papers } = mergeListings(listings);
	const meant = of === 'all' ? papers : papers.filter(({ ids, slug }) => slug === of || ids.some((id) => id === of));
	return meant.flatMap((paper) => {
		const { id, slug } = paper;
		const { title, abstract } = paperText(paper);
		const texts: ExplainedText[] = [
			{ id, slug, field: 'title', before: paper.title, after: title.text, changes: title.changes },
		];
		if (abstract !== null && paper.abstract !== null) {
			texts.push({
				id,
				slug,
				field: 'abstract',
				before: paper.abstract,
				after: abstract.text,
				changes: abstract.changes,
			});
		}
		return of === 'all' ? texts.filter(({ changes }) => changes.length > 0) : texts;
	});
}
