import { expect, test } from 'vitest';
import {
	counted,
	countInWords,
	periodInShort,
	periodUntil,
	shareInWords,
	spanInWords,
} from '../../src/charts/words.ts';
import { isoDateSchema } from '../../src/records/dates.ts';

test.each([
	['2025-11', '2025-11-24', 'November 2025 until the 24th'],
	['2025-11', '2025-11-01', 'November 2025 until the 1st'],
	['2025-11', '2025-11-12', 'November 2025 until the 12th'],
	['2025-11', '2025-11-22', 'November 2025 until the 22nd'],
	['2025-Q4', '2025-11-03', 'Q4 2025 until 3 November'],
	['2025', '2025-11-24', '2025 until 24 November'],
])('%s until %s', (period, until, words) => {
	expect(periodUntil(period, isoDateSchema.parse(until))).toBe(words);
});

test.each([
	['2024-05', '2024-10', 'May to October 2024'],
	['2024-11', '2025-02', 'November 2024 to February 2025'],
	['2024-Q1', '2024-Q3', 'Q1 to Q3 2024'],
	['2019', '2024', '2019 to 2024'],
	['2024', '2024', '2024'],
])('from %s to %s', (first, last, words) => {
	expect(spanInWords(first, last)).toBe(words);
});

test('numbers, shares and labels', () => {
	expect(countInWords(1234567)).toBe('1\u202F234\u202F567');
	expect(counted(1, 'paper')).toBe('1 paper');
	expect(shareInWords(0.1234)).toBe('12%');
	expect(periodInShort('2025-11')).toBe('Nov 2025');
});
