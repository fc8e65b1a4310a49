import { type ExcerptPart, excerptParts } from './excerpt.ts';
import { readDate, readNumber, splitNames } from './facts.ts';
import type { PagefindRecord } from './pagefind.ts';

/** A result as a line of the list. All of it is text of listings: to be shown as text. */
export interface ResultRow {
	/** The paper's path without base. */
	path: string;
	title: string;
	excerpt: ExcerptPart[];
	/** Empty when only a count is known. */
	authors: string[];
	authorCount: number | null;
	organization: string | null;
	/** ISO, as exact as it is known. */
	date: string | null;
	comments: number | null;
}

export function resultRow(record: PagefindRecord): ResultRow {
	const { meta } = record;
	return {
		path: record.raw_url,
		title: meta['title'] ?? '',
		excerpt: excerptParts(record),
		authors: splitNames(meta['authors']),
		authorCount: readNumber(meta['authorCount']),
		organization: meta['organization'] ?? null,
		date: readDate(meta['date']),
		comments: commentsOf(record),
	};
}

export function commentsOf({ meta }: Pick<PagefindRecord, 'meta'>): number | null {
	return readNumber(meta['comments']);
}
