import type { ReportedListing } from '../records/archive.ts';
import type { Problem } from '../records/listing.ts';
import { listingKey } from '../records/listing-contents.ts';
import { listingPath, type SitePath } from './addresses.ts';
import type { ArchiveSource } from './source.ts';

/** How many listings a closed part of the list of all holds. */
export const listingsPartSize = 250;

/** How many entries, and how many problems, a part of a listing's page shows. */
export const listingPartSize = 200;

/** The files of the same bytes, which share a page. */
export interface ListingGroup {
	key: string;
	/** In the order of their paths. */
	files: ReportedListing[];
	/** The one whose facts and entries are shown: the first that was read, else the first. */
	shown: ReportedListing;
	/** Of all files; files of the same bytes have the same, and each is told once. */
	problems: Problem[];
	/** How many parts its page has. */
	parts: number;
}

const made = new WeakMap<ArchiveSource, ReadonlyMap<string, ListingGroup>>();

/** Every listing that has a page, by its key; kept as long as the source is. */
export function listingGroups(source: ArchiveSource): ReadonlyMap<string, ListingGroup> {
	const known = made.get(source);
	if (known) return known;
	const groups = new Map<string, ListingGroup>();
	for (const [key, files] of Map.groupBy(source.report.listings, listingKey)) {
		const [first] = files;
		if (key !== null && first !== undefined) groups.set(key, groupOf(key, files, first));
	}
	made.set(source, groups);
	return groups;
}

function groupOf(key: string, files: ReportedListing[], first: ReportedListing): ListingGroup {
	const shown = files.find(({ dialect }) => dialect !== null) ?? first;
	const told = files.flatMap(readingProblems);
	const problems = [...new Map(told.map((problem) => [JSON.stringify(problem), problem])).values()];
	const parts = Math.max(1, Math.ceil(Math.max(shown.entries, problems.length) / listingPartSize));
	return { key, files, shown, problems, parts };
}

/** What could not be read as expected. That nobody knows when it was saved stands among its facts. */
export function readingProblems({ problems }: ReportedListing): Problem[] {
	return problems.filter(({ code }) => code !== 'listing/no-capture-date');
}

/** Where a part of a listing's page stands, numbered from its first entry: a listing never changes. */
export function listingPartPath(key: string, part: number): SitePath {
	return part === 1 ? listingPath(key) : `${listingPath(key)}${part}/`;
}

/**
 * Where the entry of a listing at this position, from 1, is shown. Of files of the same bytes that a sidecar had read in
 * another way, it may be none: then the page of the listing.
 */
export function listingEntryPath(source: ArchiveSource, key: string, position: number): SitePath {
	const isShown = position <= (listingGroups(source).get(key)?.shown.entries ?? 0);
	return isShown ? entryPath(key, position) : listingPath(key);
}

/** The same of an entry that is known to be shown. */
export function entryPath(key: string, position: number): SitePath {
	return `${listingPartPath(key, Math.ceil(position / listingPartSize))}#entry-${position}`;
}
