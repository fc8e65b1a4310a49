import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { capturedFiles } from '../../scripts/listing-files.ts';
import { readListing } from '../../src/listings/read.ts';
import type { CapturedFile, Listing } from '../../src/records/listing.ts';
import { seedListings } from '../seeds.ts';

const root = join(import.meta.dirname, '../..');
const files = [
	...capturedFiles(seedListings),
	...capturedFiles(join(root, 'test/fixtures/merging/addresses-survive/listings')),
];
const places = Array.from({ length: 40 }, (_, at) => (at + 0.5) / 40);

describe.each(files)('$file, cut anywhere', (file) => {
	const whole = read(file);

	test.each(places)('at %f of it gives every entry before the cut', (place) => {
		const bytes = file.bytes?.subarray(0, Math.floor(place * file.bytes.length)) ?? new Uint8Array();
		const cut = readListing({ ...file, bytes: withoutHalfLetter(bytes) });
		if ('problem' in cut) {
			expect(whole.entries[0] && endOf(whole, 0, file)).toBeGreaterThan(bytes.length);
			return;
		}
		const complete = whole.entries.filter((_, at) => endOf(whole, at, file) <= bytes.length);
		expect(cut.entries.slice(0, complete.length)).toEqual(complete);
		expect(cut.entries.length).toBeLessThanOrEqual(complete.length + 1);
		if ('lines' in cut.accounting) {
			const { total, ...kinds } = cut.accounting.lines;
			expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(total);
		}
	});
});

function read(file: CapturedFile): Listing {
	const listing = readListing(file);
	if ('problem' in listing) throw new Error(listing.problem.message);
	return listing;
}

/** The number of bytes that hold a listing's entry, and what tells that it is complete: the line after a text's last. */
function endOf({ entries }: Listing, at: number, { bytes }: CapturedFile): number {
	const text = new TextDecoder().decode(bytes ?? new Uint8Array());
	const place = entries[at]?.at;
	if (Array.isArray(place)) return Buffer.byteLength(text.split('\n').slice(0, place[1]).join('\n')) + 1;
	const closed = [...text.matchAll(/^\t\}/gm)][at];
	return closed === undefined ? text.length : closed.index + closed[0].length;
}

function withoutHalfLetter(bytes: Uint8Array): Uint8Array {
	const text = new TextDecoder('utf-8', { fatal: false }).decode(bytes);
	return new TextEncoder().encode(text.replace(/\ufffd$/, ''));
}
