import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paperFacts } from '../../src/views/paper-facts.ts';
import { paperOf } from './archive-of.ts';

function authorsFact(names: readonly string[], authorCount: number | null) {
	const facts = paperFacts(paperOf({ authors: names.map((name) => ({ name, url: null })), authorCount }));
	return facts.find(({ label }) => label === 'Authors');
}

test('every name is there in its order, the first at once, and never one or two folded', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 700 }), (names) => {
			const fact = authorsFact(names, names.length);
			expect([...(fact?.values ?? []), ...(fact?.folded ?? [])].map(({ text }) => text)).toEqual(names);
			expect(fact?.values.length).toBe(names.length > 15 ? 12 : names.length);
			expect(fact?.note).toBe(null);
		}),
	);
});

test.each([
	[1, 9, 0, 'and 8 more'],
	[16, 16, 4, null],
	[600, 612, 588, 'and 12 more'],
	[600, 500, 588, null],
	[600, null, 588, null],
] as const)('%i names of %s authors: %i folded', (named, count, folded, note) => {
	const fact = authorsFact(
		Array.from({ length: named }, (_, nth) => `Author ${nth}`),
		count,
	);
	expect(fact?.folded.length).toBe(folded);
	expect(fact?.note).toBe(note);
});
