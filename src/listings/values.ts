import type { IsoDate } from '../records/dates.ts';
import { parseArxivId } from '../records/ids.ts';
import { startOf } from '../records/lead.ts';
import { abstractsAllowed, type Entry, type Link, type Organization } from '../records/listing.ts';
import { compare } from '../records/order.ts';
import type { Appearance, Conflict } from '../records/paper.ts';
import { titleKey, wordsOf } from '../records/title-key.ts';
import type { Appeared } from './appeared.ts';
import { jaccard, wordSets } from './similar-sets.ts';

/** What a paper takes from its appearances: DESIGN.md section 9, “Values”. `appearances` is in their order, not empty. */
export function valuesOf(appearances: readonly Appeared[]) {
	const newestFirst = appearances.toReversed();
	const mostExactFirst = newestFirst.toSorted((a, b) => a.listing.exactness - b.listing.exactness);
	const exact = mostExactFirst.map(({ entry }) => entry);
	const newest = newestFirst.map(({ entry }) => entry);
	const showable = mostExactFirst.map(asAllowed);
	const abstracts = showable.filter(({ abstract }) => abstract !== null);
	const text = abstracts.find(({ abstractCut }) => abstractCut === null) ?? longest(abstracts);
	const dated = exact.filter(({ published }) => published !== null);
	const date = bestDated(mostExactFirst) ?? dated[0];
	const days = [...new Set(appearances.flatMap(({ listing }) => listing.day ?? []))].sort(compare);
	return {
		title: (exact.find(({ title }) => !standsForTitle(title)) ?? exact[0])?.title ?? '',
		abstract: text?.abstract ?? null,
		abstractCut: text?.abstractCut ?? null,
		summary: known(showable, 'summary'),
		authorCount: known(exact, 'authorCount'),
		authors: exact.find(({ authors }) => authors.length > 0)?.authors ?? [],
		organization: known(exact, 'organization'),
		published: date?.published ?? null,
		publishedYear: date?.publishedYear ?? null,
		listedOn: days[0] ?? null,
		listedAlso: days.slice(1),
		comments: known(newest, 'comments'),
		upvotes: known(newest, 'upvotes'),
		arxivId: known(exact, 'arxivId'),
		version: known(newest, 'version'),
		doi: known(exact, 'doi'),
		venue: known(exact, 'venue'),
		language: known(exact, 'language'),
		withdrawn: known(newest, 'withdrawn'),
		links: linksOf(exact),
		appearances: appearances.map(appearanceOf),
		conflicts: conflictsOf(appearances),
	} satisfies Omit<Entry, 'position' | 'at'> & { listedOn: IsoDate | null; listedAlso: IsoDate[] } & Record<
			string,
			unknown
		>;
}

/** So much of a text may be shown as its source allows no more than an excerpt of: characters. */
const excerptLength = 240;

/** An entry with as much of its text as its source allows to be shown. */
function asAllowed({ entry, listing }: Appeared): Entry {
	const allowed = abstractsAllowed(listing.provenance);
	if (allowed === 'full') return entry;
	if (allowed === 'none') return { ...entry, abstract: null, abstractCut: null, summary: null };
	const [abstract, summary] = [entry.abstract, entry.summary].map((text) => text && startOf(text, excerptLength));
	return {
		...entry,
		abstract: abstract ?? null,
		abstractCut: entry.abstractCut ?? (abstract === entry.abstract ? null : true),
		summary: summary ?? null,
	};
}

/** Where a source has lost a title, its reader puts the id there. */
function standsForTitle(title: string): boolean {
	return /^arXiv:\S+$/.test(title) && parseArxivId(title) !== null;
}

/** The first value that is known. */
function known<K extends keyof Entry>(entries: readonly Entry[], field: K): Entry[K] | null {
	return entries.find((entry) => entry[field] !== null)?.[field] ?? null;
}

/** Of cut abstracts the longest says most. */
function longest(entries: readonly Entry[]): Entry | undefined {
	return entries.reduce<Entry | undefined>(
		(best, each) => ((each.abstract?.length ?? 0) > (best?.abstract?.length ?? 0) ? each : best),
		undefined,
	);
}

/** The newest date of the most exact dialect that has one, a printed year before an inferred one. */
function bestDated(mostExactFirst: readonly Appeared[]): Entry | undefined {
	const dated = mostExactFirst.filter(({ entry }) => entry.published !== null);
	const ofBestDialect = dated.filter(({ listing }) => listing.exactness === dated[0]?.listing.exactness);
	return (ofBestDialect.find(({ entry }) => entry.publishedYear === 'explicit') ?? ofBestDialect[0])?.entry;
}

function linksOf(entries: readonly Entry[]): Link[] {
	const byUrl = new Map<string, Link>();
	for (const link of entries.flatMap(({ links }) => links)) {
		if (!byUrl.has(link.url)) byUrl.set(link.url, link);
	}
	return [...byUrl.values()];
}

function appearanceOf({ entry, listing }: Appeared): Appearance {
	const { title, authorCount, organization, published, publishedYear, comments, upvotes } = entry;
	return {
		listing: listing.file,
		captured: listing.captured,
		position: entry.position,
		at: entry.at,
		values: { title, authorCount, organization, published, publishedYear, comments, upvotes },
	};
}

/** Fields that should not differ between captures; null where nothing is said, and when two values are the same. */
const comparable: readonly {
	field: keyof Entry;
	value: (entry: Entry) => string | null;
	same?: (a: string, b: string) => boolean;
}[] = [
	{ field: 'title', value: ({ title }) => titleKey(title) },
	{ field: 'authorCount', value: ({ authorCount }) => (authorCount === null ? null : String(authorCount)) },
	// A year and a day of it do not contradict each other.
	{ field: 'published', value: ({ published }) => published, same: (a, b) => a.startsWith(b) || b.startsWith(a) },
	{ field: 'doi', value: ({ doi }) => doi },
];

function conflictsOf(appearances: readonly Appeared[]): Conflict[] {
	if (appearances.length < 2) return [];
	const conflicts = comparable.flatMap(({ field, value, same = (a, b) => a === b }) => {
		const firsts: { value: string; appeared: Appeared }[] = [];
		for (const appeared of appearances) {
			const said = value(appeared.entry);
			if (said !== null && !firsts.some((first) => same(first.value, said))) firsts.push({ value: said, appeared });
		}
		return firsts.length < 2
			? []
			: conflictOf(
					field,
					firsts.map(({ appeared }) => appeared),
				);
	});
	return [...conflicts, ...conflictingOrganizations(appearances), ...conflictingAbstracts(appearances)];
}

/** Organisations without a slug or a name in common: some sources know one of the two. */
function conflictingOrganizations(appearances: readonly Appeared[]): Conflict[] {
	const firsts: Appeared[] = [];
	for (const appeared of appearances) {
		const { organization } = appeared.entry;
		if (organization !== null && !firsts.some(({ entry }) => areOne(entry.organization, organization))) {
			firsts.push(appeared);
		}
	}
	return firsts.length < 2 ? [] : [conflictOf('organization', firsts)];
}

function areOne(a: Organization | null, b: Organization): boolean {
	const [one, other] = [a, b].map((each) => [each?.slug, each?.name].map((text) => text?.toLowerCase()));
	return one?.some((text) => text !== undefined && other?.includes(text)) ?? false;
}

function conflictOf(field: keyof Entry, appearances: readonly Appeared[]): Conflict {
	return {
		field,
		values: appearances.map(({ entry, listing }) => ({
			value: JSON.parse(JSON.stringify(entry[field])),
			listing: listing.file,
		})),
	};
}

/** Whole abstracts of one paper that have fewer than 0.6 of their words in common. */
function conflictingAbstracts(appearances: readonly Appeared[]): Conflict[] {
	if (appearances.length < 2) return [];
	const whole = appearances.filter((each) => {
		const { abstract, abstractCut } = asAllowed(each);
		return abstract !== null && abstractCut === null;
	});
	const firsts = [
		...new Map(whole.toReversed().map((appeared) => [titleKey(appeared.entry.abstract ?? ''), appeared])).values(),
	];
	const [first, ...others] = firsts.sort((a, b) => a.order - b.order);
	if (first === undefined || others.length === 0) return [];
	const [words, ...otherWords] = wordSets([first, ...others].map(({ entry }) => wordsOf(entry.abstract ?? '')));
	const differing = others.filter((_, at) => words && jaccard(words, otherWords[at] ?? words) < 0.6);
	return differing.length === 0 ? [] : [conflictOf('abstract', [first, ...differing])];
}
