import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capturedFiles } from '../../scripts/listing-files.ts';
import { readListing } from '../../src/listings/read.ts';
import { paperSchema } from '../../src/records/paper.ts';

const root = join(import.meta.dirname, '../..');
const fixtures = [
	...capturedFiles(join(root, 'test/fixtures/merging/other-counts')),
	...capturedFiles(join(root, 'test/fixtures/merging/same-title-by-others')),
].filter(({ file }) => file !== 'expected.json');
const lines = fixtures.map((file) => ({ file, lines: new TextDecoder().decode(file.bytes ?? undefined).split('\n') }));

const change = fc.record({
	at: fc.nat(),
	how: fc.constantFrom('drop', 'double', 'swap', 'join', 'cut', 'insert'),
	text: fc.oneof(
		fc.string(),
		fc.constantFrom('·', '• 3 authors', 'May 3', '{', '"', ']', '\u0000', '\ufeff', '\u202e', 'a\r'),
	),
});

test('a listing changed in any way is read or refused, each line or item accounted for', () => {
	fc.assert(
		fc.property(fc.constantFrom(...lines), fc.array(change, { maxLength: 5 }), (original, changes) => {
			const bytes = new TextEncoder().encode(changes.reduce(changed, original.lines).join('\n'));
			const read = readListing({ ...original.file, bytes });
			if ('problem' in read) return;
			const { lines: ofText, items } = { lines: undefined, items: undefined, ...read.accounting };
			if (ofText) {
				const { total, ...kinds } = ofText;
				expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(total);
				expect(Math.min(...Object.values(kinds))).toBeGreaterThanOrEqual(0);
				const unread = read.problems.filter(({ code }) => code === 'line/unread' || code === 'entry/no-title');
				expect(unread.length).toBe(ofText.unread);
			}
			if (items) expect(items.read + items.refused).toBe(items.total);
			expect(read.entries.map(({ position }) => position)).toEqual(read.entries.map((_, at) => at + 1));
			for (const entry of read.entries) {
				expect(entry.title).not.toBe('');
				paperSchema.shape.published.parse(entry.published);
			}
		}),
		{ numRuns: 1000 },
	);
});

test('bytes of any kind are read or refused', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
			readListing({ file: 'x', bytes, sidecar: null });
		}),
	);
});

function changed(text: string[], { at, how, text: inserted }: { at: number; how: string; text: string }): string[] {
	const place = at % (text.length + 1);
	const [one = '', other = ''] = [text[place], text[place + 1]];
	if (how === 'drop') return text.toSpliced(place, 1);
	if (how === 'double') return text.toSpliced(place, 0, one);
	if (how === 'swap') return text.toSpliced(place, 2, other, one);
	if (how === 'join') return text.toSpliced(place, 2, one + other);
	if (how === 'cut') return text.slice(0, place);
	return text.toSpliced(place, 0, inserted);
}
