import { describe, expect, test } from 'vitest';
import { slugSchema } from '../../src/records/paper.ts';
import { homeView } from '../../src/views/home.ts';
import { listingsView, listingView } from '../../src/views/listings.ts';
import { papersView, periodPapersView, sharedView, undatedView } from '../../src/views/lists.ts';
import { dayView, monthView, yearView } from '../../src/views/periods.ts';
import { topicsView, topicView } from '../../src/views/topics.ts';
import { archiveOf, paperOf, papersOn } from './archive-of.ts';

const rag = slugSchema.parse('rag');
const november = (length: number) =>
	papersOn(Array.from({ length }, (_, nth) => `2025-11-${String(1 + (nth % 30)).padStart(2, '0')}`));

describe('lists of papers', () => {
	test('are newest first, the undated last', () => {
		const source = archiveOf(papersOn([null, '2024-05-01', '2025', '2025-11-24']));
		expect(papersView(source, null).part.items.map(({ dateWords }) => dateWords)).toEqual([
			'24 Nov 2025',
			'2025',
			'1 May 2024',
			'date not stated',
		]);
	});

	test('say of their older parts which papers stand there, and lead up', () => {
		const source = archiveOf(november(120));
		expect(papersView(source, 1)).toMatchObject({
			path: '/papers/1/',
			title: 'Papers, 1 to 50',
			up: { path: '/papers/' },
		});
		expect(papersView(source, null)).toMatchObject({ path: '/papers/', title: 'Papers', up: null });
		expect(periodPapersView(source, '2025-11', 1)).toMatchObject({
			path: '/2025/11/papers/1/',
			title: 'Papers of November 2025, 1 to 50',
			part: { newer: '/2025/11/papers/' },
		});
	});

	test('a closed part is the same after newer papers came', () => {
		const before = archiveOf(papersOn(Array.from({ length: 160 }, () => '2024-05-01')));
		const after = archiveOf([
			...papersOn(Array.from({ length: 160 }, () => '2024-05-01')),
			paperOf({ published: '2025-11-24' }),
		]);
		expect(papersView(after, 1)).toEqual(papersView(before, 1));
	});

	test('of undated papers, in a sentence when there are none', () => {
		expect(undatedView(archiveOf(papersOn([null, '2025'])), null).part.items).toHaveLength(1);
		expect(undatedView(archiveOf([]), null).intro).toBe('Every paper of the archive has a date.');
	});

	test('that share an address lead to each', () => {
		const papers = papersOn(['2025', '2025']);
		const shared = [{ slug: rag, ids: papers.map(({ id }) => id) }];
		expect(sharedView(archiveOf(papers, { shared }), rag).part.items.map(({ path }) => path)).toEqual([
			'/papers/paper-00000/',
			'/papers/paper-00001/',
		]);
	});
});

describe('years, months and days', () => {
	const source = archiveOf(papersOn(['2023-05-01', '2025', '2025-11', '2025-11-03', '2025-11-24', '2025-11-24']));

	test('a year counts its months', () => {
		const view = yearView(source, '2025');
		expect(view.months[10]).toEqual({ name: 'November', path: '/2025/11/', papers: 4 });
		expect(view.months[0]).toEqual({ name: 'January', path: null, papers: 0 });
		expect(view).toMatchObject({
			title: '2025',
			all: { name: '5 papers of 2025', path: '/2025/papers/' },
			coarse: 'Of 1 paper no month is stated.',
			previous: { name: '2023', path: '/2023/' },
			next: null,
		});
	});

	test('a month counts its days', () => {
		const view = monthView(source, '2025-11');
		expect(view.weeks.flat().filter((day) => day && day.papers > 0)).toEqual([
			{ name: '3', path: '/2025/11/03/', papers: 1 },
			{ name: '24', path: '/2025/11/24/', papers: 2 },
		]);
		expect(view).toMatchObject({
			title: 'November 2025',
			coarse: 'Of 1 paper no day is stated.',
			within: [{ name: '2025', path: '/2025/' }],
			previous: { name: 'May 2023', path: '/2023/05/' },
		});
	});

	test('a day has its papers and the nearest days that have some', () => {
		expect(dayView(source, '2025-11-24', null)).toMatchObject({
			title: '24 November 2025',
			count: '2 papers',
			within: [{ path: '/2025/' }, { path: '/2025/11/' }],
			previous: { name: '3 November 2025', path: '/2025/11/03/' },
			next: null,
		});
	});

	test('a year and a month show a bounded number of papers', () => {
		const large = archiveOf(november(300));
		expect(yearView(large, '2025').newest).toHaveLength(20);
		expect(monthView(large, '2025-11').newest).toHaveLength(20);
		expect(monthView(large, '2025-11').newest[0]?.date).toBe('2025-11-30');
	});

	test('a day shows the start of the abstract, else of the summary', () => {
		const papers = [
			paperOf({ published: '2025-11-24', abstract: 'Word '.repeat(100).trim() }),
			paperOf({ id: 'arxiv:2501.00002', slug: 'b', published: '2025-11-24', summary: 'A summary.' }),
			paperOf({ id: 'arxiv:2501.00003', slug: 'c', published: '2025-11-24' }),
		];
		const excerpts = dayView(archiveOf(papers), '2025-11-24', null).part.items.map(({ excerpt }) => excerpt);
		expect(excerpts).toEqual([null, 'A summary.', expect.stringMatching(/^Word .{260,280}Word…$/)]);
	});
});

describe('topics', () => {
	const topics = [
		{ slug: 'rag', name: 'RAG' },
		{ slug: 'empty', name: 'Empty' },
	];
	const source = archiveOf(
		[
			...papersOn(
				Array.from({ length: 120 }, () => '2025-11-24'),
				{ topics: ['rag'] },
			),
			paperOf({ slug: 'x' }),
		],
		{ topics },
	);

	test('are listed with their papers', () => {
		expect(topicsView(source).map(({ name, papers, path }) => [name, papers, path])).toEqual([
			['RAG', 120, '/topics/rag/'],
			['Empty', 0, '/topics/empty/'],
		]);
	});

	test('are introduced on their newest part only', () => {
		expect(topicView(source, rag, null)).toMatchObject({
			title: 'RAG',
			count: '120 papers',
			part: { older: '/topics/rag/1/' },
		});
		expect(topicView(source, rag, null).trend?.svg).not.toBeNull();
		expect(topicView(source, rag, 1)).toMatchObject({ title: 'RAG, 1 to 50', count: null, trend: null });
	});

	test('without papers have a page of their own', () => {
		expect(topicView(source, slugSchema.parse('empty'), null)).toMatchObject({
			count: '0 papers',
			trend: { svg: null },
		});
	});
});

describe('listings', () => {
	const problem = {
		code: 'entry/no-meta',
		at: [461, 463] as [number, number],
		message: 'No facts follow.',
		hint: 'look',
	};
	const source = archiveOf([paperOf()], {
		listings: [
			{ file: 'a/copy.txt', dialect: null, problems: [{ ...problem, code: 'listing/copy', at: null }] },
			{ file: 'a/first.txt', captured: '2025-11-24', capturedFrom: 'sidecar', entries: 1234, problems: [problem] },
			{ file: 'locked.txt', sha256: null, dialect: null },
		],
	});

	test('are a table', () => {
		expect(listingsView(source)).toMatchObject([
			{ file: 'a/copy.txt', path: '/listings/abababababab/', captured: 'capture time not stated', problems: '1' },
			{ path: '/listings/abababababab/', captured: 'captured 24 November 2025', entries: '1\u202F234', problems: '1' },
			{ file: 'locked.txt', path: null, captured: 'capture time not stated', problems: 'none' },
		]);
	});

	test('of the same bytes share a page, with the facts of the one that was read', () => {
		const view = listingView(source, 'abababababab');
		expect(view).toMatchObject({ title: 'first.txt', files: ['a/copy.txt', 'a/first.txt'] });
		expect(view.facts).toContainEqual({ label: 'Captured', text: '24 November 2025, said by its sidecar' });
		expect(view.problems.map(({ code, place }) => [code, place])).toEqual([
			['listing/copy', null],
			['entry/no-meta', 'lines 461–463'],
		]);
	});
});

describe('home', () => {
	test('says what the archive holds', () => {
		const source = archiveOf(papersOn(['2014', '2025-11-24', null]), {
			listings: [
				{ file: 'a', captured: '2025-11-24T23:30:00-05:00' },
				{ file: 'b', captured: '2025-11-24' },
			],
		});
		expect(homeView(source)).toMatchObject({
			sentence: '3 papers from 2014 to 2025, read from 2 captured listings.',
			lastCapture: '25 November 2025, 04:30 UTC',
			undated: 1,
			years: [{ name: '2025' }, { name: '2014' }],
		});
	});

	test('of an empty archive says so', () => {
		expect(homeView(archiveOf([]))).toMatchObject({
			sentence: '0 papers, read from 1 captured listing.',
			lastCapture: null,
			newest: [],
		});
	});
});
