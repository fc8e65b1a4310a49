import { describe, expect, test } from 'vitest';
import { slugSchema } from '../../src/records/paper.ts';
import { papersView, periodPapersView, sharedView, undatedView, unsortedView } from '../../src/views/lists.ts';
import { topicView } from '../../src/views/topic.ts';
import { topicsView } from '../../src/views/topics.ts';
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

	test('of papers of no topic, in a sentence when there are none', () => {
		const topics = [{ slug: 'rag', name: 'RAG' }];
		const [sorted, unsorted] = [papersOn(['2025'], { topics: ['rag'] }), [paperOf({ slug: 'unsorted-paper' })]];
		const some = archiveOf([...sorted, ...unsorted], { topics });
		expect(unsortedView(some, null).part.items.map(({ path }) => path)).toEqual(['/papers/unsorted-paper/']);
		expect(topicsView(some).unsorted).toBe('1 of 2 papers');
		const none = archiveOf(sorted, { topics });
		expect(unsortedView(none, null).intro).toBe('Every paper of the archive belongs to a topic.');
		expect(topicsView(none).unsorted).toBeNull();
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
		expect(topicsView(source).topics.map(({ name, count, path }) => [name, count, path])).toEqual([
			['RAG', '120 papers', '/topics/rag/'],
			['Empty', 'no papers', '/topics/empty/'],
		]);
	});

	test('are introduced on their newest part only', () => {
		expect(topicView(source, rag, null)).toMatchObject({
			title: 'RAG',
			count: '120 papers',
			part: { older: '/topics/rag/1/' },
		});
		expect(topicView(source, rag, null).trend?.table.rows).toHaveLength(1);
		expect(topicView(source, rag, 1)).toMatchObject({ title: 'RAG, 1 to 50', count: null, trend: null });
	});

	test('without papers have a page of their own', () => {
		expect(topicView(source, slugSchema.parse('empty'), null)).toMatchObject({
			count: '0 papers',
			trend: { svg: null },
		});
	});
});
