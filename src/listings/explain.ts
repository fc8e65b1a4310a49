import type { CapturedFile, Entry, Listing, Place, Problem } from '../records/listing.ts';
import { linesOf } from './line-account.ts';
import { type Refused, understand } from './read.ts';

/** How a part of a file was understood. */
export interface ExplainedPart {
	/** A line's number, else where an item or a problem stands. */
	at: string;
	/** The kind of a line, `entry`, or the code of a problem. */
	what: string;
	/** The position of the entry it is a part of. */
	entry: number | null;
	/** What stands there, or what is to be said of it. */
	text: string;
}

export interface ExplainedFile {
	listing: Listing | null;
	refused: Refused | null;
	/** Every line of a text that is not blank; of anything else its entries; then every problem. */
	parts: ExplainedPart[];
}

/** How each line or item of a file was understood. */
export function explainListing(file: CapturedFile): ExplainedFile {
	const read = understand(file);
	if (!('listing' in read)) return { listing: null, refused: read, parts: [partOf(read.problem)] };
	const { listing, content, kinds } = read;
	const parts = kinds === null ? listing.entries.map(entryPart) : lineParts(linesOf(content), kinds, listing.entries);
	return { listing, refused: null, parts: [...parts, ...listing.problems.map(partOf)] };
}

function lineParts(
	lines: ReturnType<typeof linesOf>,
	kinds: readonly string[],
	entries: readonly Entry[],
): ExplainedPart[] {
	const entryAt = new Map<number, number>();
	for (const { at, position } of entries) {
		if (!Array.isArray(at)) continue;
		for (let number = at[0]; number <= at[1]; number++) entryAt.set(number, position);
	}
	return lines.flatMap(({ number, text }, place) => {
		const what = kinds[place] ?? 'unread';
		if (what === 'blank') return [];
		const isOfEntry = what === 'title' || what === 'abstract' || what === 'meta';
		return [{ at: String(number), what, entry: isOfEntry ? (entryAt.get(number) ?? null) : null, text: text.trim() }];
	});
}

/** An entry in a line: its title, and each other value that is known. */
function entryPart(entry: Entry): ExplainedPart {
	const { position, at, title, ...values } = entry;
	const known = Object.entries(values).flatMap(([name, value]) =>
		value === null || (Array.isArray(value) && value.length === 0) ? [] : [`${name}: ${shown(value)}`],
	);
	return { at: placed(at), what: 'entry', entry: position, text: [title, ...known].join(' · ') };
}

function shown(value: unknown): string {
	if (Array.isArray(value)) return value.map(shown).join(', ');
	if (typeof value === 'object' && value !== null) return Object.values(value).filter(Boolean).map(shown).join(' ');
	const text = String(value);
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function partOf({ code, at, message, hint }: Problem): ExplainedPart {
	return { at: at === null ? 'file' : placed(at), what: code, entry: null, text: `${message} Try: ${hint}` };
}

function placed(at: Place): string {
	if (typeof at === 'string') return at;
	return at[0] === at[1] ? String(at[0]) : `${at[0]}–${at[1]}`;
}
