import type { Paper } from '../records/paper.ts';
import { abstractToCite, authorsToCite, dateToCite } from './citation.ts';

/** A `<meta>` of a page's head. */
export interface MetaTag {
	name: string;
	content: string;
}

/**
 * What Google Scholar and reference managers read of a paper, as its page's `<meta>` tags: Highwire's `citation_*` and
 * Zotero's type of item. What is not known has no tag.
 *
 * Left out on purpose: `citation_journal_title` and `citation_conference_title`, since no source says which of the two
 * a venue is, and Zotero would take either for the type; `citation_pdf_url`, since Google Scholar allows it only for a
 * file beside the page; `citation_online_date`, since Zotero would take the day of a listing for a date of publication.
 */
export function citationTags(paper: Paper): MetaTag[] {
	const tags: [name: string, content: string | null][] = [
		['z:itemType', 'preprint'],
		['citation_title', paper.title],
		...authorsToCite(paper).map(({ name }): [string, string] => ['citation_author', name]),
		['citation_publication_date', scholarDate(dateToCite(paper))],
		['citation_doi', paper.doi],
		['citation_arxiv_id', paper.arxivId],
		['citation_language', paper.language],
		['citation_abstract', abstractToCite(paper)],
	];
	return tags.flatMap(([name, content]) => (content === null || content.trim() === '' ? [] : [{ name, content }]));
}

/** `2025/11/24`, or the year alone: Google Scholar knows no other form, so a month is not said. */
function scholarDate(date: string | null): string | null {
	if (date === null) return null;
	return date.length === 10 ? date.replaceAll('-', '/') : date.slice(0, 4);
}
