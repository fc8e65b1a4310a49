import type { AppliedCorrection, AppliedEnrichment, IndexedPaper, Summary } from '../records/archive.ts';
import { type PartialDate, weekOf } from '../records/dates.ts';
import { listingKey } from '../records/listing-contents.ts';
import type { PaperId, Slug } from '../records/paper.ts';
import { type DayLevels, dayLevels } from './day-levels.ts';
import type { ArchiveSource } from './source.ts';

/** The papers of a day, a week, a month or a year, and the nearest periods of its kind that hold papers. */
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
	/** By ISO 8601 week, `2025-W48`; oldest first. */
	weeks: ReadonlyMap<string, Period>;
	/** Every year that has a page, ascending: those of papers, and those that only a week belongs to. */
	pageYears: readonly string[];
	/** What is few and what many papers for a day of this archive. */
	levels: DayLevels;
	/** Oldest first. */
	topics: ReadonlyMap<Slug, readonly IndexedPaper[]>;
	/** By id. */
	undated: readonly IndexedPaper[];
	/** Those of no topic, oldest first. */
	unsorted: readonly IndexedPaper[];
	topicNames: ReadonlyMap<Slug, string>;
	/** Oldest first. */
	organizations: ReadonlyMap<Slug, readonly IndexedPaper[]>;
	organizationNames: ReadonlyMap<Slug, string>;
	/** The papers that would share an address, by this. */
	shared: ReadonlyMap<Slug, readonly PaperId[]>;
	/** What maintainers corrected, by paper. */
	corrections: ReadonlyMap<PaperId, readonly AppliedCorrection[]>;
	/** What was filled in of papers that were found by their titles. */
	enrichments: ReadonlyMap<PaperId, AppliedEnrichment>;
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
	const years = periods(index, known(4));
	const days = periods(index, known(10));
	const weeks = periods(index, inWeeks());
	return {
		years,
		months: periods(index, known(7)),
		days,
		weeks,
		pageYears: [...new Set([...years.keys(), ...[...weeks.keys()].map((week) => week.slice(0, 4))])].sort(),
		levels: dayLevels([...days.values()].map(({ papers }) => papers.length)),
		topics,
		organizations: byOrganization(index, summary),
		undated: index.filter(({ date }) => date === null),
		unsorted: index.filter(({ topics }) => topics.length === 0),
		topicNames: new Map(summary.topics.map(({ slug, name }) => [slug, name])),
		organizationNames: new Map(summary.organizations.map(({ slug, name }) => [slug, name])),
		shared: new Map(summary.shared.map(({ slug, ids }) => [slug, ids])),
		corrections: Map.groupBy(summary.corrections, ({ paper }) => paper),
		enrichments: new Map(report.enrichment.applied.map((enrichment) => [enrichment.paper, enrichment])),
		listingKeys: new Map(report.listings.map((listing) => [listing.file, listingKey(listing)])),
	};
}

function byOrganization(index: readonly IndexedPaper[], { organizations }: Summary): Map<Slug, IndexedPaper[]> {
	const found = new Map<Slug, IndexedPaper[]>(organizations.map(({ slug }) => [slug, []]));
	for (const paper of index) if (paper.organization) found.get(paper.organization.slug)?.push(paper);
	return found;
}

/** The period of a date, or null when the date is not exact enough to be in one. */
type PeriodOf = (date: PartialDate) => string | null;

function known(length: 4 | 7 | 10): PeriodOf {
	return (date) => (date.length < length ? null : date.slice(0, length));
}

/** Remembers its last answer, since papers come by date. */
function inWeeks(): PeriodOf {
	let last: { date: PartialDate; week: string | null } | null = null;
	return (date) => {
		if (last?.date !== date) last = { date, week: weekOf(date) };
		return last.week;
	};
}

/** The papers of each period. Since papers come by date, so do the periods. */
function periods(index: readonly IndexedPaper[], periodOf: PeriodOf): Map<string, Period> {
	const found = new Map<string, Period>();
	let lastKey: string | null = null;
	for (const paper of index) {
		const key = paper.date === null ? null : periodOf(paper.date);
		if (key === null) continue;
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
