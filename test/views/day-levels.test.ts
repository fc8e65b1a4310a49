import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayLevel, dayLevels } from '../../src/views/day-levels.ts';

test.each([
	['no days', [], [1, 2, 3]],
	['days of one paper', [1, 1, 1, 1], [1, 2, 3]],
	['days of a few', [1, 2, 3, 4], [1, 2, 3]],
	['days of an even archive', Array.from({ length: 100 }, (_, day) => day + 1), [20, 50, 70]],
	['days of one size', [24, 24, 24, 24], [20, 30, 50]],
	['a large archive', [250, 400, 900, 1600], [300, 500, 1000]],
])('the levels of %s', (_, days, levels) => {
	expect(dayLevels(days)).toEqual(levels);
});

test('what the levels mean', () => {
	const levels = dayLevels([3, 7, 15, 40]);
	expect([0, 1, 5, 6, 11, 21, 1000].map((papers) => dayLevel(papers, levels))).toEqual([0, 1, 1, 2, 3, 4, 4]);
});

test('more papers never mean a lower level, and one always shows', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 5000 })), fc.integer({ min: 0, max: 6000 }), (days, papers) => {
			const levels = dayLevels(days);
			expect(dayLevel(papers + 1, levels)).toBeGreaterThanOrEqual(Math.max(1, dayLevel(papers, levels)));
		}),
	);
});

test('one more paper on each day leaves the levels of a well-filled archive as they are', () => {
	const days = Array.from({ length: 300 }, (_, day) => 21 + ((day * 37) % 60));
	expect(dayLevels(days.map((papers) => papers + 1))).toEqual(dayLevels(days));
});
