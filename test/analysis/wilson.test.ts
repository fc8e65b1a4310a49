import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from '../../src/analysis/wilson.ts';

/** The shares that the score test does not refuse, found by bisection: no formula is shared with the code. */
function byBisection(papers: number, of: number): { low: number; high: number } {
	const isWithin = (share: number) =>
		Math.abs(papers / of - share) <= 1.959963984540054 * Math.sqrt((share * (1 - share)) / of);
	const edge = (inside: number, outside: number): number => {
		let [within, beyond] = [inside, outside];
		for (let step = 0; step < 200; step++) {
			const middle = (within + beyond) / 2;
			if (isWithin(middle)) within = middle;
			else beyond = middle;
		}
		return within;
	};
	return { low: edge(papers / of, 0), high: edge(papers / of, 1) };
}

describe('known intervals', () => {
	test.each([
		[0, 10, 0, 0.2775],
		[1, 10, 0.0179, 0.4042],
		[5, 10, 0.2366, 0.7634],
		[10, 10, 0.7225, 1],
		[0, 1, 0, 0.7935],
		[81, 263, 0.2553, 0.3662],
	])('%d of %d', (papers, of, low, high) => {
		const found = wilson(papers, of);
		expect(found.low).toBeCloseTo(low, 4);
		expect(found.high).toBeCloseTo(high, 4);
	});
});

const shares = fc
	.tuple(fc.integer({ min: 1, max: 5_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
	.map(([of, part]): [number, number] => [Math.round(of * part), of]);

test('holds its share, and lies between 0 and 1', () => {
	fc.assert(
		fc.property(shares, ([papers, of]) => {
			const { low, high } = wilson(papers, of);
			expect(low).toBeGreaterThanOrEqual(0);
			expect(low).toBeLessThanOrEqual(papers / of);
			expect(high).toBeGreaterThanOrEqual(papers / of);
			expect(high).toBeLessThanOrEqual(1);
		}),
	);
});

test('is what the score test does not refuse', () => {
	fc.assert(
		fc.property(shares, ([papers, of]) => {
			const expected = byBisection(papers, of);
			expect(wilson(papers, of).low).toBeCloseTo(expected.low, 9);
			expect(wilson(papers, of).high).toBeCloseTo(expected.high, 9);
		}),
	);
});

test('is narrower for more papers, and the same seen from the other side', () => {
	fc.assert(
		fc.property(shares, ([papers, of]) => {
			const [one, ten, rest] = [wilson(papers, of), wilson(papers * 10, of * 10), wilson(of - papers, of)];
			expect(ten.high - ten.low).toBeLessThan(one.high - one.low);
			expect(rest.low).toBeCloseTo(1 - one.high, 12);
		}),
	);
});

test.each([
	['of nothing', 0, 0],
	['more than there are', 3, 2],
	['fewer than none', -1, 2],
	['no number', Number.NaN, 2],
])('refuses what is no share: %s', (_, papers, of) => {
	expect(() => wilson(papers, of)).toThrow(RangeError);
});
