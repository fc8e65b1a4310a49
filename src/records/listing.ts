import { z } from 'zod';
import { type Captured, capturedSchema, type IsoDate, isoDateSchema, type PartialDate } from './dates.ts';

/** Where in its file something stands: first and last line (from 1), or a JSON pointer, XML path or record number. */
export const placeSchema = z.union([z.tuple([z.int().min(1), z.int().min(1)]), z.string()]);
export type Place = z.infer<typeof placeSchema>;

/** Something in a listing that could not be read as expected. */
export const problemSchema = z.strictObject({
	code: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
	at: placeSchema.nullable(),
	message: z.string(),
	hint: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

/** The lines of a listing that a problem is about, as they stand in the file. */
export const excerptSchema = z.strictObject({
	at: placeSchema,
	/** Number of the first line in the file, from 1. */
	from: z.int().min(1),
	lines: z.array(z.string()).min(1),
	/** Whether the place has more lines, or longer ones, than are here. */
	cut: z.boolean(),
});
export type Excerpt = z.infer<typeof excerptSchema>;

export const authorSchema = z.strictObject({ name: z.string(), url: z.string().nullable() });
export type Author = z.infer<typeof authorSchema>;

/** `slug` as the source writes it; the address of the organisation is the lower-cased slug. */
export const organizationSchema = z.strictObject({ slug: z.string(), name: z.string() });
export type Organization = z.infer<typeof organizationSchema>;

export const linkKinds = ['code', 'model', 'data', 'project', 'paper', 'other'] as const;
export const linkSchema = z.strictObject({ url: z.string(), kind: z.enum(linkKinds) });
export type Link = z.infer<typeof linkSchema>;

export const withdrawnSchema = z.strictObject({ date: isoDateSchema.nullable(), reason: z.string() });

/** On what terms a listing may be shown. */
export const rightsSchema = z.strictObject({
	licence: z.string('A licence is written in words.').nullable().default(null),
	note: z.string('A note is written in words.').nullable().default(null),
	/** How much of its abstracts may be shown. */
	abstracts: z.enum(['full', 'excerpt', 'none'], 'abstracts is one of full, excerpt and none.').default('full'),
});
export type Rights = z.infer<typeof rightsSchema>;

/** Which column of a table, or field of its records, holds what: by the names of our fields. */
export const columnsSchema = z.record(z.string(), z.string(), 'columns says which column holds what.');
export type Columns = z.infer<typeof columnsSchema>;

/** `<file>.yaml` beside a listing: what the maintainer knows of the capture and the file does not say. */
export const sidecarSchema = z.strictObject({
	/** When it was saved; null when nobody knows. Without the key, the file's name and content are asked. */
	captured: capturedSchema.nullable().optional(),
	/** The day whose daily listing it is. */
	day: isoDateSchema.nullish(),
	/** Who showed it, in words. */
	source: z.string('A source is written in words.').nullish(),
	url: z.url({ protocol: /^https?$/, error: 'An address begins with http:// or https://.' }).nullish(),
	rights: rightsSchema.nullish(),
	/** The dialect to read it with, where its content does not tell. */
	dialect: z.string('A dialect is given by its name.').nullish(),
	/** For tables: which column holds what. */
	columns: columnsSchema.nullish(),
	/** What the answer's headers said, to ask later whether it is still the same. */
	etag: z.string('An etag is written in words.').nullish(),
	lastModified: z.string('A time of change is written as the source wrote it.').nullish(),
});
export type Sidecar = z.infer<typeof sidecarSchema>;

/** Where a listing is from and on what terms, as its sidecar says. */
export interface Provenance {
	/** Who showed it, in words. */
	source: string | null;
	/** Of the page that was saved. */
	url: string | null;
	rights: Rights | null;
}

/** How much of its abstracts and summaries may be shown: all of them where nobody says otherwise. */
export function abstractsAllowed({ rights }: Provenance): Rights['abstracts'] {
	return rights?.abstracts ?? 'full';
}

/** A listing as it lies on disk. */
export interface CapturedFile {
	/** Its path below the listings folder, with `/`. */
	file: string;
	/** Null when the file could not be opened. */
	bytes: Uint8Array | null;
	sidecar: Sidecar | null;
}

/** One paper as one listing shows it. Text is as captured, its white space collapsed and nothing else changed. */
export interface Entry {
	/** Place among the listing's entries, from 1. */
	position: number;
	at: Place;
	title: string;
	abstract: string | null;
	abstractCut: true | null;
	summary: string | null;
	authorCount: number | null;
	authors: Author[];
	organization: Organization | null;
	published: PartialDate | null;
	publishedYear: 'explicit' | 'inferred' | null;
	comments: number | null;
	upvotes: number | null;
	arxivId: string | null;
	version: number | null;
	doi: string | null;
	venue: string | null;
	language: string | null;
	withdrawn: z.infer<typeof withdrawnSchema> | null;
	links: Link[];
}

/** How the lines of a text listing were understood; the others add up to `total`. */
export const linesSchema = z.strictObject({
	total: z.int(),
	blank: z.int(),
	chrome: z.int(),
	title: z.int(),
	abstract: z.int(),
	meta: z.int(),
	unread: z.int(),
});
export type Lines = z.infer<typeof linesSchema>;

/** How the items of a structured listing were understood. */
export const itemsSchema = z.strictObject({ total: z.int(), read: z.int(), refused: z.int() });
export type Items = z.infer<typeof itemsSchema>;

export type CapturedFrom = 'sidecar' | 'name' | 'content' | null;

/** A listing that was read. */
export interface Listing {
	file: string;
	sha256: string;
	dialect: string;
	/** From most (0) to least exact: whose values win. */
	exactness: number;
	captured: Captured | null;
	capturedFrom: CapturedFrom;
	day: IsoDate | null;
	provenance: Provenance;
	entries: Entry[];
	accounting: { lines: Lines } | { items: Items };
	problems: Problem[];
	/** What stands at the places of its problems. */
	excerpts: Excerpt[];
}
