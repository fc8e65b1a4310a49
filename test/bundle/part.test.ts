import { describe, expect, test } from 'vitest';
import { isSince, partSince } from '../../src/bundle/part.ts';

describe('a date is of a day or later', () => {
	test.each([
		['2025-03-01', true],
		['2025-02-28', false],
		['2025-03', true],
		['2025-02', false],
		['2025', true],
		['2024', false],
		['2026', true],
		[null, false],
	])('%s since 1 March 2025: %s', (date, expected) => {
		expect(isSince(date, '2025-03-01')).toBe(expected);
	});
});

describe('the part since 5 March 2025', () => {
	const isIn = partSince('2025-03-05', [
		{ slug: 'new', aliases: ['newer-title'], date: '2025-03-05' },
		{ slug: 'old', aliases: ['older-title'], date: '2025-03-04' },
		{ slug: 'some-year', aliases: [], date: '2025' },
		{ slug: 'undated', aliases: [], date: null },
	]);

	test.each([
		...['index.html', 'about/index.html', 'search/index.html', 'papers/index.html', 'papers/by-period.csv'],
		...['papers/new/index.html', 'papers/newer-title/index.html', 'papers/some-year/index.html'],
		'papers/several-meanings/index.html',
		...['2025/index.html', '2025/papers/index.html', '2025/papers/1/index.html', '2025/03/index.html'],
		...['2025/03/05/index.html', '2025/03/05/1/index.html', '2025/w10/index.html', '2026/index.html'],
		...['topics/bees/index.html', 'topics/bees/trend.csv', 'listings/0123456789ab/index.html'],
		...['data/index.html', 'data/report.json', 'data/papers/2025-03.jsonl.gz', 'data/papers/2025-03-2.jsonl.gz'],
		...['data/papers/2025.jsonl.gz', 'data/csv/2025.csv'],
	])('has %s', (path) => {
		expect(isIn(path)).toBe(true);
	});

	test.each([
		...['papers/old/index.html', 'papers/older-title/index.html', 'papers/undated/index.html'],
		...['undated/index.html', 'undated/2/index.html', '2024/index.html', '2025/02/index.html', '2025/03/04/index.html'],
		...['2025/w09/index.html', '2024/w52/index.html'],
		...['topics/bees/3/index.html', 'organizations/hive/1/index.html', 'listings/0123456789ab/2/index.html'],
		...['data/papers/2025-02.jsonl.gz', 'data/papers/undated.jsonl.gz', 'data/csv/2024.csv', 'data/csv/undated.csv'],
		'data/manifest.json',
	])('has no %s', (path) => {
		expect(isIn(path)).toBe(false);
	});
});
