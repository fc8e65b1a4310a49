import { type StackedBar, stackedBar } from '../charts/stacked-bar.ts';
import { countInWords } from '../charts/words.ts';
import { dialectInWords } from '../listings/dialects.ts';
import type { ReportedListing } from '../records/archive.ts';
import type { ListedEntry, ListedFile, ListingContents } from '../records/listing-contents.ts';
import { paperPath, periodPath, type SitePath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { listingGroups, listingPartPath, listingPartSize } from './listing-groups.ts';
import { type ListingProblem, listingProblems } from './listing-problems.ts';
import {
	captureInWords,
	captureKnownFrom,
	entriesInWords,
	listingTitle,
	placeInWords,
	problemsInWords,
} from './listing-words.ts';
import type { Fact, FactValue } from './paper-facts.ts';
import { externalUrl } from './paper-links.ts';
import type { NamedLink } from './paper-row.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords } from './words.ts';

/** A part of a listing's page. */
export interface ListingView {
	path: SitePath;
	title: string;
	description: string;
	/** The pages above it, widest first. */
	above: NamedLink[];
	/** What it is and what came of it, in a sentence or two. */
	lead: string;
	/** What is known of the capture; empty on later parts. */
	facts: Fact[];
	/** The files of these bytes, each with its own time of capture where they are several. */
	files: { file: string; captured: string | null }[];
	/** How its lines or items were understood; null when it was not read, and on later parts. */
	accounting: Accounting | null;
	/** Which of its entries stand here, where there are more: “1 to 200”. */
	range: string | null;
	entries: ListedEntryView[];
	problems: ListingProblem[];
	/** Whether it was understood without any problem. */
	clean: boolean;
	previous: SitePath | null;
	next: SitePath | null;
}

export interface Accounting {
	/** Of what: lines of a text, or items of a list. */
	of: 'lines' | 'items';
	total: string;
	bar: StackedBar;
}

export interface ListedEntryView {
	/** From 1, in the listing. */
	position: number;
	/** Of the element on the page. */
	anchor: string;
	/** Of its paper. */
	title: string;
	path: SitePath | null;
	language: string | null;
	/** As captured, where it is not the paper's. */
	capturedTitle: string | null;
	place: string;
}

/** A part of the page of the listings whose bytes have this key. Throws when the archive has none. */
export function listingView(source: ArchiveSource, key: string, part: number): ListingView {
	const group = listingGroups(source).get(key);
	if (group === undefined) throw new RangeError(`no listing has the key ${key}`);
	const { shown, problems, parts, files } = group;
	const contents = source.listing(key);
	const title = listingTitle(shown, contents.files.find(({ file }) => file === shown.file)?.source ?? null);
	const from = (part - 1) * listingPartSize;
	const entries = contents.entries.slice(from, from + listingPartSize);
	const lead = sentenceOf(shown, problems.length);
	return {
		path: listingPartPath(key, part),
		title: part === 1 ? title : `${title}, part ${countInWords(part)}`,
		description: `${title}: ${lead}`,
		above: [
			{ name: 'Listings', path: '/listings/' },
			...(part === 1 ? [] : [{ name: title, path: listingPartPath(key, 1) }]),
		],
		lead,
		facts: part === 1 ? factsOf(source, shown, contents) : [],
		files: files.map((file) => ({ file: file.file, captured: files.length === 1 ? null : captureInWords(file) })),
		accounting: part === 1 ? accountingOf(shown) : null,
		range: parts === 1 ? null : rangeOf(entries),
		entries: entries.map((entry) => entryView(source, entry)),
		problems: listingProblems(group, contents, from, from + listingPartSize),
		clean: problems.length === 0,
		previous: part === 1 ? null : listingPartPath(key, part - 1),
		next: part < parts ? listingPartPath(key, part + 1) : null,
	};
}

function sentenceOf({ dialect, entries }: ReportedListing, problems: number): string {
	if (dialect === null) return 'A file that could not be read as a listing.';
	const what = dialectInWords(dialect);
	return `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${entriesInWords(entries)}, ${problemsInWords(problems)}.`;
}

function factsOf(source: ArchiveSource, listing: ReportedListing, { files }: ListingContents): Fact[] {
	const { day, dialect, sha256 } = listing;
	const origin = files.find(({ file }) => file === listing.file);
	const dayPath = day !== null && catalogueOf(source).days.has(day) ? periodPath(day) : null;
	return [
		fact('Captured', { text: captureInWords(listing) }, captureKnownFrom(listing)),
		fact('Day it lists', { text: day === null ? 'not stated' : dateInWords(day), path: dayPath }),
		...(origin === undefined ? [] : provenanceFacts(origin)),
		fact('Read as', { text: dialect ?? 'not recognised' }),
		fact('SHA-256', { text: sha256 ?? 'not known' }),
	];
}

function provenanceFacts({ source, url, rights }: ListedFile): Fact[] {
	const address = url === null ? null : externalUrl(url);
	return [
		fact('Source', { text: source ?? address ?? 'not stated', url: address }),
		...(rights === null
			? [fact('Licence', { text: 'not stated' })]
			: [fact('Licence', { text: rights.licence ?? 'none stated' }, rights.note)]),
	];
}

function fact(
	label: string,
	{ text, path = null, url = null }: Partial<FactValue> & { text: string },
	note: string | null = null,
): Fact {
	return { label, values: [{ text, path, url }], folded: [], more: null, note };
}

const kindsOfLines = {
	title: 'titles',
	abstract: 'abstracts',
	meta: 'facts: authors, dates, comments',
	chrome: 'the page around the list',
	blank: 'blank',
	unread: 'not understood',
} as const;

const kindsOfItems = { read: 'read', refused: 'refused' } as const;

function accountingOf({ lines, items }: ReportedListing): Accounting | null {
	if (lines !== undefined) {
		const { total, ...counts } = lines;
		return { of: 'lines', total: countInWords(total), bar: stackedBar(named(kindsOfLines, counts)) };
	}
	if (items === undefined) return null;
	const { total, ...counts } = items;
	return { of: 'items', total: countInWords(total), bar: stackedBar(named(kindsOfItems, counts)) };
}

/** The counts in the order of the names. */
function named<K extends string>(names: Readonly<Record<K, string>>, counts: Readonly<Record<string, number>>) {
	return Object.entries<string>(names).map(([kind, name]) => ({ kind, name, count: counts[kind] ?? 0 }));
}

function rangeOf(entries: readonly ListedEntry[]): string | null {
	const [first, last] = [entries[0], entries.at(-1)];
	if (first === undefined || last === undefined) return null;
	return `${countInWords(first.position)} to ${countInWords(last.position)}`;
}

function entryView(source: ArchiveSource, { position, at, paper, title }: ListedEntry): ListedEntryView {
	const withdrawn = source.summary.withdrawn.find(({ id }) => id === paper);
	if (withdrawn !== undefined) {
		const path = paperPath(withdrawn.slug);
		const anchor = `entry-${position}`;
		return {
			position,
			anchor,
			title: 'A withdrawn paper',
			path,
			language: null,
			capturedTitle: null,
			place: placeInWords(at),
		};
	}
	const indexed = source.indexed(paper);
	return {
		position,
		anchor: `entry-${position}`,
		title: indexed?.title ?? title,
		path: indexed === undefined ? null : paperPath(indexed.slug),
		language: indexed?.titleLanguage ?? null,
		capturedTitle: indexed === undefined || indexed.title === title ? null : title,
		place: placeInWords(at),
	};
}
