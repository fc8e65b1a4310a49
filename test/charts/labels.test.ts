import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadOut } from '../../src/charts/labels.ts';

test.each([
	['those that are clear stay', [10, 50, 90], [10, 50, 90]],
	['two that meet go apart evenly', [50, 52], [43, 59]],
	['a crowd spreads around its middle', [50, 50, 50], [34, 50, 66]],
	['in the order of their places', [52, 50], [59, 43]],
	['a crowd at the end stays within', [100, 100], [84, 100]],
	['a crowd at the start too', [0, 3], [0, 16]],
	['none', [], []],
])('%s', (_, places, expected) => {
	expect(spreadOut(places, 16, 0, 100)).toEqual(expected);
});

test('none is nearer than the gap, none leaves the room, and their order stays', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 }), (places) => {
			const found = spreadOut(places, 16, 0, 200);
			for (const [one, place] of found.entries()) {
				expect(place).toBeGreaterThanOrEqual(0);
				expect(place).toBeLessThanOrEqual(200);
				for (const [other, otherPlace] of found.entries()) {
					if (one === other) continue;
					expect(Math.abs(place - otherPlace)).toBeGreaterThanOrEqual(16 - 1e-9);
					if ((places[one] ?? 0) < (places[other] ?? 0)) expect(place).toBeLessThan(otherPlace);
				}
			}
		}),
	);
});
