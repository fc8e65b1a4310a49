import type { Refused } from '../listings/read.ts';
import type { Summary } from '../records/archive.ts';
import type { Excerpt, Listing } from '../records/listing.ts';
import { type ListedEntry, type ListingContents, listingKey } from '../records/listing-contents.ts';
import { compare } from '../records/order.ts';
import type { Paper } from '../records/paper.ts';
import type { ReadListings } from './read-listings.ts';
import { meets, type WithdrawnPlaces, withdrawnPlaces } from './withdrawn.ts';

type File = Listing | Refused;

/** What is kept of every file that could be opened, read or refused, by key. */
export function listingContents(read: ReadListings, papers: readonly Paper[]): ListingContents[] {
	const entries = entriesByFile(papers);
	const withdrawn = withdrawnPlaces(papers);
	const byKey = Map.groupBy(filesOf(read), (file) => listingKey(file));
	return [...byKey]
		.flatMap(([key, files]) => (key === null ? [] : [contentsOf(key, files, entries, withdrawn)]))
		.sort((a, b) => compare(a.key, b.key));
}

/** Who showed the listings, by how many entries each gave, then by name. */
export function countSources(read: ReadListings): Summary['sources'] {
	return [...Map.groupBy(filesOf(read), ({ provenance }) => provenance.source)]
		.map(([source, files]) => ({
			source,
			listings: files.length,
			entries: files.reduce((sum, file) => sum + ('entries' in file ? file.entries.length : 0), 0),
			rights: distinct(files.map(({ provenance: { rights } }) => rights && [rights.licence, rights.note])).flatMap(
				(rights) => (rights === null ? [] : { licence: rights[0] ?? null, note: rights[1] ?? null }),
			),
		}))
		.sort((a, b) => b.entries - a.entries || compare(a.source ?? '', b.source ?? ''));
}

/** By when they were captured and what they hold: names tell copies apart, and nothing else. */
function filesOf({ listings, refused }: ReadListings): File[] {
	return [...listings, ...refused].sort(
		(a, b) => compare(captureOf(a), captureOf(b)) || compare(a.sha256 ?? '', b.sha256 ?? '') || compare(a.file, b.file),
	);
}

function captureOf(file: File): string {
	const { captured, day } = 'entries' in file ? file : (file.as ?? { captured: null, day: null });
	return `${captured ?? ''} ${day ?? ''}`;
}

function entriesByFile(papers: readonly Paper[]): Map<string, ListedEntry[]> {
	const byFile = new Map<string, ListedEntry[]>();
	for (const { id, appearances } of papers) {
		for (const { listing, position, at, values } of appearances) {
			const entry = { position, at, paper: id, title: values.title };
			const entries = byFile.get(listing);
			if (entries === undefined) byFile.set(listing, [entry]);
			else entries.push(entry);
		}
	}
	return byFile;
}

function contentsOf(
	key: string,
	files: readonly File[],
	entries: ReadonlyMap<string, readonly ListedEntry[]>,
	withdrawn: WithdrawnPlaces,
): ListingContents {
	const read = files.find((file) => 'entries' in file);
	const gone = (read && withdrawn.get(read.file)) ?? [];
	return {
		key,
		files: files.map(({ file, provenance: { source, url, rights } }) => ({ file, source, url, rights })),
		entries: [...((read && entries.get(read.file)) ?? [])].sort((a, b) => a.position - b.position),
		excerpts: distinct<Excerpt>(files.flatMap(({ excerpts }) => excerpts.filter(({ at }) => !meets(at, gone)))),
	};
}

function distinct<T>(values: readonly T[]): T[] {
	return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
