import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alike, likenessFrom } from '../../src/listings/edit-distance.ts';

/** The whole table of distances, as the definition has it. */
function likeness(a: string, b: string): number {
	let above = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
		}
		above = row;
	}
	const longer = Math.max(a.length, b.length);
	return longer === 0 ? 1 : 1 - (above[b.length] ?? 0) / longer;
}

test('a likeness is that of the definition, or null where it is less than asked for', () => {
	const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
	fc.assert(
		fc.property(text, text, fc.constantFrom(0, 0.3, 0.5, 0.8, 0.9, 1), (a, b, least) => {
			const whole = likeness(a, b);
			const found = likenessFrom(a, b, least);
			if (whole >= least) expect(found).toBeCloseTo(whole, 9);
			else expect(found).toBe(null);
			expect(alike(a, b, least)).toBe(found !== null);
		}),
	);
});
