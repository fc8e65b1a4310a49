import type { Paper } from '../records/paper.ts';
import type { PublishedPaper } from '../records/published-paper.ts';

/** What of a paper is published as data: all of it but rendered text and relations, its keys in the same order. */
export function publishedPaper({ titleHtml, abstractHtml, related, ...published }: Paper): PublishedPaper {
	return published;
}

/** What the papers of a shard are published with as tables and in sitemaps: their year, or `undated`. */
export function yearOfShard(shard: string): string {
	return /^\d{4}/.exec(shard)?.[0] ?? 'undated';
}
