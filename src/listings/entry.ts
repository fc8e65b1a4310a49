import type { Entry, Place } from '../records/listing.ts';

/** An entry of which nothing is known but its place and its title. */
export function newEntry(position: number, at: Place, title: string): Entry {
	return {
		position,
		at,
		title,
		abstract: null,
		abstractCut: null,
		summary: null,
		authorCount: null,
		authors: [],
		organization: null,
		published: null,
		publishedYear: null,
		comments: null,
		upvotes: null,
		arxivId: null,
		version: null,
		doi: null,
		venue: null,
		language: null,
		withdrawn: null,
		links: [],
	};
}
