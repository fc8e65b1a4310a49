import type { Merged } from '../listings/merge.ts';
import type { Refused } from '../listings/read.ts';
import type { Report, ReportedListing } from '../records/archive.ts';
import type { Listing, Problem } from '../records/listing.ts';
import type { Paper } from '../records/paper.ts';
import type { ReadListings } from './read-listings.ts';

/** `report.json`: how every file was understood, by path. */
export function reportOf({ listings, refused }: ReadListings, merged: Merged, papers: readonly Paper[]): Report {
	const ofMerging = Map.groupBy(merged.problems, ({ file }) => file);
	const entries = listings.reduce((sum, listing) => sum + listing.entries.length, 0);
	const rows = [
		...listings.map((listing) =>
			reported(
				listing,
				(ofMerging.get(listing.file) ?? []).map(({ problem }) => problem),
			),
		),
		...refused.map(reportedRefusal),
	];
	return {
		papers: papers.length,
		entries,
		merged: entries - papers.length,
		listings: rows.sort((a, b) => (a.file < b.file ? -1 : 1)),
		conflicts: papers.reduce((sum, paper) => sum + paper.conflicts.length, 0),
	};
}

function reported(listing: Listing, ofMerging: readonly Problem[]): ReportedListing {
	const { file, sha256, dialect, captured, capturedFrom, day, entries, accounting, problems } = listing;
	return {
		file,
		sha256,
		dialect,
		captured,
		capturedFrom,
		day,
		entries: entries.length,
		...accounting,
		problems: [...problems, ...ofMerging],
	};
}

function reportedRefusal({ file, sha256, problem, as }: Refused): ReportedListing {
	const unknown = { dialect: null, captured: null, capturedFrom: null, day: null };
	return { file, sha256, ...unknown, ...as, entries: 0, problems: [problem] };
}
