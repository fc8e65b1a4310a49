import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOf, surprise } from '../../src/analysis/surprise.ts';

/** G² as the sum over the four cells of a table: observed times the logarithm of observed over expected. */
function byTable(a: number, n: number, b: number, m: number): number {
	const cells = [
		[a, n, a + b],
		[n - a, n, n + m - a - b],
		[b, m, a + b],
		[m - b, m, n + m - a - b],
	];
	return (
		2 *
		cells.reduce((sum, [observed = 0, row = 0, column = 0]) => {
			return observed === 0 ? sum : sum + observed * Math.log((observed * (n + m)) / (row * column));
		}, 0)
	);
}

test.each([
	[3, 20, 0, 300, 17.06],
	[140, 271, 374, 1757, 101.2],
	[5, 10, 50, 100, 0],
])('%i of %i against %i of %i: %f', (a, n, b, m, expected) => {
	expect(surprise({ papers: a, of: n }, { papers: b, of: m })).toBeCloseTo(expected, 0);
});

const part = fc
	.integer({ min: 0, max: 500 })
	.chain((of) => fc.record({ of: fc.constant(of), papers: fc.integer({ min: 0, max: of }) }));

test('is that of the table, symmetric, never negative, and nothing where a side is empty', () => {
	fc.assert(
		fc.property(part, part, (these, those) => {
			const found = surprise(these, those);
			expect(found).toBeGreaterThanOrEqual(0);
			expect(surprise(those, these)).toBeCloseTo(found, 8);
			if (these.of === 0 || those.of === 0) expect(found).toBe(0);
			else expect(found).toBeCloseTo(Math.max(0, byTable(these.papers, these.of, those.papers, those.of)), 6);
		}),
	);
});

test.each([
	[6.635, 0.01],
	[7.879, 0.005],
	[10.828, 0.001],
	[15.137, 0.0001],
	[23.928, 0.000001],
])('chance makes a difference of %f once in 1/%f times', (found, chance) => {
	expect(chanceOf(found) / chance).toBeCloseTo(1, 2);
});

test('chance is never above one, and falls as differences grow', () => {
	const chances = Array.from({ length: 200 }, (_, at) => chanceOf(at / 4));
	expect(chances.every((chance) => chance > 0 && chance <= 1)).toBe(true);
	expect(chances.toSorted((a, b) => b - a)).toEqual(chances);
});
