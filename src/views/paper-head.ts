import { citationTags, type MetaTag } from '../exports/citation-tags.ts';
import { type ScholarlyArticle, scholarlyArticle } from '../exports/scholarly-article.ts';
import type { Paper } from '../records/paper.ts';

/** What the head of a paper's page says to machines. */
export interface PaperHeadView {
	tags: MetaTag[];
	/** Without the address of the page, which the page knows. */
	article: ScholarlyArticle;
}

/** The tags and the description of a paper for reference managers and search engines. */
export function paperHead(paper: Paper): PaperHeadView {
	return { tags: citationTags(paper), article: scholarlyArticle(paper) };
}
