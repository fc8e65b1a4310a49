import type { Captured, IsoDate } from '../records/dates.ts';
import type { Columns, Entry, Items, Problem } from '../records/listing.ts';
import type { LineKind } from './line-account.ts';

/** What a reader may use of what is known outside the content. */
export interface ReadingContext {
	/** When the listing was saved, by its sidecar or its name; null when they do not say. */
	captured: Captured | null;
	/** Which column of a table holds what, by its sidecar. */
	columns: Columns | null;
}

/** What a dialect's reader found in a listing. */
export interface Reading {
	entries: Entry[];
	/** Of a text what each line is, by its place from 0; of anything else how many of its items were read. */
	accounting: { kinds: LineKind[] } | { items: Items };
	problems: Problem[];
	/** The time of capture as the content tells it. */
	captured: Captured | null;
	/** Whether this is one day's list, so that a file's name that is exactly a date is its day. */
	daily: boolean;
	/** The day whose list this is, as the content tells it. */
	day: IsoDate | null;
}

/** A format that listings come in. A new one is one file that exports this, and one folder of fixtures. */
export interface Dialect {
	name: string;
	/** What a listing of it is, in words: “a page of …, saved as text”. */
	describes: string;
	/** Rank among the kinds of DESIGN.md section 9, from 0: whose values win when sources differ. */
	exactness: number;
	/**
	 * Whether this content is of this dialect, never by its name; a table, which is of none by itself, by the columns of
	 * its sidecar. Must be quick and never throw.
	 */
	recognises(content: string, columns?: Columns | null): boolean;
	/** Reads all it can; what it cannot is a problem, never an exception. */
	read(content: string, context: ReadingContext): Reading;
	/**
	 * Finds places of a content that are not line numbers; null for one that is the whole. Dialects whose places are all
	 * line numbers do without.
	 */
	finder?(content: string): PlaceFinder;
}

export type PlaceFinder = (place: string) => Span | null;

/** A stretch of a content: its first character and the one behind its last, as JavaScript counts them. */
export interface Span {
	from: number;
	to: number;
}

/** The ranks of DESIGN.md section 9. */
export const exactness = {
	ownRecords: 0,
	html: 1,
	feed: 2,
	markdown: 3,
	text: 4,
	references: 5,
	mixed: 6,
} as const;

/** White space and control characters collapsed to single spaces, and nothing else changed. */
export function collapsed(text: string): string {
	return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
