import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/records/paper.ts';
import { catalogueOf } from '../../src/views/catalogue.ts';
import { periodSummary } from '../../src/views/period-about.ts';
import { archiveOf, paperOf, papersOn } from './archive-of.ts';

const topics = ['agents', 'rag', 'vision'].map((slug) => ({ slug, name: slug.toUpperCase() }));

/** What the papers of 2025 are about, in an archive of all these. */
function summaryOf(papers: readonly Paper[]) {
	const source = archiveOf(papers, { topics });
	return periodSummary(source, catalogueOf(source).years.get('2025')?.papers ?? [], 'year');
}

/** So many papers of a year, each about these topics. */
function papers(of: number, year: string, about: string[], parts: Parameters<typeof paperOf>[0] = {}): Paper[] {
	return Array.from({ length: of }, (_, nth) => {
		const key = [year, ...about, nth].join('-');
		return paperOf({ id: `doi:${key}`, slug: key, published: year, topics: about, ...parts });
	});
}

describe('what a period was about', () => {
	test('is its topics, most papers first, and its organisations', () => {
		const { about } = summaryOf([
			...papers(9, '2025', ['rag'], { organization: { slug: 'B', name: 'Lab B' } }),
			...papers(6, '2025', ['agents', 'rag']),
			...papers(6, '2025', ['vision'], { organization: { slug: 'a', name: 'Lab A' } }),
			...papers(3, '2025', []),
			...papers(5, '2024', ['agents']),
		]);
		expect(about?.topics).toMatchObject([
			{ name: 'RAG', path: '/topics/rag/', papers: 15, share: '63%' },
			{ name: 'AGENTS', papers: 6, share: '25%', moreThanUsual: null },
			{ name: 'VISION', papers: 6, share: '25%' },
		]);
		expect(about?.otherTopics).toBe(0);
		expect(about?.organizations).toEqual([
			{ name: 'Lab B', path: '/organizations/b/', papers: 9 },
			{ name: 'Lab A', path: '/organizations/a/', papers: 6 },
		]);
	});

	test('has no shares of a few papers, and no organisation of one', () => {
		const lab = { organization: { slug: 'a', name: 'Lab A' } };
		const { about } = summaryOf([...papers(18, '2025', ['rag']), ...papers(1, '2025', ['vision'], lab)]);
		expect(about?.topics.map(({ papers: count, share }) => [count, share])).toEqual([
			[18, null],
			[1, null],
		]);
		expect(about?.organizations).toEqual([]);
	});

	test('is not said where nothing is known, or all is seen at a glance', () => {
		expect(summaryOf(papers(30, '2025', [])).about).toBeNull();
		expect(summaryOf(papers(5, '2025', ['rag'])).about).toBeNull();
		expect(summaryOf(papers(6, '2025', ['rag'])).about).not.toBeNull();
		expect(summaryOf([]).about).toBeNull();
	});

	test('is cut to the most frequent topics, and says how many there are besides', () => {
		const many = Array.from({ length: 15 }, (_, nth) => ({ slug: `t-${nth}`, name: `T${nth}` }));
		const source = archiveOf(papersOn(Array(6).fill('2025'), { topics: many.map(({ slug }) => slug) }), {
			topics: many,
		});
		const { about } = periodSummary(source, source.index, 'year');
		expect(about?.topics).toHaveLength(12);
		expect(about?.otherTopics).toBe(3);
	});

	test.each([
		['a topic far more frequent', [12, 8, 5, 175], '60% here, 8.5% of all papers'],
		['a topic of one half of the archive alone', [9, 11, 0, 20], '45% here, 23% of all papers'],
		['a topic about as frequent as ever', [2, 18, 15, 165], null],
		['a period of few papers', [12, 7, 0, 181], null],
		['a topic of few papers', [4, 16, 0, 180], null],
		['a difference within chance', [7, 13, 33, 147], null],
		['a period that is the whole archive', [12, 8, 0, 0], null],
	])('%s', (_, [agentsIn = 0, othersIn = 0, agentsOut = 0, othersOut = 0], expected) => {
		const { about } = summaryOf([
			...papers(agentsIn, '2025', ['agents']),
			...papers(othersIn, '2025', ['rag']),
			...papers(agentsOut, '2024', ['agents']),
			...papers(othersOut, '2024', ['rag']),
		]);
		const agents = about?.topics.find(({ name }) => name === 'AGENTS');
		expect(agents?.papers).toBe(agentsIn);
		expect(agents?.moreThanUsual).toBe(expected);
	});
});

describe('the most discussed papers', () => {
	const commented = (...comments: (number | null)[]) =>
		comments.map((count, nth) => paperOf({ id: `doi:${nth}`, slug: `p-${nth}`, published: '2025', comments: count }));
	const pathsOf = (found: ReturnType<typeof summaryOf>) => found.mostDiscussed?.rows.map(({ path }) => path);

	test('are five, by comments', () => {
		const found = summaryOf(commented(1, null, 7, 3, 0, 5, 9, 2));
		expect(found.mostDiscussed?.by).toBe('comments');
		expect(pathsOf(found)).toEqual(['/papers/p-6/', '/papers/p-2/', '/papers/p-5/', '/papers/p-3/', '/papers/p-7/']);
	});

	test('of as many comments are by upvotes', () => {
		const found = commented(2, 2, 3, 1, 1, 1).map((paper, nth) => ({ ...paper, upvotes: nth === 1 ? 9 : null }));
		expect(pathsOf(summaryOf(found))?.slice(0, 3)).toEqual(['/papers/p-2/', '/papers/p-1/', '/papers/p-0/']);
	});

	test('are by upvotes where comments are unknown', () => {
		const upvoted = commented(null, null, null, null, null, null).map((paper, nth) => ({ ...paper, upvotes: nth }));
		expect(summaryOf(upvoted).mostDiscussed).toMatchObject({ by: 'upvotes', rows: { length: 5 } });
	});

	test.each([
		['nothing is known', commented(null, null, null, null, null, null)],
		['only one was discussed', commented(4, 0, 0, null, null, null)],
		['all papers would stand there', commented(1, 2, 3, 4, 5)],
	])('are not shown when %s', (_, archive) => {
		expect(summaryOf(archive).mostDiscussed).toBeNull();
	});
});
