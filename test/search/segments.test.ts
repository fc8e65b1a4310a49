import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DatedPaper, type Segment, segmentsOf } from '../../src/search/segments.ts';

const papersOf = (dates: Record<string, number>): DatedPaper[] =>
	Object.entries(dates).flatMap(([date, count]) =>
		Array.from({ length: count }, (_, n) => ({ id: `${date}#${n}`, date: date === 'undated' ? null : date })),
	);

const shape = (segments: readonly Segment<DatedPaper>[]) => segments.map(({ name, papers }) => [name, papers.length]);

describe('segmentsOf', () => {
	test.each([
		['no papers', {}, []],
		['all in one', { '2020': 2, '2021': 3 }, [['2020', 5]]],
		[
			'undated with the oldest',
			{ undated: 2, '2020': 3, '2021-05': 4 },
			[
				['undated', 5],
				['2021', 4],
			],
		],
		[
			'whole years together as long as they fit',
			{ '2019': 2, '2020': 3, '2021': 4 },
			[
				['2019', 5],
				['2021', 4],
			],
		],
		[
			'a year that does not fit',
			{ '2020': 2, '2021-01': 4, '2021-02': 4, '2022': 1 },
			[
				['2020', 2],
				['2021', 5],
				['2021-2', 4],
			],
		],
		[
			'many undated',
			{ undated: 7, '2020': 1 },
			[
				['undated', 5],
				['undated-2', 3],
			],
		],
	])('%s', (_, dates, expected) => {
		expect(shape(segmentsOf(papersOf(dates), 5))).toEqual(expected);
	});

	test('a year in pieces is parted by date', () => {
		const [first, second] = segmentsOf(papersOf({ '2021-02': 3, '2021': 1, '2021-01-09': 2 }), 4);
		expect(first?.papers.map(({ date }) => date)).toEqual(['2021', '2021-01-09', '2021-01-09', '2021-02']);
		expect(second?.papers.map(({ date }) => date)).toEqual(['2021-02', '2021-02']);
	});

	const dated = fc.record({
		id: fc.uuid(),
		date: fc.option(
			fc.constantFrom('2019', '2020-02', '2020-02-03', '2020-11-30', '2021', '2021-06-01', '2022-01-01', '2022-12-31'),
		),
	});
	const archives = fc.uniqueArray(dated, { selector: ({ id }) => id, maxLength: 40 });
	const capacities = fc.integer({ min: 1, max: 12 });

	test('each paper is in one segment, no segment is too large, names differ, and time runs through them', () => {
		fc.assert(
			fc.property(archives, capacities, (papers, capacity) => {
				const segments = segmentsOf(papers, capacity);
				const all = segments.flatMap((segment) => segment.papers);
				expect(all).toEqual(
					papers.toSorted((a, b) => (`${a.date ?? ''} ${a.id}` < `${b.date ?? ''} ${b.id}` ? -1 : 1)),
				);
				expect(Math.max(0, ...segments.map((segment) => segment.papers.length))).toBeLessThanOrEqual(capacity);
				expect(new Set(segments.map(({ name }) => name)).size).toBe(segments.length);
			}),
		);
	});

	test('the order of papers does not matter', () => {
		fc.assert(
			fc.property(archives, capacities, (papers, capacity) => {
				expect(segmentsOf(papers.toReversed(), capacity)).toEqual(segmentsOf(papers, capacity));
			}),
		);
	});

	test('newer papers change no segment without papers of the newest year', () => {
		const newer = fc.array(fc.record({ id: fc.uuid(), date: fc.constantFrom('2022-12-31', '2023', '2024-05') }));
		fc.assert(
			fc.property(archives, newer, capacities, (papers, added, capacity) => {
				const closed = segmentsOf(papers, capacity).filter(
					(segment) => segment.papers.every(({ date }) => (date ?? '') < '2022') && segment.papers.length > 0,
				);
				const isLast = (segment: Segment<DatedPaper>) => segment === closed.at(-1);
				const after = new Map(segmentsOf([...papers, ...added], capacity).map((segment) => [segment.name, segment]));
				for (const segment of closed) {
					const now = after.get(segment.name)?.papers ?? [];
					// The last may still take in a year that follows.
					expect(isLast(segment) ? now.slice(0, segment.papers.length) : now).toEqual(segment.papers);
				}
			}),
		);
	});
});
