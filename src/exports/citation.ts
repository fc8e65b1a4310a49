import type { Author } from '../records/listing.ts';
import type { Paper } from '../records/paper.ts';

/**
 * At most this many authors are named to machines. A name takes about 60 bytes of a page; the longest list that was
 * captured has some 600. Beyond it the list is a collaboration's, which nobody cites by its members.
 */
export const citedAuthors = 1000;

/** The authors that a citation names, in their order: none when only their number is known. */
export function authorsToCite({ authors }: Pick<Paper, 'authors'>): readonly Author[] {
	return authors.slice(0, citedAuthors);
}

/**
 * The date that a citation gives. A year that was worked out by rule is none: a page can say "year inferred" beside
 * it, a reference manager cannot. The day of a listing is not a date of publication.
 */
export function dateToCite({ published, publishedYear }: Pick<Paper, 'published' | 'publishedYear'>): string | null {
	return publishedYear === 'inferred' ? null : published;
}

/** The abstract, with an ellipsis where the capture cut it off; a summary by somebody else is none. */
export function abstractToCite({ abstract, abstractCut }: Pick<Paper, 'abstract' | 'abstractCut'>): string | null {
	return abstractCut && abstract !== null && !abstract.endsWith('…') ? `${abstract}…` : abstract;
}
