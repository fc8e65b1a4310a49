import { citationTags, type MetaTag } from '../exports/citation-tags.ts';
import { type ScholarlyArticle, scholarlyArticle } from '../exports/scholarly-article.ts';
import type { EnrichedField } from '../records/archive.ts';
import type { Paper } from '../records/paper.ts';

/** What the head of a paper's page says to machines. */
export interface PaperHeadView {
	tags: MetaTag[];
	/** Without the address of the page, which the page knows. */
	article: ScholarlyArticle;
}

/**
 * The tags and the description of a paper for reference managers and search engines. What was found by its title is left
 * out: the page says how sure that is, and a citation cannot.
 */
export function paperHead(paper: Paper, found: readonly EnrichedField[] = []): PaperHeadView {
	const stated = {
		...paper,
		...(found.includes('arxivId') && { arxivId: null }),
		...(found.includes('authors') && { authors: [] }),
		...(found.includes('published') && { published: null, publishedYear: null }),
	};
	return { tags: citationTags(stated), article: scholarlyArticle(stated) };
}
