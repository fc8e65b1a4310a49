import type { Merged } from '../listings/merge.ts';
import type { Refused } from '../listings/read.ts';
import type { Report, ReportedListing } from '../records/archive.ts';
import { abstractsAllowed, type Listing, type Place, type Problem } from '../records/listing.ts';
import type { Paper } from '../records/paper.ts';
import type { PaperText } from './paper-text.ts';
import type { ReadListings } from './read-listings.ts';
import { withdrawnPlaces, withoutQuote } from './withdrawn.ts';

/** `report.json`: how every file was understood, by path. */
export function reportOf(
	{ listings, refused }: ReadListings,
	merged: Merged,
	papers: readonly Paper[],
	texts: readonly PaperText[],
	done: Pick<Report, 'corrections' | 'enrichment'>,
): Report {
	const withdrawn = withdrawnPlaces(papers);
	const ofMerging = Map.groupBy(merged.problems, ({ file }) => file);
	const entries = listings.reduce((sum, listing) => sum + listing.entries.length, 0);
	const rows = [
		...listings.map((listing) =>
			reported(
				listing,
				(ofMerging.get(listing.file) ?? []).map(({ problem }) => problem),
				withdrawn.get(listing.file) ?? [],
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
		...done,
		text: changesOf(texts),
	};
}

function changesOf(texts: readonly PaperText[]): Report['text'] {
	const counts = new Map<string, number>();
	for (const { code } of texts.flatMap(({ changes }) => changes)) counts.set(code, (counts.get(code) ?? 0) + 1);
	return {
		papers: texts.filter(({ changes }) => changes.length > 0).length,
		changes: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
		unparsed: texts
			.flatMap(({ id, refused }) => refused.map((formula) => ({ paper: id, formula })))
			.sort((a, b) => (a.paper < b.paper ? -1 : a.paper > b.paper ? 1 : 0)),
	};
}

function reported(listing: Listing, ofMerging: readonly Problem[], withdrawn: readonly Place[]): ReportedListing {
	const { file, sha256, dialect, captured, capturedFrom, day, entries, accounting, problems } = listing;
	const isQuotable = abstractsAllowed(listing.provenance) === 'full';
	return {
		file,
		sha256,
		dialect,
		captured,
		capturedFrom,
		day,
		entries: entries.length,
		...accounting,
		problems: [...problems, ...ofMerging].map((problem) =>
			withoutQuote(isQuotable ? problem : unquoted(problem), withdrawn),
		),
	};
}

/** Without what it quotes of a text that may not be shown. */
function unquoted(problem: Problem): Problem {
	return { ...problem, message: problem.message.replace(/“[^”]*”?/g, '“…”') };
}

function reportedRefusal({ file, sha256, problem, as }: Refused): ReportedListing {
	const unknown = { dialect: null, captured: null, capturedFrom: null, day: null };
	return { file, sha256, ...unknown, ...as, entries: 0, problems: [problem] };
}
