import { describe, expect, test } from 'vitest';
import { isoDateSchema } from '../../src/records/dates.ts';
import { slugSchema } from '../../src/records/paper.ts';
import { archiveCourse } from '../../src/views/archive-course.ts';
import { knownUntil } from '../../src/views/known-until.ts';
import { topicView } from '../../src/views/topic.ts';
import { topicRows, topicSharesOf, topicsView } from '../../src/views/topics.ts';
import { archiveOf, paperOf, papersOn } from './archive-of.ts';

const topics = [
	{ slug: 'vision', name: 'Vision' },
	{ slug: 'video', name: 'Video', parent: 'vision' },
	{ slug: 'pictures', name: '3D pictures', parent: 'vision' },
	{ slug: 'text', name: 'Text' },
	{ slug: 'empty', name: 'Empty' },
];

/** Papers of one month, nth of which has these topics. */
function ofTopics(...each: string[][]) {
	return each.map((of, nth) =>
		paperOf({
			id: `arxiv:2501.${String(nth).padStart(5, '0')}`,
			slug: `paper-${nth}`,
			title: `Paper ${nth}`,
			published: '2025-11-24',
			topics: of,
			comments: nth,
			organization: nth % 2 === 0 ? { slug: 'ZJU', name: 'Zhejiang University' } : null,
		}),
	);
}

const source = archiveOf(
	ofTopics(['vision', 'video'], ['vision', 'text'], ['vision', 'text', 'pictures'], ['text'], ['pictures', 'vision']),
	{ topics },
);
const vision = slugSchema.parse('vision');
const video = slugSchema.parse('video');

describe('all topics', () => {
	test('stand with most papers first, and by name as a librarian files them', () => {
		const view = topicsView(source);
		expect(view.topics.map(({ name, count }) => [name, count])).toEqual([
			['Vision', '4 papers'],
			['Text', '3 papers'],
			['3D pictures', '2 papers'],
			['Video', '1 paper'],
			['Empty', 'no papers'],
		]);
		expect(view.names.map(({ name }) => name)).toEqual(['3D pictures', 'Empty', 'Text', 'Video', 'Vision']);
	});

	test('say what they are a part of', () => {
		const parents = topicRows(source).map(({ name, parent }) => [name, parent?.path]);
		expect(parents).toContainEqual(['Video', '/topics/vision/']);
		expect(parents).toContainEqual(['Vision', undefined]);
	});

	test('keep the scale of all where only some are shown', () => {
		expect(topicRows(source, 2)).toEqual(topicRows(source).slice(0, 2));
	});

	test('as data', () => {
		expect(topicSharesOf(source).split('\r\n').slice(0, 2)).toEqual([
			'topic,period,papers,of,share',
			'vision,2025,4,5,0.8',
		]);
	});

	test('of shares, what is compared is told', () => {
		const dates = ['2025-01-01', '2025-02-01', '2025-03-15'].flatMap((date) => Array.from({ length: 20 }, () => date));
		const { explained, topics: rows } = topicsView(
			archiveOf(papersOn([...dates, null], { topics: ['text'] }), { topics }),
		);
		expect(explained).toBe(
			'Each drawing shows a topic’s share of the archive’s papers by month, January to March 2025, all on one scale. ' +
				'The words below it compare its first month with its last. ' +
				'The last is drawn lighter, since it is not over: March 2025 until the 15th. ' +
				'1 of 61 papers have no date as exact as that.',
		);
		expect(rows.map(({ moved }) => moved)).toEqual(['from 100% to 100%', null, null, null, null]);
	});

	test('of an empty archive', () => {
		const view = topicsView(archiveOf([], { topics }));
		expect(view.explained).toBe('No paper has a date, so there is no course to draw.');
		expect(view.topics.map(({ drawing, moved }) => drawing ?? moved)).toEqual([null, null, null, null, null]);
	});
});

describe('a topic', () => {
	test('stands beside its parts, the topics of its papers and their organisations', () => {
		const { neighbours } = topicView(source, vision, null);
		expect(neighbours?.parent).toBeNull();
		expect(neighbours?.children.map(({ name, papers }) => [name, papers])).toEqual([
			['3D pictures', 2],
			['Video', 1],
		]);
		expect(neighbours?.together.map(({ name, papers }) => [name, papers])).toEqual([['Text', 2]]);
		expect(neighbours?.organizations).toEqual([
			{ name: 'Zhejiang University', path: '/organizations/zju/', papers: 3 },
		]);
		expect(topicView(source, video, null).neighbours?.parent?.path).toBe('/topics/vision/');
	});

	test('shows what is most discussed in a long list', () => {
		const many = archiveOf(ofTopics(...Array.from({ length: 11 }, () => ['vision'])), { topics });
		expect(topicView(many, vision, null).discussed).toMatchObject({
			heading: 'Most discussed',
			rows: [10, 9, 8, 7, 6].map((nth) => ({ title: `Paper ${nth}` })),
		});
		expect(topicView(source, vision, null).discussed).toBeNull();
	});

	test.each([
		['upvotes where no paper has comments', { upvotes: 3 }, 'Most upvoted'],
		['nothing where nothing is known', { comments: 0 }, undefined],
	])('shows %s', (_, parts, heading) => {
		const papers = papersOn(
			Array.from({ length: 11 }, () => '2025'),
			{ topics: ['vision'], ...parts },
		);
		expect(topicView(archiveOf(papers, { topics }), vision, null).discussed?.heading).toBe(heading);
	});

	test('says on its newest part alone what changes with every paper', () => {
		const long = archiveOf(ofTopics(...Array.from({ length: 120 }, () => ['vision'])), { topics });
		expect(topicView(long, vision, 1)).toMatchObject({ count: null, trend: null, neighbours: null, discussed: null });
	});
});

describe('the last day known', () => {
	test.each([
		['the newest paper', '2025-11-20', '2025-11-24'],
		['the newest capture', '2025-12-01', '2025-12-01'],
		['the newest paper where no capture is known', null, '2025-11-24'],
	])('is of %s', (_, captured, day) => {
		const listings = [{ captured: captured === null ? null : `${isoDateSchema.parse(captured)}T12:00:00Z` }];
		expect(knownUntil(archiveOf(papersOn(['2025-11-24', '2025', null]), { listings }))).toBe(day);
	});

	test('is none where nothing has a date', () => {
		expect(knownUntil(archiveOf(papersOn(['2025', null])))).toBeNull();
	});
});

test('the course of an archive is a figure', () => {
	const { title, caption, csv } = archiveCourse(archiveOf(papersOn(['2024', '2025', '2025-11-24', null])));
	expect(title).toBe('67% of the papers with a date are of 2025');
	expect(caption).toBe('4 papers. 1 of them has no date.');
	expect(csv).toBe('year,papers,known_until\r\n2024,1,\r\n2025,2,2025-11-24\r\n');
});
