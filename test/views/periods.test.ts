import { describe, expect, test } from 'vitest';
import { dayView, monthView, yearView } from '../../src/views/periods.ts';
import { archiveOf, paperOf, papersOn } from './archive-of.ts';

const source = archiveOf(papersOn(['2023-05-01', '2025', '2025-11', '2025-11-03', '2025-11-24', '2025-11-24']));
const november = (length: number) =>
	papersOn(Array.from({ length }, (_, nth) => `2025-11-${String(1 + (nth % 30)).padStart(2, '0')}`));

describe('a year', () => {
	test('counts its months', () => {
		const view = yearView(source, '2025');
		expect(view.months[10]).toEqual({ name: 'November', path: '/2025/11/', papers: 4 });
		expect(view.months[0]).toEqual({ name: 'January', path: null, papers: 0 });
		expect(view).toMatchObject({
			title: '2025',
			intro: '5 papers.',
			all: { name: '5 papers of 2025', path: '/2025/papers/' },
			coarse: 'Of 1 paper only the year is known.',
			previous: { name: '2023', path: '/2023/' },
			next: null,
			weeks: [],
			calendar: { year: '2025', papers: 5 },
		});
	});

	test('that no paper is dated in says so, and leads to its week and to the years around it', () => {
		const papers = papersOn(['2024', '2025-12-29', '2027-06-01']);
		expect(yearView(archiveOf(papers), '2026')).toMatchObject({
			title: '2026',
			intro: 'No paper of the archive is dated in 2026.',
			all: null,
			newest: [],
			coarse: null,
			about: null,
			previous: { path: '/2025/' },
			next: { path: '/2027/' },
			weeks: [{ name: 'Week 1 of 2026', path: '/2026/w01/' }],
			calendar: { papers: 0 },
		});
		expect(yearView(archiveOf(papers.slice(0, 2)), '2026').next).toBeNull();
	});
});

test('a month leads to its days, its year and the nearest months', () => {
	const view = monthView(source, '2025-11');
	const days = view.calendar.weeks.flatMap((week) => week.days).filter((day) => day && day.papers > 0);
	expect(days).toMatchObject([
		{ number: '3', path: '/2025/11/03/', papers: 1 },
		{ number: '24', path: '/2025/11/24/', papers: 2 },
	]);
	expect(view).toMatchObject({
		title: 'November 2025',
		coarse: 'Of 1 paper only the month is known.',
		within: [{ name: '2025', path: '/2025/' }],
		previous: { name: 'May 2023', path: '/2023/05/' },
	});
});

test('a year and a month show a bounded number of papers, from the index alone', () => {
	const large = { ...archiveOf(november(300)), paper: () => expect.unreachable('a shard was opened') };
	expect(yearView(large, '2025').newest).toHaveLength(20);
	expect(monthView(large, '2025-11').newest).toHaveLength(20);
	expect(monthView(large, '2025-11').newest[0]?.date).toBe('2025-11-30');
});

describe('a day', () => {
	test('has its papers, its week and the nearest days that have some', () => {
		const view = dayView(source, '2025-11-24', null);
		expect(view).toMatchObject({
			title: '24 November 2025',
			intro: '2 papers.',
			within: [{ path: '/2025/' }, { path: '/2025/11/' }],
			week: { name: 'Week 48 of 2025', path: '/2025/w48/' },
			previous: { name: '3 November 2025', path: '/2025/11/03/' },
			next: null,
		});
		const marked = view.calendar?.weeks.flatMap((week) => week.days).filter((day) => day?.current);
		expect(marked).toMatchObject([{ date: '2025-11-24' }]);
	});

	test('has the whole abstract, else the summary, in two pieces where it is long', () => {
		const papers = [
			paperOf({ published: '2025-11-24', abstract: 'Word '.repeat(100).trim() }),
			paperOf({ id: 'arxiv:2501.00002', slug: 'b', published: '2025-11-24', summary: 'A summary.' }),
			paperOf({ id: 'arxiv:2501.00003', slug: 'c', published: '2025-11-24' }),
		];
		const rows = dayView(archiveOf(papers), '2025-11-24', null).part.items;
		expect(rows.map(({ abstract }) => abstract)).toEqual([
			null,
			{ start: 'A summary.', rest: null },
			{ start: 'Word '.repeat(48).trim(), rest: ' Word'.repeat(52) },
		]);
	});

	test('keeps its older parts as they are when papers are added', () => {
		const dates = Array.from({ length: 160 }, () => '2025-11-24');
		const topics = [{ slug: 'rag', name: 'RAG' }];
		const before = archiveOf(papersOn(dates, { topics: ['rag'], comments: 3 }), { topics });
		const after = archiveOf(papersOn([...dates, '2025-11-24', '2025-11-23'], { topics: ['rag'], comments: 3 }), {
			topics,
		});
		expect(dayView(after, '2025-11-24', 1)).toEqual({
			...dayView(before, '2025-11-24', 1),
			previous: { name: '23 November 2025', path: '/2025/11/23/' },
		});
		expect(dayView(before, '2025-11-24', 1)).toMatchObject({
			title: '24 November 2025, 1 to 50',
			within: [{}, {}, { name: '24 November 2025', path: '/2025/11/24/' }],
			intro: null,
			about: null,
			mostDiscussed: null,
			calendar: null,
		});
		expect(dayView(before, '2025-11-24', null)).not.toMatchObject({ about: null });
	});
});

describe('the first sentence', () => {
	const organization = (slug: string) => ({ slug, name: slug });
	const day = (...parts: Parameters<typeof paperOf>[0][]) =>
		archiveOf(
			parts.map((part, nth) =>
				paperOf({ id: `arxiv:2501.0000${nth}`, slug: `p-${nth}`, published: '2025-11-24', ...part }),
			),
		);

	test.each([
		['of papers of which nothing is known', day({}, {}), '2 papers.'],
		['of one paper does not repeat what it says', day({ organization: organization('a') }), '1 paper.'],
		[
			'counts organisations once',
			day(
				{ organization: organization('a') },
				{ organization: organization('A') },
				{ organization: organization('b') },
			),
			'3 papers from 2 organisations.',
		],
		[
			'says of how many they are known',
			day({ organization: organization('a') }, {}, {}),
			'3 papers, 1 of them from 1 organisation.',
		],
		[
			'adds up what is known',
			day({ comments: 1200, upvotes: 1 }, { comments: 34 }),
			'2 papers, with 1\u202F234 comments and 1 upvote. Most upvoted first.',
		],
		[
			'names comments where upvotes say nothing',
			day({ comments: 2 }, { comments: 1 }),
			'2 papers, with 3 comments. Most discussed first.',
		],
		['says nothing of zeros', day({ comments: 0, upvotes: 0 }, {}), '2 papers.'],
	])('%s', (_, archive, intro) => {
		expect(dayView(archive, '2025-11-24', null).intro).toBe(intro);
	});
});
