import { describe, expect, test } from 'vitest';
import { slugSchema } from '../../src/records/paper.ts';
import type { TermChanges } from '../../src/records/terms.ts';
import { changesOf } from '../../src/views/changes.ts';
import { changesPageView } from '../../src/views/changes-page.ts';
import { sitePages } from '../../src/views/site-pages.ts';
import { archiveOf } from './archive-of.ts';
import { many, numbered } from './changing-papers.ts';

const rye = slugSchema.parse('rye');
const topics = [
	{ slug: 'rye', name: 'Rye & malt' },
	{ slug: 'wheat', name: 'Wheat' },
];
const sourdough = { title: 'Sourdough', abstract: 'We use Sourdough.' };
const brioche = { title: 'Brioche', abstract: 'We use Brioche.' };

/** Rye and Sourdough rise in the week of 4 August 2025, wheat and Brioche fade; ten papers of 2024 have both. */
const source = archiveOf(
	numbered(
		many(10, { published: '2024-03-05', topics: ['rye', 'wheat'], ...brioche }),
		many(50, { published: '2024-10-01', topics: ['wheat', 'rye'], ...brioche }),
		many(60, { published: '2025-08-05', topics: ['rye'], ...sourdough }),
	).map((paper) => (paper.published?.startsWith('2024-10') ? { ...paper, topics: paper.topics.slice(0, 1) } : paper)),
	{ topics },
);

const ofPeriod = (period: string): TermChanges['of'] => ({ period });
const ofRye: TermChanges['of'] = { topic: rye };

const told = (of: TermChanges['of']) =>
	changesPageView(source, of).groups.map(({ id, changes }) => [
		id,
		...changes.map(({ name, count, shares, first }) => `${name}: ${count}, ${shares}${first ? ', new' : ''}`),
	]);

describe('the page of what rose', () => {
	test.each([
		['2025', '/2025/rising/', 'What rose in 2025', 'The 60 papers of 2025, compared with the 60 of 2024.'],
		[
			'2025-08',
			'/2025/08/rising/',
			'What rose in August 2025',
			'The 60 papers of August 2025, compared with the 50 of August 2024 to July 2025.',
		],
		[
			'2025-W32',
			'/2025/w32/rising/',
			'What rose in week 32 of 2025',
			'The 60 papers of Week 32 of 2025, compared with the 50 of Week 32 of 2024 to Week 31 of 2025.',
		],
	])('of %s says what is compared', (period, path, title, compared) => {
		const view = changesPageView(source, ofPeriod(period));
		expect(view).toMatchObject({
			path,
			title,
			compared,
			note: null,
			description: `${title}, and the papers behind it.`,
		});
		expect(view.above.map(({ name }) => name)).toEqual(
			period === '2025' ? ['2025'] : ['2025', title.replace('What rose in ', '').replace(/^w/, 'W')],
		);
		expect(changesOf(source, ofPeriod(period))).toMatchObject({ path, compared });
	});

	test('has what rose and what faded, topics first, each with its numbers', () => {
		expect(told(ofPeriod('2025'))).toEqual([
			['topics-risen', 'Rye & malt: 60 papers, 100%, from 17%'],
			['terms-risen', 'Sourdough: 60 papers, 100%, from 0%, new'],
			['topics-faded', 'Wheat: 0 papers, 60 before, 0%, from 100%'],
			['terms-faded', 'Brioche: 0 papers, 60 before, 0%, from 100%'],
		]);
	});

	test('names the papers, newest first, and of what faded those before', () => {
		const [risen, words, faded, fadedWords] = changesPageView(source, ofPeriod('2025')).groups.flatMap(
			({ changes }) => changes,
		);
		for (const change of [risen, words]) {
			expect(change?.papers).toHaveLength(1);
			const [{ heading, rows, cut } = { heading: '', rows: [], cut: '' }] = change?.papers ?? [];
			expect([heading, rows.length, cut]).toEqual([null, 60, null]);
			expect([rows[0]?.path, rows[59]?.path]).toEqual(['/papers/paper-00119/', '/papers/paper-00060/']);
		}
		for (const change of [faded, fadedWords]) {
			expect(change?.papers.map(({ heading, rows }) => [heading, rows.length, rows[0]?.path])).toEqual([
				['Before', 60, '/papers/paper-00059/'],
			]);
		}
	});

	test('says how many of many papers it names', () => {
		const papers = numbered(
			many(60, { published: '2024-03-05', ...brioche }),
			many(240, { published: '2025-03-05', topics: ['rye'], ...sourdough }),
		);
		const [risen, words] = changesPageView(archiveOf(papers, { topics }), ofPeriod('2025')).groups.flatMap(
			({ changes }) => changes,
		);
		for (const change of [risen, words]) {
			expect(change?.papers.map(({ rows, cut }) => [rows.length, cut])).toEqual([[200, 'The newest 200 of 240.']]);
		}
	});

	test('of a topic compares its newest twelve months with what is older, and tells no topics', () => {
		const papers = numbered(
			many(40, { published: '2023-05-05', topics: ['rye'], ...brioche }),
			many(40, { published: '2024-11-05', topics: ['wheat'] }),
			many(12, { published: '2025-02-05', topics: ['rye'], ...sourdough }),
		);
		const older = archiveOf(papers, { topics });
		const view = changesPageView(older, ofRye);
		expect(view).toMatchObject({
			path: '/topics/rye/rising/',
			title: 'What rose in Rye & malt',
			compared:
				'The 12 papers on this topic of March 2024 to February 2025, compared with the 40 of May 2023 to February 2024.',
			above: [
				{ name: 'Topics', path: '/topics/' },
				{ name: 'Rye & malt', path: '/topics/rye/' },
			],
		});
		expect(
			view.groups.map(({ id, changes }) => [id, ...changes.map(({ name, id: part }) => `${name} ${part}`)]),
		).toEqual([
			['terms-risen', 'Sourdough term-sourdough'],
			['terms-faded', 'Brioche term-brioche'],
		]);
	});

	test('says where nothing differs, and where there are too few papers', () => {
		const same = archiveOf(
			numbered(
				many(40, { published: '2024-03-05' }),
				many(12, { published: '2025-03-05' }),
				many(3, { published: '2026-03-05' }),
			),
		);
		expect(changesPageView(same, ofPeriod('2025'))).toMatchObject({
			groups: [],
			note: 'Nothing has a share that differs clearly from the time before.',
		});
		expect(changesPageView(same, ofPeriod('2026'))).toMatchObject({
			groups: [],
			compared: 'There are too few papers, now or before, to say what rose.',
		});
		expect(changesOf(same, ofPeriod('2026'))).toBeNull();
	});

	test('stands in the list of pages where there is something to compare', () => {
		const paths = sitePages(source).flatMap(({ path }) => (path.endsWith('/rising/') ? [path] : []));
		expect(paths.sort()).toEqual([
			'/2025/08/rising/',
			'/2025/rising/',
			'/2025/w32/rising/',
			'/topics/rye/rising/',
			'/topics/wheat/rising/',
		]);
	});
});
