import { describe, expect, test } from 'vitest';
import { homeView } from '../../src/views/home.ts';
import { appearanceOf, archiveOf, paperOf, papersOn } from './archive-of.ts';

const seen = (...captured: (string | null)[]) => ({
	appearances: captured.map((time) => appearanceOf({ captured: time })),
});

describe('the first sentence', () => {
	test.each([
		[[], 'No papers yet, in 1 captured listing.'],
		[['2025-11-24'], '1 paper of 2025, read from 1 captured listing.'],
		[[null], '1 paper, read from 1 captured listing. Its date is not stated.'],
		[[null, null], '2 papers, read from 1 captured listing. No dates are stated.'],
		[
			['2014', '2025-11-24', null],
			'3 papers from 2014 to 2025, read from 1 captured listing. For 1 of them no date is stated.',
		],
		[['2025-11', '2025-11'], '2 papers of 2025, read from 1 captured listing.'],
	])('for papers of %j', (dates, sentence) => {
		expect(homeView(archiveOf(papersOn(dates))).sentence).toBe(sentence);
	});
});

describe('what the last capture brought', () => {
	const listings = [
		{ file: 'a', captured: '2025-11-24T23:30:00-05:00', entries: 2 },
		{ file: 'b', captured: '2025-11-24' },
		{ file: 'c', captured: null },
	];
	const paper = (nth: number, ...captured: (string | null)[]) =>
		paperOf({ id: `doi:${nth}`, slug: `p-${nth}`, ...seen(...captured) });
	const newest = '2025-11-25T04:30:00Z';

	test.each([
		['new papers', [paper(1, newest, newest), paper(2, newest, '2025-11-24')], '1 paper that no other has'],
		['nothing new', [paper(1, '2025-11-24'), paper(2, newest, '2025-11-24')], 'has no paper that no other has'],
		['a paper of a listing that may be newer', [paper(1, newest, null), paper(2, newest)], '1 paper that no other has'],
		['everything', [paper(1, newest), paper(2, newest)], 'All was captured on 25 November 2025.'],
		['nothing at all', [], 'The last capture was on 25 November 2025.'],
	])('%s', (_, papers, words) => {
		const { lastCapture } = homeView(archiveOf(papers, { listings }));
		expect(lastCapture).toContain(words);
		expect(lastCapture).toContain('25 November 2025');
	});

	test('is not said where no listing was captured at a known time', () => {
		expect(homeView(archiveOf([paperOf()])).lastCapture).toBeNull();
	});
});

describe('the latest days', () => {
	test('are three, each with its newest papers', () => {
		const dates = [
			'2025-11-20',
			'2025-11-21',
			'2025-11',
			'2025-11-24',
			null,
			...Array.from({ length: 12 }, () => '2025-11-25'),
		];
		const view = homeView(archiveOf(papersOn(dates)));
		expect(view.latestDays).toMatchObject([
			{
				date: '2025-11-25',
				name: '25 November 2025',
				path: '/2025/11/25/',
				count: '12 papers',
				rows: { length: 6, 0: { title: 'Paper 16' } },
				more: { name: 'All 12 papers of 25 November 2025', path: '/2025/11/25/' },
			},
			{ date: '2025-11-24', count: '1 paper', rows: { length: 1 }, more: null },
			{ date: '2025-11-21' },
		]);
		expect(view.latestDays).toHaveLength(3);
		expect(view.newest).toEqual([]);
		expect(view.calendar).toMatchObject({ year: '2025', papers: 16 });
	});

	test('begin with what was upvoted most', () => {
		const upvotes = [3, null, 163, 0, 30, 38, 2];
		const papers = upvotes.map((each, nth) =>
			paperOf({ id: `doi:${nth}`, slug: `p-${nth}`, title: String(each), listedOn: '2025-11-24', upvotes: each }),
		);
		const [day] = homeView(archiveOf(papers)).latestDays;
		expect(day?.order).toBe('Most upvoted first.');
		expect(day?.rows.map(({ title }) => title)).toEqual(['163', '38', '30', '3', '2', '0']);
	});

	test('are one when all papers are of one day', () => {
		const view = homeView(archiveOf(papersOn(['2025-11-24', '2025-11-24'])));
		expect(view.latestDays).toMatchObject([{ count: '2 papers', more: null }]);
	});

	test('give way to the newest papers where no day is known', () => {
		const view = homeView(archiveOf(papersOn([null, '2024', '2025-11'])));
		expect(view).toMatchObject({ latestDays: [], calendar: null, undated: 1 });
		expect(view.newest.map(({ date }) => date)).toEqual(['2025-11', '2024', null]);
	});

	test('are those of papers with days, also when a later year is known of others', () => {
		const view = homeView(archiveOf(papersOn(['2023-05-01', '2025'])));
		expect(view.calendar?.year).toBe('2023');
		expect(view.years).toEqual([
			{ name: '2025', path: '/2025/', papers: 1 },
			{ name: '2023', path: '/2023/', papers: 1 },
		]);
	});
});

test('an empty archive has nothing to show', () => {
	expect(homeView(archiveOf([]))).toMatchObject({
		lastCapture: null,
		latestDays: [],
		newest: [],
		calendar: null,
		years: [],
		organizations: [],
		undated: 0,
	});
});

test('a year that only a week belongs to is not among the years with papers', () => {
	expect(homeView(archiveOf(papersOn(['2025-12-29']))).years.map(({ name }) => name)).toEqual(['2025']);
});

test('the organisations are the twelve that most papers name', () => {
	const papers = Array.from({ length: 40 }, (_, nth) => {
		const slug = `lab-${nth % 15}`;
		return paperOf({ id: `doi:${nth}`, slug: `p-${nth}`, organization: { slug, name: slug.toUpperCase() } });
	});
	const { organizations } = homeView(archiveOf(papers));
	expect(organizations).toHaveLength(12);
	expect(organizations[0]).toEqual({ name: 'LAB-0', path: '/organizations/lab-0/', papers: 3 });
	expect(organizations.at(-1)?.papers).toBe(2);
});
