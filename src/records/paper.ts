import { z } from 'zod';
import { capturedSchema, fullDate, type IsoDate, isoDateSchema, partialDateSchema } from './dates.ts';
import { authorSchema, linkSchema, organizationSchema, placeSchema, withdrawnSchema } from './listing.ts';

/** `arxiv:…`, `doi:…` or `t:…`: DESIGN.md section 9. */
export const paperIdSchema = z
	.string()
	.regex(/^(arxiv:|doi:|t:[0-9a-f]{16})/)
	.brand<'PaperId'>();
export type PaperId = z.infer<typeof paperIdSchema>;

/** A part of an address: lower-case ASCII words joined by `-`. */
export const slugSchema = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
	.max(120)
	.brand<'Slug'>();
export type Slug = z.infer<typeof slugSchema>;

/** HTML that has passed the sanitiser. Only `src/markup/` makes it; the store takes it from what was made so. */
export const safeHtmlSchema = z.string().brand<'SafeHtml'>();
export type SafeHtml = z.infer<typeof safeHtmlSchema>;

const count = z.int().min(0);

/** What one listing said of a paper, as that listing had it. */
export const appearanceSchema = z.strictObject({
	/** Path below the listings folder, equal to `file` in the report. */
	listing: z.string(),
	captured: capturedSchema.nullable(),
	position: z.int().min(1),
	at: placeSchema,
	values: z.strictObject({
		/** Before markup. */
		title: z.string(),
		authorCount: count.nullable(),
		organization: organizationSchema.nullable(),
		published: partialDateSchema.nullable(),
		publishedYear: z.enum(['explicit', 'inferred']).nullable(),
		comments: count.nullable(),
		upvotes: count.nullable(),
	}),
});
export type Appearance = z.infer<typeof appearanceSchema>;

export const conflictSchema = z.strictObject({
	field: z.string(),
	values: z.array(z.strictObject({ value: z.json(), listing: z.string() })),
});
export type Conflict = z.infer<typeof conflictSchema>;

export const relatedSchema = z.strictObject({ id: paperIdSchema, score: z.number(), terms: z.array(z.string()) });
export type Related = z.infer<typeof relatedSchema>;

/** A line of `content/archive/papers/`: DESIGN.md section 6, keys in its order. */
export const paperSchema = z.strictObject({
	id: paperIdSchema,
	/** Every id its appearances would have had alone. */
	ids: z.array(paperIdSchema),
	slug: slugSchema,
	/** Other addresses it answers to. */
	aliases: z.array(slugSchema),
	title: z.string(),
	titleHtml: safeHtmlSchema,
	abstract: z.string().nullable(),
	abstractHtml: safeHtmlSchema.nullable(),
	abstractCut: z.literal(true).nullable(),
	/** What a source shows in the abstract's place; never exported as the abstract. */
	summary: z.string().nullable(),
	authorCount: count.nullable(),
	/** Empty when only a count is known. */
	authors: z.array(authorSchema),
	organization: organizationSchema.nullable(),
	published: partialDateSchema.nullable(),
	publishedYear: z.enum(['explicit', 'inferred']).nullable(),
	/** The first day whose daily listing it was in, where the source says so. */
	listedOn: isoDateSchema.nullable(),
	listedAlso: z.array(isoDateSchema),
	comments: count.nullable(),
	upvotes: count.nullable(),
	arxivId: z.string().nullable(),
	version: z.int().min(1).nullable(),
	doi: z.string().nullable(),
	venue: z.string().nullable(),
	language: z.string().nullable(),
	withdrawn: withdrawnSchema.nullable(),
	links: z.array(linkSchema),
	/** Best first. */
	topics: z.array(slugSchema),
	keyphrases: z.array(z.string()),
	related: z.array(relatedSchema),
	appearances: z.array(appearanceSchema).min(1),
	conflicts: z.array(conflictSchema),
	corrected: z.array(z.string()),
	/** Captured and spoken forms of what markup changed: indexed, never shown. */
	searchText: z.string().nullable(),
});
export type Paper = z.infer<typeof paperSchema>;

/** The day a paper stands on: the day it was listed, else its full date of publication. */
export function dayOf(paper: Pick<Paper, 'listedOn' | 'published'>): IsoDate | null {
	return paper.listedOn ?? fullDate(paper.published);
}

/** The finest date a paper stands on: its day, else its month or year; null when it stands among the undated. */
export function dateOf(paper: Pick<Paper, 'listedOn' | 'published'>): string | null {
	return dayOf(paper) ?? paper.published;
}
