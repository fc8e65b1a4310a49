import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capturedSchema } from '../../src/records/dates.ts';
import { capturedInWords, dateInWords, daysInWords, excerpt, monthName, shortDate } from '../../src/views/words.ts';

test.each([
	['2025-11-24', '24 November 2025', '24 Nov 2025'],
	['2025-01-02', '2 January 2025', '2 Jan 2025'],
	['2025-05', 'May 2025', 'May 2025'],
	['1998', '1998', '1998'],
])('%s in words', (date, long, short) => {
	expect([dateInWords(date), shortDate(date)]).toEqual([long, short]);
});

test.each([
	['2025-W48', 'Week 48 of 2025'],
	['2026-W01', 'Week 1 of 2026'],
])('%s in words', (week, words) => {
	expect(dateInWords(week)).toBe(words);
});

test.each([
	['2025-11-24', '2025-11-30', '24 to 30 November 2025'],
	['2025-10-27', '2025-11-02', '27 October to 2 November 2025'],
	['2025-12-29', '2026-01-04', '29 December 2025 to 4 January 2026'],
])('%s to %s in words', (first, last, words) => {
	expect(daysInWords(first, last)).toBe(words);
});

test('the name of a month', () => {
	expect(monthName('2025-09')).toBe('September');
});

test.each([
	['2025-11-24', '24 November 2025'],
	['2025-11-24T23:30:00Z', '24 November 2025, 23:30 UTC'],
	['2025-11-24T23:30:00-02:00', '25 November 2025, 01:30 UTC'],
])('captured %s', (captured, words) => {
	expect(capturedInWords(capturedSchema.parse(captured))).toBe(words);
});

test.each([
	['short enough', 20, 'short enough'],
	['cut at a word, not in it', 12, 'cut at a…'],
	['without-any-space-at-all', 10, 'without-an…'],
])('an excerpt of %j', (text, length, expected) => {
	expect(excerpt(text, length)).toBe(expected);
});

test('an excerpt is never longer than told, and always well formed', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, length) => {
			const cut = excerpt(text.toWellFormed(), length);
			expect(cut.length).toBeLessThanOrEqual(length + 1);
			expect(cut.isWellFormed()).toBe(true);
		}),
	);
});
