import { counted, countInWords } from '../charts/words.ts';
import { dialectInWords } from '../listings/dialects.ts';
import type { ReportedListing } from '../records/archive.ts';
import { type Captured, capturedInUtc } from '../records/dates.ts';
import { listingKey } from '../records/listing-contents.ts';
import { compare } from '../records/order.ts';
import { listingPath, type SitePath } from './addresses.ts';
import { listingsPartSize, readingProblems } from './listing-groups.ts';
import { captureInWords, entriesInWords, fileName, listingTitle, problemsInWords } from './listing-words.ts';
import type { NamedLink } from './paper-row.ts';
import { type Part, type PartNumber, partOf, partPath } from './parts.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords, shortDate } from './words.ts';

/** Above this many, listings stand by month and not by year. */
const mostByYear = 60;

/** The list of all listings, or a part of it. */
export interface ListingsView {
	path: SitePath;
	title: string;
	above: NamedLink[];
	/** What was captured, and what came of it; null on older parts, which do not change. */
	lead: string | null;
	/** Where the listings contradict each other, if they do. */
	conflicts: NamedLink | null;
	/** Newest capture first. */
	groups: ListingsOfPeriod[];
	part: Pick<Part<unknown>, 'older' | 'newer'>;
}

/** Listings that were captured, or list a day, in one year or month. */
export interface ListingsOfPeriod {
	/** Of the element on the page. */
	anchor: string;
	name: string;
	count: string;
	rows: ListingRow[];
}

/** A captured listing as a line of the list of all. */
export interface ListingRow {
	title: string;
	/** Null when it could not be opened. */
	path: SitePath | null;
	file: string;
	/** When it was saved: ISO day and words; the day it lists where that is not known, and null where neither is. */
	date: { iso: string; words: string } | null;
	/** What title and date do not say: the moment of capture, the day it lists; what it was read as, its entries. */
	facts: string[];
	problems: { words: string; path: SitePath | null };
}

/** A part of the list of all listings; the newest is null. */
export function listingsView(source: ArchiveSource, number: PartNumber): ListingsView {
	const { listings } = source.report;
	const part = partOf(listings.toSorted(byTime), '/listings/', number, listingsPartSize);
	const length = listings.length > mostByYear ? 'YYYY-MM'.length : 'YYYY'.length;
	const groups = Map.groupBy(part.items, (listing) => dateOf(listing)?.slice(0, length) ?? null);
	return {
		path: partPath('/listings/', number),
		title: number === null ? 'Listings' : `Listings, ${countInWords(part.from)} to ${countInWords(part.to)}`,
		above: number === null ? [] : [{ name: 'Listings', path: '/listings/' }],
		lead: number === null ? summaryOf(listings) : null,
		conflicts:
			number === null && source.summary.conflicting.length > 0
				? {
						name: `They disagree on ${counted(source.summary.conflicting.length, 'paper')}.`,
						path: '/listings/conflicts/',
					}
				: null,
		groups: [...groups].map(([period, members]) => ({
			anchor: period === null ? 'undated' : `in-${period}`,
			name: period === null ? 'Time not stated' : dateInWords(period),
			count: counted(members.length, 'listing'),
			rows: members.map((listing) => rowOf(source, listing)),
		})),
		part,
	};
}

/** Oldest first: those of no known time, then by capture, or by the day they list where no capture is known. */
function byTime(a: ReportedListing, b: ReportedListing): number {
	return compare(timeOf(a), timeOf(b)) || compare(b.file, a.file);
}

function timeOf({ captured, day }: ReportedListing): string {
	return captured === null ? (day ?? '') : capturedInUtc(captured);
}

function dateOf(listing: ReportedListing): string | null {
	return timeOf(listing).slice(0, 10) || null;
}

function rowOf(source: ArchiveSource, listing: ReportedListing): ListingRow {
	const { file, captured, day, dialect, entries } = listing;
	const problems = readingProblems(listing);
	const key = listingKey(listing);
	const path = key === null ? null : listingPath(key);
	const name = key === null ? null : (source.listing(key).files.find((each) => each.file === file)?.source ?? null);
	const date = dateOf(listing);
	const known = captured !== null && captured.length > 'YYYY-MM-DD'.length;
	return {
		title: key === null ? fileName(file) : listingTitle(listing, name),
		path,
		file,
		date: date === null ? null : { iso: date, words: shortDate(date) },
		facts: [
			...(known ? [`captured ${captureInWords(listing)}`] : []),
			...(captured !== null && day !== null ? [`lists ${dateInWords(day)}`] : []),
			dialect === null ? 'not recognised' : dialectInWords(dialect),
			entriesInWords(entries),
		],
		problems: {
			words: problemsInWords(problems.length),
			path: path === null || problems.length === 0 ? null : `${path}#problems`,
		},
	};
}

function summaryOf(listings: readonly ReportedListing[]): string {
	const entries = listings.reduce((sum, listing) => sum + listing.entries, 0);
	const unread = listings.filter(({ dialect }) => dialect === null).length;
	const problems = listings.reduce((sum, listing) => sum + readingProblems(listing).length, 0);
	return [
		`${counted(listings.length, 'file')} with ${entriesInWords(entries)}${captureSpan(listings)}.`,
		unread === 0 ? '' : `${counted(unread, 'file')} could not be read.`,
		problems === 0 ? 'Every line of them was understood.' : `Reading them found ${problemsInWords(problems)}.`,
	]
		.filter(Boolean)
		.join(' ');
}

/** Between which days they were captured, as far as that is known. */
function captureSpan(listings: readonly ReportedListing[]): string {
	const known = listings.map(({ captured }) => captured).filter((captured): captured is Captured => captured !== null);
	const days = known.map((captured) => capturedInUtc(captured).slice(0, 10)).sort();
	const [first, last] = [days[0], days.at(-1)];
	if (first === undefined || last === undefined) return '; when they were saved is not stated';
	const span =
		first === last
			? `captured on ${dateInWords(first)}`
			: `captured from ${dateInWords(first)} to ${dateInWords(last)}`;
	const unknown = listings.length - known.length;
	return `, ${span}${unknown === 0 ? '' : `; of ${countInWords(unknown)} the time of capture is not stated`}`;
}
