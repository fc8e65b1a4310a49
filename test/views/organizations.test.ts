import { describe, expect, test } from 'vitest';
import { slugSchema } from '../../src/records/paper.ts';
import { organizationView } from '../../src/views/organization.ts';
import { organizationsView } from '../../src/views/organizations.ts';
import { paperFacts } from '../../src/views/paper-facts.ts';
import { archiveOf, paperOf, papersOn } from './archive-of.ts';

type Parts = NonNullable<Parameters<typeof papersOn>[1]>;

const topics = ['rag', 'vision', 'graphs'].map((slug) => ({ slug, name: slug.toUpperCase() }));
const slug = (text: string) => slugSchema.parse(text);

/** Papers of organisations, in this order: the slug, how many, and what else is known of each. */
function named(...organizations: [slug: string, count: number, parts?: Parts & { name?: string }][]) {
	let nth = 0;
	return organizations.flatMap(([slug, count, { name = slug, ...parts } = {}]) =>
		Array.from({ length: count }, () => {
			nth += 1;
			return paperOf({ id: `arxiv:2501.${nth}`, slug: `p${nth}`, organization: { slug, name }, ...parts });
		}),
	);
}

/** So many that they are also listed by letter: all are of Q. */
const fillers = Array.from({ length: 21 }, (_, nth): [string, number] => [`q-${nth}`, 1]);

describe('the list of organisations', () => {
	test('says how many papers name one, and from when on they do', () => {
		const papers = [
			...papersOn(['2024-05-01', '2025-11-24', null]),
			...named(['a', 2, { published: '2025-11-03' }], ['b', 1, { published: '2025-12-01' }]),
		];
		expect(organizationsView(archiveOf(papers)).sentences).toEqual([
			'3 of 6 papers name an organisation, as its source states it: 2 organisations in all.',
			'The first paper that names one is of 3 November 2025; of the 4 papers from then on, 3 do.',
		]);
	});

	test('says nothing of when, where all papers name one or none that does has a date', () => {
		expect(organizationsView(archiveOf(named(['a', 1, { published: '2025' }]))).sentences).toEqual([
			'1 of 1 paper names an organisation, as its source states it: 1 organisation in all.',
		]);
		expect(organizationsView(archiveOf([...papersOn(['2024']), ...named(['a', 1])])).sentences).toHaveLength(1);
	});

	test('is empty in words', () => {
		expect(organizationsView(archiveOf(papersOn(['2025'])))).toMatchObject({
			sentences: ['No paper of the archive names an organisation.'],
			most: [],
			span: null,
			letters: [],
			limited: null,
		});
	});

	test('files names under their letters, without articles, case and accents; other scripts last', () => {
		const names = ['the Alan Turing Institute', 'École', 'eth', 'Alibaba', '香港', '01.AI', 'The', 'Z'];
		const papers = named(
			...names.map((name, nth): [string, number, { name: string }] => [`o-${nth}`, 1, { name }]),
			...fillers,
		);
		const letters = organizationsView(archiveOf(papers)).letters.filter(({ letter }) => letter !== 'Q');
		expect(
			letters.map(({ id, letter, organizations }) => [id, letter, ...organizations.map(({ name }) => name)]),
		).toEqual([
			['letter-a', 'A', 'the Alan Turing Institute', 'Alibaba'],
			['letter-e', 'E', 'École', 'eth'],
			['letter-t', 'T', 'The'],
			['letter-z', 'Z', 'Z'],
			['letter-0-to-9', '0 to 9', '01.AI'],
			['letter-other', 'Other', '香港'],
		]);
	});

	test('tells those of one name apart by their slugs', () => {
		const papers = named(
			['zju', 2, { name: 'Zhejiang' }],
			['zhejiang', 1, { name: 'Zhejiang' }],
			['zoo', 1],
			...fillers,
		);
		const { letters } = organizationsView(archiveOf(papers));
		expect(letters.at(-1)?.organizations).toEqual([
			{ name: 'Zhejiang', slug: 'zhejiang', path: '/organizations/zhejiang/', papers: 1 },
			{ name: 'Zhejiang', slug: 'zju', path: '/organizations/zju/', papers: 2 },
			{ name: 'zoo', slug: null, path: '/organizations/zoo/', papers: 1 },
		]);
	});

	test('shows first those of most papers, with topics and the newest', () => {
		const small = Array.from({ length: 25 }, (_, nth): [string, number] => [`small-${nth}`, 1]);
		const papers = named(
			...small,
			['large', 3, { published: '2025-11-24', topics: ['vision', 'graphs'] }],
			['large', 2, { published: '2025-12', topics: ['graphs', 'gone'] }],
			['large', 1, { published: '2025-10-01', topics: ['rag'] }],
			['middle', 2, { published: '2025-12-03' }],
		);
		const { most, span, letters } = organizationsView(archiveOf(papers, { topics }));
		expect(most).toHaveLength(20);
		expect(most[0]).toMatchObject({
			name: 'large',
			papers: 6,
			newest: { date: '2025-12', words: 'Dec 2025' },
			topics: [{ name: 'GRAPHS' }, { name: 'VISION' }],
		});
		expect(most.slice(1, 3).map(({ name, newest }) => [name, newest?.words ?? null])).toEqual([
			['middle', '3 Dec 2025'],
			['small-0', null],
		]);
		// Of three months there are dots, and no line.
		expect(most.map(({ sparkline }) => sparkline)).toEqual(most.map(() => null));
		expect(span).toBeNull();
		expect(letters.flatMap(({ organizations }) => organizations)).toHaveLength(27);
	});

	test('shows few of them once', () => {
		const { most, letters } = organizationsView(archiveOf(named(['b', 1], ['a', 1], ['c', 2])));
		expect(most.map(({ name }) => name)).toEqual(['c', 'a', 'b']);
		expect(letters).toEqual([]);
	});

	test('draws all courses on one scale', () => {
		const small = Array.from({ length: 25 }, (_, nth): [string, number, Parts] => [
			`small-${nth}`,
			1,
			{ published: '2025-11' },
		]);
		const months = Array.from({ length: 8 }, (_, month) => `2025-0${month + 1}`);
		const steady = months.map((published): [string, number, Parts] => ['steady', 2, { published }]);
		const papers = named(...small, ...steady, ['large', 10, { published: '2025-11' }]);
		const { most, span } = organizationsView(archiveOf(papers));
		const alone = organizationsView(archiveOf(named(...small, ...steady))).most;
		expect(span).toBe('January 2025 to November 2025');
		expect(most[0]?.sparkline).toContain('<svg');
		expect(most[1]?.sparkline).not.toBe(alone[1]?.sparkline);
	});

	test('of very many has those of most papers, and says so', () => {
		const many = Array.from({ length: 2001 }, (_, nth): [string, number] => [`o-${nth}`, nth === 2000 ? 2 : 1]);
		const { letters, limited } = organizationsView(archiveOf(named(...many)));
		const listed = letters.flatMap(({ organizations }) => organizations);
		expect(listed).toHaveLength(2000);
		expect(listed.map(({ name }) => name)).toContain('o-2000');
		expect(limited).toBe(
			'Of 2 001 organisations, the 2 000 that most papers name are listed.'.replace(/(?<=\d) (?=\d)/g, '\u202F'),
		);
	});
});

describe('an organisation', () => {
	test('tells what its papers tell in all', () => {
		const papers = named(
			['Meta', 1, { name: 'Meta AI', published: '2024-05-01', comments: 3, upvotes: 10, topics: ['rag', 'vision'] }],
			['meta', 2, { name: 'AI at Meta', published: '2025-11-24', upvotes: 1, topics: ['vision'] }],
		);
		const view = organizationView(archiveOf(papers, { topics }), slug('meta'), null);
		expect(view).toMatchObject({
			name: 'AI at Meta',
			title: 'AI at Meta',
			path: '/organizations/meta/',
			sentences: [
				'Named by 3 papers, the first of 1 May 2024, the newest of 24 November 2025.',
				'Together they have 3 comments on 1 of them and 12 upvotes.',
				'Also written Meta AI.',
			],
		});
		expect(view.topics.map(({ name, papers }) => [name, papers])).toEqual([
			['VISION', 3],
			['RAG', 1],
		]);
		expect(view.part.items.map(({ dateWords, byline }) => [dateWords, byline.organization])).toEqual([
			['24 Nov 2025', null],
			['24 Nov 2025', null],
			['1 May 2024', null],
		]);
	});

	test.each([
		[[], 'Named by 1 paper; no date of them is stated.'],
		[['2025-11'], 'Named by 1 paper, of November 2025.'],
		[[null, '2025'], 'Named by 2 papers, of 2025.'],
	])('of papers of %j', (dates, sentence) => {
		const papers = papersOn(dates.length === 0 ? [null] : dates, { organization: { slug: 'a', name: 'A' } });
		expect(organizationView(archiveOf(papers), slug('a'), null).sentences).toEqual([sentence]);
	});

	test('of one paper says of it what there is to say, without its topics again', () => {
		const view = organizationView(
			archiveOf(named(['a', 1, { comments: 1, topics: ['rag'] }]), { topics }),
			slug('a'),
			null,
		);
		expect(view.sentences[1]).toBe('The paper has 1 comment.');
		expect(view.topics).toEqual([]);
	});

	test('has older parts that newer papers do not change', () => {
		const dates = Array.from({ length: 160 }, () => '2024-05-01');
		const organization = { slug: 'a', name: 'A' };
		const before = archiveOf(papersOn(dates, { organization }));
		const after = archiveOf([
			...papersOn(dates, { organization }),
			paperOf({ published: '2025-11-24', organization, comments: 1 }),
		]);
		expect(organizationView(before, slug('a'), 1)).toMatchObject({
			title: 'A, 1 to 50',
			path: '/organizations/a/1/',
			sentences: [],
			topics: [],
		});
		expect(organizationView(after, slug('a'), 1)).toEqual(organizationView(before, slug('a'), 1));
	});

	test.each([
		['NVIDIA', 'NVIDIA Research', 'NVIDIA Research', '/organizations/nvidia/'],
		['../..', '', '../..', '/organizations/organization/'],
	])('%j leads from its papers to its page', (stated, name, text, path) => {
		const fact = paperFacts(paperOf({ organization: { slug: stated, name } })).find(
			({ label }) => label === 'Organisation',
		);
		expect(fact?.values).toEqual([{ text, path, url: null }]);
	});
});
