import { z } from 'zod';
import { excerptSchema, placeSchema, rightsSchema } from './listing.ts';
import { paperIdSchema } from './paper.ts';

/** A file of these bytes, and where its sidecar says that it is from. */
export const listedFileSchema = z.strictObject({
	/** Path below the listings folder, equal to `file` in the report. */
	file: z.string(),
	/** Who showed it, in words. */
	source: z.string().nullable(),
	/** Of the page that was saved. */
	url: z.string().nullable(),
	rights: rightsSchema.nullable(),
});
export type ListedFile = z.infer<typeof listedFileSchema>;

/** An entry in its listing's order, and the paper that it became part of. */
export const listedEntrySchema = z.strictObject({
	/** From 1. */
	position: z.int().min(1),
	at: placeSchema,
	paper: paperIdSchema,
	/** As captured, before markup. */
	title: z.string(),
});
export type ListedEntry = z.infer<typeof listedEntrySchema>;

/**
 * `content/archive/listings/<key>.json`: what is shown of a listing beside its line in the report. Files of the same
 * bytes have one; what is in it is then as the first of them was read.
 */
export const listingContentsSchema = z.strictObject({
	/** The first 12 hex of the SHA-256 of its bytes. */
	key: z.string().regex(/^[0-9a-f]{12}$/),
	/** In the order of their paths. */
	files: z.array(listedFileSchema).min(1),
	entries: z.array(listedEntrySchema),
	excerpts: z.array(excerptSchema),
});
export type ListingContents = z.infer<typeof listingContentsSchema>;

/** The part of its address that names a listing; null for a file that could not be opened. Files of the same bytes share it. */
export function listingKey({ sha256 }: { sha256: string | null }): string | null {
	return sha256?.slice(0, 12) ?? null;
}
