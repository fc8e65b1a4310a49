import type { Paper } from '../records/paper.ts';
import type { PublishedPaper } from '../records/published-paper.ts';

/** What of a paper is published as data: all of it but rendered text and relations, its keys in the same order. */
export function publishedPaper({ titleHtml, abstractHtml, related, ...published }: Paper): PublishedPaper {
	return published;
}
