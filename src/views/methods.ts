import { countInWords } from '../charts/words.ts';
import type { ArchiveSource } from './source.ts';

/** A number that the prose of the methods page is about. */
export interface Measure {
	label: string;
	value: string;
}

/** What became of the listings, in numbers. */
export function methodsView({ report, summary }: ArchiveSource): Measure[] {
	const problems = report.listings.reduce((sum, listing) => sum + listing.problems.length, 0);
	return [
		{ label: 'Captured listings', value: countInWords(report.listings.length) },
		{ label: 'Entries read', value: countInWords(report.entries) },
		{ label: 'Entries merged into the paper of another', value: countInWords(report.merged) },
		{ label: 'Papers', value: countInWords(report.papers) },
		{ label: 'Papers without a date', value: countInWords(summary.undated) },
		{ label: 'Facts on which listings disagree', value: countInWords(report.conflicts) },
		{ label: 'Problems found while reading', value: countInWords(problems) },
	];
}
