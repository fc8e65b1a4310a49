import type { Report } from '../../src/records/archive.ts';
import type { Problem } from '../../src/records/listing.ts';

type Listing = Report['listings'][number];

/** A report without problems, except for what is given. */
export function reportOf(parts: Partial<Report>): Report {
	return {
		papers: 12_345,
		entries: 12_400,
		merged: 55,
		conflicts: 0,
		corrections: { applied: 0, problems: [] },
		enrichment: { applied: [], notNeeded: 0, problems: [] },
		text: { papers: 0, changes: {}, unparsed: [] },
		listings: [listingOf('mine/page.txt')],
		...parts,
	};
}

export function listingOf(file: string, ...problems: Problem[]): Listing {
	const reading = {
		sha256: '0'.repeat(64),
		dialect: 'huggingface-text',
		captured: null,
		capturedFrom: null,
		day: null,
	};
	return { file, ...reading, entries: 12_400, problems };
}

export function problemOf(message: string): Problem {
	return { code: 'entry/no-meta', at: [1, 3], message, hint: 'look' };
}
