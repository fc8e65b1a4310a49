import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paper } from '../../src/records/paper.ts';
import { authorsApart, paperFacts } from '../../src/views/paper-facts.ts';
import { paperOf } from './archive-of.ts';

function paperBy(names: readonly string[], authorCount: number | null): Paper {
	return paperOf({ authors: names.map((name) => ({ name, url: null })), authorCount });
}

function authorsFact(paper: Paper) {
	return paperFacts(paper).find(({ label }) => label === 'Authors');
}

test('every name is there in its order, the first at once, and never one or two folded', () => {
	const names = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 700, size: 'max' });
	fc.assert(
		fc.property(names, (names) => {
			const paper = paperBy(names, names.length);
			const fact = authorsFact(paper);
			const apart = authorsApart(paper);
			expect((apart ?? [...(fact?.values ?? []), ...(fact?.folded ?? [])]).map(({ text }) => text)).toEqual(names);
			expect(fact?.values.map(({ text }) => text)).toEqual(names.slice(0, fact?.values.length));
			expect(fact?.more?.count ?? null).toBe(apart === null ? null : `and ${names.length - 12} more`);
			expect(fact?.values.length).toBe(names.length > 15 ? 12 : names.length);
			expect(fact?.note).toBe(null);
		}),
	);
});

test.each([
	[1, 9, 0, 'and 8 more'],
	[16, 16, 4, null],
	[60, 72, 48, 'and 12 more'],
	[60, 50, 48, null],
	[61, null, 0, null],
] as const)('%i names of %s authors: %i folded', (named, count, folded, note) => {
	const names = Array.from({ length: named }, (_, nth) => `Author ${nth}`);
	const fact = authorsFact(paperBy(names, count));
	expect(fact?.folded.length).toBe(folded);
	expect(fact?.note).toBe(note);
});
