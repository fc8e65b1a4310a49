import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dateOf } from '../../src/records/paper.ts';
import type { PublishedPaper } from '../../src/records/published-paper.ts';
import type { Search } from '../../src/search/client/found.ts';
import type { Query } from '../../src/search/client/query.ts';
import { buildSearchIndex } from '../../src/search/index/build.ts';
import { openedSearch, publish, queryWith, wholeAnswer } from './opened-search.ts';
import { hasWord, paperWith, type SyntheticWord, syntheticPapers } from './synthetic.ts';

const capacity = 90;
const others = [
	paperWith(901, { title: 'Wordless grasshopper', abstract: '— … —', published: '2021-06-01' }),
	paperWith(902, {
		title: 'Late interaction is all you need',
		abstract: 'A model with late interaction, and one without any interaction that is late.',
		published: '2020-02-02',
		arxivId: '2002.01234',
		ids: ['arxiv:2002.01234', 'doi:10.1234/ab.c-9'],
		doi: '10.1234/ab.c-9',
	}),
	paperWith(903, {
		title: 'Quantization of naïve networks in ℓ∞',
		abstract: 'Quantized pre-training of l-infinity models.',
		searchText: 'l infinity ell_infty',
		published: '2024-12-31',
	}),
	paperWith(904, {
		title: 'An interaction',
		abstract: 'Interaction is not late, but a model.',
		published: '2024-12-30',
	}),
	paperWith(905, { title: 'Roads as networks', abstract: 'Roads, and what they join.', published: '2024-12-29' }),
];
const papers = [...syntheticPapers(300), ...others];

let dist = '';
let search: Search;

beforeAll(async () => {
	dist = await mkdtemp(join(tmpdir(), 'daybook-search-'));
	await publish(dist, papers);
	await buildSearchIndex({ dist, capacity });
	({ search } = await openedSearch(dist));
});

afterAll(async () => await rm(dist, { recursive: true, force: true }));

describe('what is found', () => {
	const cases: [Partial<Query> & { text: SyntheticWord }, (paper: PublishedPaper) => boolean][] = [
		[{ text: 'crocodile' }, () => true],
		[{ text: 'crocodile', topic: 'hornets' }, (paper) => isAbout(paper, 'hornets')],
		[{ text: 'bumblebee', year: '2023' }, (paper) => yearOf(paper) === '2023'],
		[{ text: 'bumblebee', year: '2021..2022' }, (paper) => ['2021', '2022'].includes(yearOf(paper))],
		[{ text: 'bumblebee', year: '..2020' }, (paper) => yearOf(paper) === '2020'],
		[{ text: 'bumblebee', year: 'undated' }, (paper) => yearOf(paper) === 'undated'],
		[{ text: 'aardvark', organization: 'anthill' }, ({ organization }) => organization?.name === 'The Anthill'],
		[{ text: 'aardvark', code: true }, ({ links }) => links.length > 0],
		[{ text: 'crocodile', topic: 'bees', year: '2021' }, (paper) => yearOf(paper) === '2021' && isAbout(paper, 'bees')],
	];

	test.each(cases)('%j: neither more nor less, and each order right across segments', async (query, filter) => {
		const expected = wanted((paper, n) => hasWord(n, query.text) && filter(paper));
		expect(expected.length).toBeGreaterThan(0);
		for (const order of ['overall', 'date', 'comments', 'upvotes'] as const) {
			const { lists } = await wholeAnswer(search, { ...query, order });
			expect(lists.map(({ total, from }) => [total, from])).toEqual([[expected.length, undefined]]);
			const rows = lists.flatMap((list) => list.rows);
			expect(rows.map(({ path }) => path).sort()).toEqual(expected.toSorted());
			if (order === 'overall') continue;
			const keys = rows.map((row) => (order === 'date' ? (row.date ?? '') : (row[order] ?? -1)));
			expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
		}
	});

	test('filters alone find papers, the newest first', async () => {
		const { lists } = await wholeAnswer(search, { topic: 'hornets' });
		const rows = lists.flatMap((list) => list.rows);
		expect(rows.map(({ path }) => path).sort()).toEqual(wanted((paper) => isAbout(paper, 'hornets')).sort());
		const dates = rows.map(({ date }) => date ?? '');
		expect(dates).toEqual(dates.toSorted().reverse());
		expect(rows[0]?.excerpt[0]?.text).toMatch(/^We look at/);
	});

	test.each<[string, Partial<Query>, (paper: PublishedPaper) => boolean]>([
		['a topic', { topic: 'hornets' }, (paper) => isAbout(paper, 'hornets')],
		['a topic in the text', { text: 'topic:hornets' }, (paper) => isAbout(paper, 'hornets')],
		['years', { year: '2022..2023' }, (paper) => ['2022', '2023'].includes(yearOf(paper))],
		['code', { code: true }, ({ links }) => links.length > 0],
	])('%s alone: each order holds for the papers of all segments', async (_, query, filter) => {
		const expected = wanted(filter).sort();
		for (const order of ['relevance', 'overall', 'date', 'comments', 'upvotes'] as const) {
			const { lists, older, ranked } = await wholeAnswer(search, { ...query, order });
			expect([lists.map(({ total, from }) => [total, from]), older, ranked]).toEqual([
				[[expected.length, undefined]],
				0,
				false,
			]);
			const rows = lists.flatMap((list) => list.rows);
			expect(rows.map(({ path }) => path).sort()).toEqual(expected);
			const field = order === 'comments' || order === 'upvotes' ? order : 'date';
			const keys = rows.map((row) => row[field] ?? (field === 'date' ? '' : -1));
			expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
		}
	});

	test('only words make papers match better or worse', async () => {
		for (const [text, ranked] of [
			['crocodile', true],
			['"late interaction"', true],
			['-late', false],
			['the', false],
		] as const) {
			expect((await wholeAnswer(search, { text })).ranked).toBe(ranked);
		}
	});

	test('operators in the text are the filters', async () => {
		const expected = wanted((paper, n) => hasWord(n, 'aardvark') && yearOf(paper) === '2021' && isAbout(paper, 'bees'));
		for (const text of [
			'aardvark topic:bees year:2021',
			'year:2021..2021 topic:"bees" aardvark',
			'TOPIC:bee aardvark Year:2021-2021',
		]) {
			const { lists } = await wholeAnswer(search, { text, order: 'date' });
			expect(lists.flatMap(({ rows }) => rows.map(({ path }) => path)).sort()).toEqual(expected.toSorted());
		}
		const ofAnthill = await wholeAnswer(search, { text: 'org:"the anthill"' });
		expect(ofAnthill.lists[0]?.total).toBe(wanted(({ organization }) => organization !== null).length);
	});

	test.each([
		['a phrase', '"late interaction"', [902]],
		['a phrase that a hyphen joins', '"pre training of"', [903]],
		['a phrase of which a hyphen joins two words', '"quantized pre training"', [903]],
		['a phrase in set quotes', '“late interaction”', [902]],
		['a phrase and a word', '"late interaction" model', [902]],
		['words', 'late interaction model', [902, 904]],
		['a word left out', 'interaction -late -elephant', []],
		['a phrase left out', 'interaction model -"late interaction"', [904]],
		['accents', 'naive networks', [903]],
		['mathematics as it is typed', 'l-infinity', [903]],
		['mathematics as LaTeX', 'ell_infty', [903]],
		['a part of it', 'ell infinity', [903]],
		['what every object has', 'constructor', []],
		['a hyphen or none', 'pretraining quantized', [903]],
		['a quote that is not closed', '"grasshopper wordless', [901]],
	])('%s: %s', async (_, text, numbers) => {
		const { lists, change } = await wholeAnswer(search, { text, order: 'date' });
		expect(change).toBeNull();
		const found = lists.flatMap(({ rows }) => rows.map(({ path }) => path));
		expect(found.sort()).toEqual(numbers.map((n) => `/papers/paper-n${n}/`).sort());
	});

	test('facts that are only shown are not found', async () => {
		for (const text of ['20241230', '1', 'ʘ']) {
			const { lists } = await wholeAnswer(search, { text, literal: true, order: 'date' });
			expect(lists.flatMap(({ rows }) => rows.map(({ path }) => path))).not.toContain('/papers/paper-n904/');
		}
	});
});

describe('the paper that the text names', () => {
	test.each([
		'Late interaction is all you need',
		'late-interaction IS all  you need!',
		'2002.01234',
		'arXiv:2002.01234v3',
		'https://arxiv.org/abs/2002.01234',
		'https://arxiv.org/pdf/2002.01234v2.pdf',
		'https://huggingface.co/papers/2002.01234',
		'10.1234/AB.c-9',
		'https://doi.org/10.1234/ab.c-9',
	])('%s', async (text) => {
		const { named, lists } = await wholeAnswer(search, { text });
		expect(named.map(({ path, date }) => [path, date])).toEqual([['/papers/paper-n902/', '2020-02-02']]);
		expect(lists.flatMap(({ rows }) => rows.map(({ path }) => path))).not.toContain('/papers/paper-n902/');
	});

	test('an id of no paper finds nothing that begins like it', async () => {
		const { named, lists } = await wholeAnswer(search, { text: '2002.99999' });
		expect([named, lists.map(({ total }) => total)]).toEqual([[], [0]]);
	});
});

describe('periods', () => {
	test('by relevance the newest are searched, and older ones when they are asked for', async () => {
		const { lists, older } = await search.search(queryWith({ text: 'aardvark' }));
		const inNewest = wanted((paper, n) => hasWord(n, 'aardvark') && yearOf(paper) === '2024');
		expect(lists.map(({ period, total }) => [period?.from, period?.to, total])).toEqual([
			['2024', '2024', inNewest.length],
		]);
		const more = (await older?.search()) ?? [];
		const all = [...lists, ...more].reduce((sum, { total }) => sum + total, 0);
		expect(all).toBe(wanted((_, n) => hasWord(n, 'aardvark')).length);
		const years = more.map(({ period }) => period?.from ?? '');
		expect(years).toEqual(years.toSorted().reverse());
		expect(older?.period).toEqual({ from: '2020', to: '2023' });
	});

	test('where few are found, older ones are searched at once, each under its years', async () => {
		const { lists, older } = await wholeAnswer(search, { text: 'interaction' });
		expect(older).toBe(0);
		expect(lists.map(({ from, rows }) => [from, rows.map(({ path }) => path)])).toEqual([
			['2024', ['/papers/paper-n904/']],
			['2020', ['/papers/paper-n902/']],
		]);
	});

	test('a year that only one of them has needs no heading', async () => {
		const { lists, older } = await wholeAnswer(search, { text: 'aardvark', year: '2024' });
		expect([lists.map(({ from }) => from), older]).toEqual([[undefined], 0]);
	});
});

describe('what was meant', () => {
	test.each([
		['crocodlie', 'crocodile', 'corrected'],
		['rocodile elephant', 'crocodile elephant', 'corrected'],
		['crocodile elephnat', 'crocodile elephant', 'corrected'],
		['quantizaton', 'quantization', 'corrected'],
		['crocodile zzzqqq', 'crocodile', 'shortened'],
		['"interaction late" need', 'interaction late need', 'unquoted'],
		['crocodile grasshopper', 'grasshopper', 'shortened'],
	])('%s: %s, %s', async (typed, text, change) => {
		const answer = await wholeAnswer(search, { text: typed });
		expect([answer.text, answer.change]).toEqual([text, change]);
		expect(answer.lists[0]?.total).toBeGreaterThan(0);
		const literal = await wholeAnswer(search, { text: typed, literal: true });
		expect([literal.text, literal.change]).toEqual([typed, null]);
	});

	test('filters change no word, however little they leave', async () => {
		const { text, change, lists } = await wholeAnswer(search, { text: 'crocodile work', year: '1999' });
		expect([text, change, lists.map(({ total }) => total)]).toEqual(['crocodile work', null, [0]]);
	});

	test('a word of no paper finds nothing', async () => {
		const { change, lists } = await wholeAnswer(search, { text: 'zzzqqq' });
		expect([change, lists.map(({ total }) => total)]).toEqual([null, [0]]);
	});

	test('the last word is completed while it is typed', async () => {
		for (const [typed, text] of [
			['elephant croc', 'elephant crocodile'],
			['quantiza', 'quantization'],
			['elephant c', 'elephant'],
			['crocodile', 'crocodile'],
		] as const) {
			expect((await wholeAnswer(search, { text: typed }, { typing: true })).text).toBe(text);
		}
		expect(await search.completions('the quanti')).toEqual(['quantization', 'quantized']);
		expect(await search.completions('qu')).toEqual([]);
	});

	test.each(['__proto__', 'constructor'])('%s is no topic and no organisation', async (name) => {
		for (const query of [{ topic: name }, { organization: name }, { text: `topic:${name}` }, { text: `org:${name}` }]) {
			expect((await wholeAnswer(search, query)).lists.map(({ total }) => total)).toEqual([0]);
		}
	});

	test.each<[string, string[]]>([
		['topic:bess', ['There is no topic “bess”, but there is bees.']],
		['crocodile topic:xyz', ['There is no topic “xyz”, but there are ants, bees and wasps.']],
		['org:"Anthlil"', ['There is no organisation “Anthlil”, but there is The Anthill.']],
		['organisation:zzz', ['There is no organisation “zzz”, but there is The Anthill.']],
		['year:soon', ['“soon” is no year: papers are of 2020–2024.']],
		['year:1066', ['No paper is of 1066: they are of 2020–2024.']],
		['has:code', ['There is no filter “has:”, only topic:, org: and year:.']],
		['month:', ['There is no filter “month:”, only topic:, org: and year:.']],
		['crocodile has:zzzqqq', ['There is no filter “has:”, only topic:, org: and year:.']],
		// What was understood, and what is no filter.
		['grasshopper topic:bees', []],
		['grasshopper org:anthill', []],
		['zzzqqq year:2020..', []],
		['Zzzqqq: a zzzqqq', []],
		['https://zzz.example/qqq', []],
		['topic:bees crocodile', []],
	])('%s: what in it was not understood', async (text, misread) => {
		expect((await search.search(queryWith({ text }))).misread).toEqual(misread);
	});

	test('looser queries are offered with what they would find', async () => {
		const offered = await search.looser(queryWith({ text: 'grasshopper', topic: 'bees', year: '2021' }));
		expect(offered.map(({ without, papers: found }) => [without, found])).toEqual([['bees', 1]]);
		const operators = await search.looser(queryWith({ text: 'grasshopper year:1066 -wordless' }));
		expect(operators.map(({ without }) => without)).toEqual([]);
		const year = await search.looser(queryWith({ text: 'grasshopper year:1066' }));
		expect(year.map(({ query, without }) => [query.text, without])).toEqual([['grasshopper', 'year:1066']]);
		const words = await search.looser(queryWith({ text: 'grasshopper elephant' }));
		expect(words.map(({ query, without, papers: found }) => [query.text, without, found])).toEqual([
			['elephant', 'grasshopper', wanted((_, n) => hasWord(n, 'elephant')).length],
			['grasshopper', 'elephant', 1],
		]);
	});
});

test('each filter is counted with the others', async () => {
	const counts = await search.counts(queryWith({ text: 'aardvark', topic: 'ants', year: '2022', order: 'date' }));
	const count = (filter: (paper: PublishedPaper) => boolean) =>
		wanted((paper, n) => hasWord(n, 'aardvark') && filter(paper)).length;
	const topics = ['ants', 'bees', 'hornets', 'wasps'].map((topic) => [
		topic,
		count((paper) => isAbout(paper, topic) && yearOf(paper) === '2022'),
	]);
	expect(counts.topic.map(({ value, papers: found }) => [value, found]).sort()).toEqual(
		topics.filter(([, found]) => found !== 0),
	);
	const years = ['2024', '2023', '2022', '2021', '2020', 'undated'].map((year) => [
		year,
		count((paper) => isAbout(paper, 'ants') && yearOf(paper) === year),
	]);
	expect(counts.year.map(({ value, papers: found }) => [value, found])).toEqual(
		years.filter(([, found]) => found !== 0),
	);
	const both = (paper: PublishedPaper) => isAbout(paper, 'ants') && yearOf(paper) === '2022';
	expect(counts.organization).toEqual([
		{ value: 'anthill', name: 'The Anthill', papers: count((paper) => both(paper) && paper.organization !== null) },
	]);
	expect(counts.code).toBe(count((paper) => both(paper) && paper.links.length > 0));
});

describe('files', () => {
	test('nothing of an older segment is read before it is needed', async () => {
		const { search: fresh, read } = await openedSearch(dist);
		const [newest] = read.filter((path) => path.endsWith('.pf_meta')).map((path) => path.split('/')[0]);
		await wholeAnswer(fresh, { text: 'aardvark' });
		const folders = new Set(read.map((path) => path.split('/')[0]));
		expect([...folders].sort()).toEqual([newest, 'titles', 'wasm.en.pagefind'].sort());
		expect(read.filter((path) => path.endsWith('.json')).every((path) => /entry|titles\/|title-/.test(path))).toBe(
			true,
		);
	});

	test('what all segments share is read once', async () => {
		const { search: fresh, read } = await openedSearch(dist);
		await wholeAnswer(fresh, { text: 'aardvark', order: 'date' });
		expect(read.filter((path) => path.endsWith('.pf_meta')).length).toBeGreaterThan(1);
		expect(read.filter((path) => path === 'wasm.en.pagefind')).toHaveLength(1);
	});

	test('segments that are opened at once find what they find one after another', async () => {
		const asked = { text: 'aardvark', order: 'date' } as const;
		const alone = await wholeAnswer(search, asked);
		for (let time = 0; time < 12; time++) {
			const { search: fresh } = await openedSearch(dist);
			expect(await Promise.all([wholeAnswer(fresh, asked), wholeAnswer(fresh, asked)])).toEqual([alone, alone]);
		}
	});

	test.each(['pf_meta', 'wasm.en.pagefind', 'pagefind-entry.json'])(
		'without %s the search does not open',
		async (part) => {
			await expect(openedSearch(dist, (path) => path.includes(part))).rejects.toThrow('is not there');
		},
	);

	test.each([
		['pf_index', { text: 'aardvark' }],
		['pf_fragment', { text: 'aardvark' }],
		['titles/', { text: 'aardvark' }],
		['upvotes.json', { text: 'aardvark', order: 'upvotes' }],
		['topics.json', { text: 'aardvark', topic: 'bees' }],
	] satisfies [string, Partial<Query>][])(
		'without %s a search rejects, and does not find less',
		async (part, query) => {
			const { search: broken } = await openedSearch(dist, (path) => path.includes(part));
			await expect(wholeAnswer(broken, query)).rejects.toThrow();
		},
	);

	test('what is no longer wanted is given up', async () => {
		await expect(search.search(queryWith({ text: 'aardvark' }), { signal: AbortSignal.abort() })).rejects.toThrow(
			expect.objectContaining({ name: 'AbortError' }),
		);
	});
});

describe('examples', () => {
	test('each finds something, and is of this archive', async () => {
		const examples = await search.examples();
		expect(examples).toMatchObject({ year: 'year:2022..2024', organization: 'org:anthill' });
		expect(['topic:ants', 'topic:bees', 'topic:wasps']).toContain(examples.topic);
		for (const text of Object.values(examples)) {
			const { lists } = await wholeAnswer(search, { text: text ?? '', literal: true });
			expect(lists.reduce((sum, { total }) => sum + total, 0)).toBeGreaterThan(0);
		}
		expect(examples.phrase).toMatch(/^"\p{L}+ \p{L}+"$/u);
		expect(examples.without).toMatch(/^\p{L}+ -\p{L}+$/u);
	});

	test('what an archive has none of is no example', async () => {
		const bare = await mkdtemp(join(tmpdir(), 'daybook-search-bare-'));
		try {
			await publish(bare, [paperWith(1, { title: 'ℓ∞' }), paperWith(2, { title: 'On a 3D net' })]);
			await buildSearchIndex({ dist: bare });
			const { search: fresh } = await openedSearch(bare);
			const none = { phrase: null, without: null, topic: null, year: null, organization: null };
			expect(await fresh.examples()).toEqual(none);
			expect((await fresh.search(queryWith({ text: 'topic:bees' }))).misread).toEqual(['There is no topic “bees”.']);
		} finally {
			await rm(bare, { recursive: true });
		}
	});
});

test('an empty archive is searched without loading anything', async () => {
	const empty = await mkdtemp(join(tmpdir(), 'daybook-search-empty-'));
	try {
		await publish(empty, []);
		await buildSearchIndex({ dist: empty });
		const { search: fresh } = await openedSearch(empty);
		const found = await fresh.search(queryWith({ text: 'bees', order: 'date' }));
		expect(found).toMatchObject({ named: [], lists: [{ total: 0 }], older: null });
		expect(await fresh.counts(queryWith({ text: 'bees' }))).toEqual({ topic: [], year: [], organization: [], code: 0 });
	} finally {
		await rm(empty, { recursive: true });
	}
});

function yearOf(paper: PublishedPaper): string {
	return dateOf(paper)?.slice(0, 4) ?? 'undated';
}

function isAbout(paper: PublishedPaper, topic: string): boolean {
	return paper.topics.some((slug) => slug === topic);
}

/** Addresses of the synthetic papers that pass. */
function wanted(passes: (paper: PublishedPaper, n: number) => boolean): string[] {
	return papers
		.slice(0, 300)
		.filter(passes)
		.map(({ slug }) => `/papers/${slug}/`);
}
