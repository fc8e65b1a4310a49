import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attentionOf } from '../../src/analysis/attention.ts';
import { type PartialDate, partialDateSchema } from '../../src/records/dates.ts';

interface Paper {
	date: PartialDate | null;
	upvotes: number | null;
	comments: number | null;
}

function paper(date: string | null, upvotes: number | null, comments: number | null = null): Paper {
	return { date: date === null ? null : partialDateSchema.parse(date), upvotes, comments };
}

function courseOf(unit: 'month' | 'quarter' | 'year', ...names: string[]) {
	return { unit, periods: names.map((period) => ({ period, papers: 0, of: 0 })) };
}

test('quartiles of what is known, and of how many it is', () => {
	const papers = [
		paper('2025-03-04', 8, 1),
		paper('2025-03-01', 1),
		paper('2025-03', 4, 3),
		paper('2025-03-31', null, 0),
		paper('2025-03-05', 3),
		paper('2025-05-05', 7, null),
	];
	expect(attentionOf(papers, courseOf('month', '2025-03', '2025-04', '2025-05')).periods).toEqual([
		{
			period: '2025-03',
			of: 5,
			upvotes: { known: 4, quartiles: { lower: 2.5, median: 3.5, upper: 5 } },
			comments: { known: 3, quartiles: { lower: 0.5, median: 1, upper: 2 } },
		},
		{
			period: '2025-04',
			of: 0,
			upvotes: { known: 0, quartiles: null },
			comments: { known: 0, quartiles: null },
		},
		{
			period: '2025-05',
			of: 1,
			upvotes: { known: 1, quartiles: { lower: 7, median: 7, upper: 7 } },
			comments: { known: 0, quartiles: null },
		},
	]);
});

test('nothing known is not 0', () => {
	const [period] = attentionOf([paper('2025-03-04', 0, null)], courseOf('month', '2025-03')).periods;
	expect(period?.upvotes).toEqual({ known: 1, quartiles: { lower: 0, median: 0, upper: 0 } });
	expect(period?.comments).toEqual({ known: 0, quartiles: null });
});

describe('a paper stands in the period of its date, where that is exact enough', () => {
	const papers = [
		paper('2025-01-31', 1),
		paper('2025-02', 1),
		paper('2025', 1),
		paper('2019-01-01', 1),
		paper(null, 1),
	];
	test.each([
		['month', ['2025-01', '2025-02'], [1, 1], 1, 2],
		['quarter', ['2024-Q4', '2025-Q1'], [0, 2], 1, 2],
		['year', ['2025'], [3], 1, 1],
		['year', ['2019', '2020', '2021'], [1, 0, 0], 0, 1],
		['year', [], [], 0, 1],
	] as const)('%s of %s', (unit, names, counts, earlier, undated) => {
		const found = attentionOf(papers, courseOf(unit, ...names));
		expect(found.periods.map(({ of }) => of)).toEqual(counts);
		expect(found).toMatchObject({ unit, earlier, undated });
	});
});

test('quartiles are in order and among the known, whatever the order of papers', () => {
	const count = fc.option(fc.nat({ max: 5000 }));
	fc.assert(
		fc.property(fc.array(count, { maxLength: 40 }), (upvotes) => {
			const papers = upvotes.map((each) => paper('2025-03-01', each));
			const course = courseOf('month', '2025-03');
			const [period] = attentionOf(papers, course).periods;
			const known = upvotes.filter((each) => each !== null);
			const quartiles = period?.upvotes.quartiles;
			expect(period?.upvotes.known).toBe(known.length);
			expect(quartiles === null).toBe(known.length === 0);
			if (quartiles) {
				const { lower, median, upper } = quartiles;
				const found = [Math.min(...known), lower, median, upper, Math.max(...known)];
				expect(found).toEqual(found.toSorted((a, b) => a - b));
				expect(known.filter((each) => each <= median).length * 2).toBeGreaterThanOrEqual(known.length);
				expect(known.filter((each) => each >= median).length * 2).toBeGreaterThanOrEqual(known.length);
			}
			expect(attentionOf(papers.toReversed(), course)).toEqual(attentionOf(papers, course));
		}),
	);
});
