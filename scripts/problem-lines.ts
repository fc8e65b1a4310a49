import { join } from 'node:path';
import { formatLocation, oneLine } from '../src/errors.ts';
import type { Report } from '../src/records/archive.ts';
import type { Place } from '../src/records/listing.ts';

/** A line for every problem, and at its end those that a file of hundreds of the same kind would drown. */
export function problemLines(
	{ listings, corrections, enrichment, text }: Report,
	folder: string,
	correctionsFile: string,
	enrichmentFile: string = join(folder, '../enrichment/arxiv.jsonl'),
): string[] {
	const mostOfAKind = 20;
	const shown = new Map<string, number>();
	const files = [
		...listings.map(({ file, problems }) => ({ file: join(folder, file), problems })),
		{ file: correctionsFile, problems: corrections.problems },
		{ file: enrichmentFile, problems: enrichment.problems },
	];
	const lines = files.flatMap(({ file, problems }) =>
		problems.flatMap(({ code, at, message }) => {
			const count = (shown.get(code) ?? 0) + 1;
			shown.set(code, count);
			if (count > mostOfAKind) return [];
			return oneLine(`problem ${code} ${formatLocation({ file, ...place(at) })} ${message}`);
		}),
	);
	const formulas = text.unparsed
		.slice(0, mostOfAKind)
		.map(({ paper, formula }) =>
			oneLine(`problem text/unparsed-formula ${paper} “${formula}” does not parse, and is shown so.`),
		);
	const left = [...shown].filter(([, count]) => count > mostOfAKind);
	return [
		...lines,
		...formulas,
		...left.map(([code, count]) => `… and ${count - mostOfAKind} more ${code}: see report.json`),
	];
}

/** Of listings, corrections and finds; that a formula does not parse is told, and costs nothing. */
export function countProblems({ listings, corrections, enrichment }: Report): number {
	const others = corrections.problems.length + enrichment.problems.length;
	return listings.reduce((sum, { problems }) => sum + problems.length, others);
}

function place(at: Place | null): { at?: string | number } {
	if (at === null) return {};
	return { at: typeof at === 'string' ? at : at[0] };
}
