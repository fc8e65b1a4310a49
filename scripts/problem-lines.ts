import { join } from 'node:path';
import { formatLocation } from '../src/errors.ts';
import type { Report } from '../src/records/archive.ts';
import type { Place } from '../src/records/listing.ts';

/** A line for every problem, and at its end those that a file of hundreds of the same kind would drown. */
export function problemLines({ listings, text }: Report, folder: string): string[] {
	const mostOfAKind = 20;
	const shown = new Map<string, number>();
	const lines = listings.flatMap(({ file, problems }) =>
		problems.flatMap(({ code, at, message }) => {
			const count = (shown.get(code) ?? 0) + 1;
			shown.set(code, count);
			if (count > mostOfAKind) return [];
			return `problem ${code} ${formatLocation({ file: join(folder, file), ...place(at) })} ${message}`;
		}),
	);
	const formulas = text.unparsed
		.slice(0, mostOfAKind)
		.map(
			({ paper, formula }) => `problem text/unparsed-formula ${paper} “${formula}” does not parse, and is shown so.`,
		);
	const left = [...shown].filter(([, count]) => count > mostOfAKind);
	return [
		...lines,
		...formulas,
		...left.map(([code, count]) => `… and ${count - mostOfAKind} more ${code}: see report.json`),
	];
}

function place(at: Place | null): { at?: string | number } {
	if (at === null) return {};
	return { at: typeof at === 'string' ? at : at[0] };
}
