import { counted, countInWords } from '../charts/words.ts';
import type { ReportedListing } from '../records/archive.ts';
import { capturedDay } from '../records/dates.ts';
import type { Place } from '../records/listing.ts';
import { capturedInWords, dateInWords } from './words.ts';

/** A listing by who showed it and when it was saved, else by the day it lists, else by its file. */
export function listingTitle({ file, captured, day }: ReportedListing, source: string | null): string {
	if (captured !== null) return `${source ?? 'Listing'}, captured ${dateInWords(capturedDay(captured))}`;
	if (day !== null) return `${source ?? 'Listing'} of ${dateInWords(day)}`;
	return source === null ? fileName(file) : `${source}, capture time not stated`;
}

/** The name of a file without its folders. */
export function fileName(file: string): string {
	return file.split('/').at(-1) ?? file;
}

/** When a listing was saved, in words. */
export function captureInWords({ captured }: Pick<ReportedListing, 'captured'>): string {
	return captured === null ? 'not stated' : capturedInWords(captured);
}

const sourcesOfCapture = {
	sidecar: 'by the note beside the file',
	name: 'by the name of the file',
	content: 'by the page itself',
} as const;

/** How the time of a capture is known; null when it is not. */
export function captureKnownFrom({ captured, capturedFrom }: ReportedListing): string | null {
	return captured === null || capturedFrom === null ? null : sourcesOfCapture[capturedFrom];
}

/** “lines 12–15”, “item 4”, “item 4, paper/upvotes”; a place of another form as it is. */
export function placeInWords(at: Place): string {
	if (typeof at !== 'string') return at[0] === at[1] ? `line ${at[0]}` : `lines ${at[0]}–${at[1]}`;
	const [, item, field] = /^(?:\/[a-z]+)?\/(\d{1,9})(?:\/(.+))?$/.exec(at) ?? [];
	if (item === undefined) return at === '' || /^\/[a-z]+$/.test(at) ? 'the whole list' : at;
	return `item ${Number(item) + 1}${field === undefined ? '' : `, ${field}`}`;
}

/** “no problems”, “3 problems”. */
export function problemsInWords(count: number): string {
	return count === 0 ? 'no problems' : counted(count, 'problem');
}

/** “1 entry”, “50 entries”. */
export function entriesInWords(count: number): string {
	return count === 1 ? '1 entry' : `${countInWords(count)} entries`;
}

/**
 * A line of a captured file as it can be shown: control characters by their pictures, and characters that would turn
 * the direction of what stands around them by their numbers.
 */
export function shownLine(line: string): string {
	return line
		.toWellFormed()
		.replace(/[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\uFEFF]/gu, (mark) =>
			visible(mark.codePointAt(0) ?? 0),
		);
}

function visible(code: number): string {
	if (code === 0x09) return '\t';
	if (code < 0x20) return String.fromCodePoint(0x2400 + code);
	return code === 0x7f ? '\u2421' : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
