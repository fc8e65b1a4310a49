import { describe, expect, test } from 'vitest';
import { type PapersByPeriod, papersByPeriod } from '../../src/charts/papers-by-period.ts';
import { isoDateSchema } from '../../src/records/dates.ts';

const years: PapersByPeriod = {
	id: 'all',
	unit: 'year',
	periods: [
		{ period: '2021', papers: 20 },
		{ period: '2022', papers: 0 },
		{ period: '2023', papers: 50 },
		{ period: '2024', papers: 30 },
	],
	earlier: 1,
	undated: 189,
	until: isoDateSchema.parse('2024-11-03'),
};

test.each(['wide', 'narrow'] as const)('picture: %s', async (width) => {
	const drawing = papersByPeriod(years).svg?.[width] ?? '';
	await expect(drawing.replaceAll('><', '>\n<')).toMatchFileSnapshot(`snapshots/papers-by-period-${width}.svg`);
});

test('words and data', () => {
	const { svg: _, ...words } = papersByPeriod(years);
	expect(words).toEqual({
		title: '80% of the papers with a date are of 2023 or later',
		description: 'From 2021 to 2024; most in 2023, 50. The last is not over: 2024 until 3 November.',
		caption: '290 papers. 1 of them is older than 2021 and not drawn; 189 have no date.',
		table: {
			head: ['Year', 'Papers'],
			rows: [
				['2021', '20'],
				['2022', 'none'],
				['2023', '50'],
				['2024 until 3 November', '30'],
			],
		},
		csv: 'year,papers,known_until\r\n2021,20,\r\n2022,0,\r\n2023,50,\r\n2024,30,2024-11-03\r\n',
	});
});

describe('a title says when half of them are from', () => {
	test.each([
		['the last alone', [10, 10, 30], '60% of the papers with a date are of 2023'],
		['all but the first', [10, 10, 10], '67% of the papers with a date are of 2022 or later'],
		['mostly the first', [30, 10, 10], 'Papers by year'],
		['none', [], 'Papers by year'],
	])('%s', (_, papers, title) => {
		const periods = papers.map((count, index) => ({ period: String(2021 + index), papers: count }));
		expect(papersByPeriod({ ...years, periods, until: null }).title).toBe(title);
	});
});

test.each([
	['nothing', [], 'No paper has a date that could be drawn.'],
	['one period', [{ period: '2025-11', papers: 9 }], 'All papers with a date are of November 2025.'],
])('without a drawing: %s', (_, periods, description) => {
	expect(papersByPeriod({ ...years, unit: 'month', periods, until: null })).toMatchObject({ svg: null, description });
});
