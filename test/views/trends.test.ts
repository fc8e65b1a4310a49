import { describe, expect, test } from 'vitest';
import { slugSchema } from '../../src/records/paper.ts';
import { topicTrendView } from '../../src/views/topic.ts';
import { trendCharts } from '../../src/views/trend-files.ts';
import { trendCsv, trendsView } from '../../src/views/trends.ts';
import { archiveOf } from './archive-of.ts';
import { many, numbered } from './changing-papers.ts';

const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`);
const rye = { topics: ['rye'], title: 'Rye bread', abstract: 'We bake rye bread.', upvotes: 3, comments: 1 };
const oneTopic = [{ slug: 'rye', name: 'Rye' }];
const manyTopics = Array.from({ length: 300 }, (_, at) => ({ slug: `grain-${at}`, name: `Grain ${at}` }));

const archives = {
	empty: archiveOf([]),
	'empty, with a topic': archiveOf([], { topics: oneTopic }),
	'of one paper': archiveOf(numbered(many(1, { published: '2025-03-05', ...rye })), { topics: oneTopic }),
	'of one paper without a date': archiveOf(numbered(many(1, rye)), { topics: oneTopic }),
	'of one day': archiveOf(numbered(many(60, { published: '2025-03-05', ...rye })), { topics: oneTopic }),
	'of a year alone': archiveOf(numbered(many(60, { published: '2025', ...rye })), { topics: oneTopic }),
	'of two days of two years': archiveOf(
		numbered(many(2, { published: '2024-12-31', ...rye }), many(2, { published: '2025-01-01', ...rye })),
		{ topics: oneTopic },
	),
	'with a month without papers': archiveOf(
		numbered(
			...months.filter((month) => month !== '2025-05').map((month) => many(24, { published: `${month}-05`, ...rye })),
		),
		{ topics: oneTopic },
	),
	'of 300 topics': archiveOf(
		numbered(
			...months.map((month, at) =>
				many(25, { published: `${month}-05` }).map((part, nth) => {
					return { ...part, topics: [`grain-${at * 25 + nth}`, 'grain-7'].slice(0, nth === 7 ? 1 : 2) };
				}),
			),
		),
		{ topics: manyTopics },
	),
} as const;
type Name = keyof typeof archives;

/** All texts and numbers of a view, with where they stand. */
function leaves(value: unknown, at = 'view'): [at: string, leaf: unknown][] {
	if (typeof value !== 'object' || value === null) return [[at, value]];
	return Object.entries(value).flatMap(([name, each]) => leaves(each, `${at}.${name}`));
}

describe.each(Object.entries(archives))('the trends of an archive %s', (_, source) => {
	test('are told without a number or a sentence that says nothing', () => {
		const view = trendsView(source);
		const topics = source.summary.topics.map(({ slug }) => topicTrendView(source, slug));
		for (const [at, leaf] of leaves({ view, topics })) {
			expect(leaf, at).not.toBeUndefined();
			if (typeof leaf === 'number') expect(leaf, at).toSatisfy(Number.isFinite);
			if (typeof leaf !== 'string') continue;
			expect(leaf, at).not.toMatch(/\bNaN\b|undefined|Infinity|\[object|\bnull\b/);
			expect(leaf.trim(), at).not.toBe('');
			expect(leaf, at).not.toMatch(/ {2}|\. \.|\( *\)/);
		}
	});

	test('have files of numbers that are all finite', () => {
		for (const chart of trendCharts) {
			expect(trendCsv(source, chart)).not.toMatch(/NaN|undefined|Infinity|null/);
		}
	});
});

describe('the trends', () => {
	const view = (name: Name) => trendsView(archives[name]);

	test('say how many papers they are of, and that these are a selection', () => {
		expect(view('of 300 topics').lead).toMatch(/\b300 papers in this archive\b.*selection/);
	});

	test.each<[Name, boolean]>([
		['empty', false],
		['empty, with a topic', false],
		['of one paper', false],
		['of one paper without a date', false],
		['of one day', false],
		['of a year alone', false],
		['of two days of two years', true],
		['with a month without papers', true],
		['of 300 topics', false],
	])('of an archive %s have words over time only where there are two periods and a term: %s', (name, has) => {
		expect(view(name).terms !== null).toBe(has);
	});

	test('draw nothing where there is no course, and say so', () => {
		for (const name of [
			'empty',
			'of one paper',
			'of one day',
			'of a year alone',
			'of one paper without a date',
		] as const) {
			const { papers, attention, multiples, newest, others } = view(name);
			expect(papers.chart.svg, name).toBeNull();
			for (const { chart } of attention) expect(chart.svg, name).toBeNull();
			expect(multiples.explained, name).toMatch(/so there is no course to draw\.$/);
			expect([...newest, ...others], name).toEqual([]);
		}
	});

	test('have no map without topics', () => {
		expect(view('empty').heat).toBeNull();
		expect(view('empty, with a topic').heat?.chart.svg).toBeNull();
		expect(view('of 300 topics').heat?.chart.svg).not.toBeNull();
	});

	test('tell of attention where it is known', () => {
		expect(view('of 300 topics').attention).toEqual([]);
		const { attention } = view('with a month without papers');
		expect(attention.map(({ csv }) => csv)).toEqual(['/trends/upvotes.csv', '/trends/comments.csv']);
		for (const { chart } of attention) expect(chart.svg).not.toBeNull();
	});

	test('of a month without papers say that nothing is known of it', () => {
		const { terms, papers, heat } = view('with a month without papers');
		expect(papers.chart.table.rows[4]).toEqual(['May 2025', 'none']);
		expect(terms?.chart.table.rows[4]).toEqual(['May 2025', ...(terms?.terms ?? []).map(() => 'not known')]);
		expect(heat?.chart.table.rows[0]?.[5]).toBe('not known');
		expect(topicTrendView(archives['with a month without papers'], slugSchema.parse('rye')).table.rows[4]).toEqual([
			'May 2025',
			'not known',
			'none',
			'not known',
			'not known',
		]);
	});

	test('of 300 topics show all as small drawings, and forty in the map, most papers first', () => {
		const { multiples, heat } = view('of 300 topics');
		expect(multiples.topics).toHaveLength(300);
		expect(multiples.topics[0]).toMatchObject({ name: 'Grain 7', path: '/topics/grain-7/' });
		expect(heat?.chart.table.rows).toHaveLength(40);
		expect(heat?.chart.caption).toContain('the first 40 of 300 topics');
	});

	test('name the newest month and year of which something is told, and the others as links', () => {
		const bread = (month: string, count: number, part = {}) => many(count, { published: `${month}-05`, ...part });
		const source = archiveOf(
			numbered(
				bread('2023-06', 40),
				bread('2024-06', 10),
				bread('2024-06', 30, rye),
				bread('2025-02', 40),
				bread('2025-03', 30),
			),
			{ topics: oneTopic },
		);
		const { newest, others } = trendsView(source);
		expect(newest.map(({ period, path }) => [period.name, path])).toEqual([
			['March 2025', '/2025/03/rising/'],
			['2025', '/2025/rising/'],
		]);
		expect(others).toEqual([
			{ name: 'February 2025', path: '/2025/02/rising/' },
			{ name: 'June 2024', path: '/2024/06/rising/' },
			{ name: '2024', path: '/2024/rising/' },
		]);
	});

	test('begin with the words that changed most', () => {
		const source = archiveOf(
			numbered(
				many(40, { published: '2024-06-05' }),
				many(20, { published: '2025-06-05' }),
				many(20, { published: '2025-06-05', ...rye }),
			),
		);
		expect(trendsView(source).terms?.terms).toEqual(['rye bread']);
		expect(trendCsv(source, 'terms')).toContain('rye bread,2025,20,40,0.5,');
	});
});
