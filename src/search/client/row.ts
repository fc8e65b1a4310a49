import { type ExcerptPart, excerptOf } from './excerpt.ts';
import { readDate, readNumber, splitNames } from './facts.ts';

/** What the index has of a paper to be shown. */
export interface PaperRecord {
	/** The paper's path without base. */
	url: string;
	/** The abstract; what stands for it is the title. */
	content: string;
	meta: Record<string, string>;
}

/** A result as a line of the list. All of it is text of listings: to be shown as text. */
export interface ResultRow {
	/** The paper's path without base. */
	path: string;
	title: string;
	/** Empty when nothing but the title is known. */
	excerpt: ExcerptPart[];
	/** Empty when only a count is known. */
	authors: string[];
	authorCount: number | null;
	organization: string | null;
	/** ISO, as exact as it is known. */
	date: string | null;
	comments: number | null;
	upvotes: number | null;
}

/** The line of a paper for a query of these words. */
export function resultRow({ url, content, meta }: PaperRecord, words: readonly string[]): ResultRow {
	const title = meta['title'] ?? '';
	return {
		path: url,
		title,
		excerpt: content === title ? [] : excerptOf(content, words),
		authors: splitNames(meta['authors']),
		authorCount: readNumber(meta['authorCount']),
		organization: meta['organization'] ?? null,
		date: readDate(meta['date']),
		comments: readNumber(meta['comments']),
		upvotes: readNumber(meta['upvotes']),
	};
}
