import { join } from 'node:path';
import { formatLocation, oneLine } from '../src/errors.ts';
import type { Report } from '../src/records/archive.ts';
import type { Place } from '../src/records/listing.ts';

/** A line for every problem, and at its end those that a file of hundreds of the same kind would drown. */
export function problemLines(...of: Parameters<typeof linesOf>): string[] {
	return linesOf(...of).map(({ line }) => line);
}

/** The same for people who can do something about it: what that is stands below the first problem that asks for it. */
export function problemsWithHints(...of: Parameters<typeof linesOf>): string[] {
	const told = new Set<string>();
	return linesOf(...of).flatMap(({ line, hint, advice }) => {
		if (hint === null || told.has(advice)) return line;
		told.add(advice);
		return [line, `  Try: ${oneLine(hint)}`];
	});
}

interface ProblemLine {
	line: string;
	hint: string | null;
	/** The same for problems of one kind that ask for the same, each perhaps of its own file. */
	advice: string;
}

const withoutHint = { hint: null, advice: '' };

function linesOf(
	{ listings, corrections, enrichment, text }: Report,
	folder: string,
	correctionsFile: string,
	enrichmentFile: string = join(folder, '../enrichment/arxiv.jsonl'),
): ProblemLine[] {
	const mostOfAKind = 20;
	const shown = new Map<string, number>();
	const files = [
		...listings.map(({ file, problems }) => ({ name: file, file: join(folder, file), problems })),
		{ name: correctionsFile, file: correctionsFile, problems: corrections.problems },
		{ name: enrichmentFile, file: enrichmentFile, problems: enrichment.problems },
	];
	const lines = files.flatMap(({ name, file, problems }) =>
		problems.flatMap(({ code, at, message, hint }) => {
			const count = (shown.get(code) ?? 0) + 1;
			shown.set(code, count);
			if (count > mostOfAKind) return [];
			const line = oneLine(`problem ${code} ${formatLocation({ file, ...place(at) })} ${message}`);
			return { line, hint, advice: `${code} ${hint.replaceAll(name, '')}` };
		}),
	);
	const formulas = text.unparsed.slice(0, mostOfAKind).map(({ paper, formula }) => {
		const line = oneLine(`problem text/unparsed-formula ${paper} “${formula}” does not parse, and is shown so.`);
		return { line, ...withoutHint };
	});
	const left = [...shown].filter(([, count]) => count > mostOfAKind);
	return [
		...lines,
		...formulas,
		...left.map(([code, count]) => {
			return { line: `… and ${count - mostOfAKind} more ${code}: see report.json`, ...withoutHint };
		}),
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
