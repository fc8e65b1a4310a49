import { countInWords } from '../charts/words.ts';
import type { ReportedListing } from '../records/archive.ts';
import type { Problem } from '../records/listing.ts';
import { listingKey, listingPath, type SitePath } from './addresses.ts';
import type { ArchiveSource } from './source.ts';
import { capturedInWords, dateInWords } from './words.ts';

/** A captured listing as a line of the table of all. */
export interface ListingRow {
	file: string;
	/** Null when it could not be read at all. */
	path: SitePath | null;
	captured: string;
	entries: string;
	problems: string;
}

/** A listing's page; of two files with the same bytes both. */
export interface ListingView {
	path: SitePath;
	title: string;
	files: string[];
	facts: { label: string; text: string }[];
	/** How its lines or items were understood; empty when it was not read. */
	accounting: { label: string; count: string }[];
	problems: { code: string; place: string | null; message: string; hint: string }[];
}

export function listingsView({ report }: ArchiveSource): ListingRow[] {
	return report.listings.map((listing) => {
		const key = listingKey(listing);
		return {
			file: listing.file,
			path: key === null ? null : listingPath(key),
			captured: listing.captured === null ? 'capture time not stated' : `captured ${capturedInWords(listing.captured)}`,
			entries: countInWords(listing.entries),
			problems: listing.problems.length === 0 ? 'none' : countInWords(listing.problems.length),
		};
	});
}

/** The listings whose bytes have this key. Their facts are those of the one that was read; the others are its copies. */
export function listingView({ report }: ArchiveSource, key: string): ListingView {
	const listings = report.listings.filter((listing) => listingKey(listing) === key);
	const listing = listings.find(({ dialect }) => dialect !== null) ?? listings[0];
	return {
		path: listingPath(key),
		title: listing?.file.split('/').at(-1) ?? key,
		files: listings.map(({ file }) => file),
		facts: listing ? factsOf(listing) : [],
		accounting: listing ? accountingOf(listing) : [],
		problems: problemsOf(listings).map(({ code, at, message, hint }) => ({
			code,
			place: placeInWords(at),
			message,
			hint,
		})),
	};
}

function factsOf(listing: ReportedListing): ListingView['facts'] {
	return [
		{ label: 'Captured', text: captureInWords(listing) },
		{ label: 'Day it lists', text: listing.day === null ? 'not stated' : dateInWords(listing.day) },
		{ label: 'Read as', text: listing.dialect ?? 'not recognised' },
		{ label: 'Entries', text: countInWords(listing.entries) },
		{ label: 'SHA-256', text: listing.sha256 ?? 'not known' },
	];
}

const capturedFromNames = { sidecar: 'said by its sidecar', name: 'by its name', content: 'by its content' } as const;

function captureInWords({ captured, capturedFrom }: ReportedListing): string {
	if (captured === null) return 'not stated';
	return capturedFrom === null
		? capturedInWords(captured)
		: `${capturedInWords(captured)}, ${capturedFromNames[capturedFrom]}`;
}

function accountingOf({ lines, items }: ReportedListing): ListingView['accounting'] {
	const counts: Record<string, number> = lines ?? items ?? {};
	const of = lines ? 'lines' : 'items';
	return Object.entries(counts).map(([label, count]) => ({ label: `${label} ${of}`, count: countInWords(count) }));
}

/** Problems of files of the same bytes are the same: each is told once. */
function problemsOf(listings: readonly ReportedListing[]): Problem[] {
	return [
		...new Map(
			listings.flatMap(({ problems }) => problems).map((problem) => [JSON.stringify(problem), problem]),
		).values(),
	];
}

function placeInWords(at: Problem['at']): string | null {
	if (at === null || typeof at === 'string') return at;
	return at[0] === at[1] ? `line ${at[0]}` : `lines ${at[0]}–${at[1]}`;
}
