import type { IndexedPaper } from '../records/archive.ts';
import type { PaperId, Slug } from '../records/paper.ts';
import { listingKey } from './addresses.ts';
import type { ArchiveSource } from './source.ts';

/** The papers of a day, a month or a year, and the nearest periods of its kind that hold papers. */
export interface Period {
	/** Oldest first; in a year or a month, those of which no more is known come before the others. */
	papers: IndexedPaper[];
	previous: string | null;
	next: string | null;
}

/** The index of an archive in the order that its lists need: made once, so that no page reads the whole index. */
export interface Catalogue {
	/** By ISO date of 4, 7 or 10 characters; oldest first. */
	years: ReadonlyMap<string, Period>;
	months: ReadonlyMap<string, Period>;
	days: ReadonlyMap<string, Period>;
	/** Oldest first. */
	topics: ReadonlyMap<Slug, readonly IndexedPaper[]>;
	/** By id. */
	undated: readonly IndexedPaper[];
	topicNames: ReadonlyMap<Slug, string>;
	/** The papers that would share an address, by this. */
	shared: ReadonlyMap<Slug, readonly PaperId[]>;
	/** The key of a listing's page, by the listing's path. */
	listingKeys: ReadonlyMap<string, string | null>;
}

const made = new WeakMap<ArchiveSource, Catalogue>();

/** The catalogue of a source, kept as long as the source is. */
export function catalogueOf(source: ArchiveSource): Catalogue {
	const known = made.get(source);
	if (known) return known;
	const catalogue = makeCatalogue(source);
	made.set(source, catalogue);
	return catalogue;
}

function makeCatalogue({ index, summary, report }: ArchiveSource): Catalogue {
	const topics = new Map<Slug, IndexedPaper[]>(summary.topics.map(({ slug }) => [slug, []]));
	for (const paper of index) for (const slug of paper.topics) topics.get(slug)?.push(paper);
	return {
		years: periods(index, 4),
		months: periods(index, 7),
		days: periods(index, 10),
		topics,
		undated: index.filter(({ date }) => date === null),
		topicNames: new Map(summary.topics.map(({ slug, name }) => [slug, name])),
		shared: new Map(summary.shared.map(({ slug, ids }) => [slug, ids])),
		listingKeys: new Map(report.listings.map((listing) => [listing.file, listingKey(listing)])),
	};
}

/** Papers whose date is known to this many characters, by these. */
function periods(index: readonly IndexedPaper[], length: 4 | 7 | 10): Map<string, Period> {
	const found = new Map<string, Period>();
	let lastKey: string | null = null;
	for (const paper of index) {
		if (paper.date === null || paper.date.length < length) continue;
		const key = paper.date.slice(0, length);
		const period = found.get(key);
		if (period) {
			period.papers.push(paper);
			continue;
		}
		const previous = lastKey === null ? undefined : found.get(lastKey);
		if (previous) previous.next = key;
		found.set(key, { papers: [paper], previous: lastKey, next: null });
		lastKey = key;
	}
	return found;
}
