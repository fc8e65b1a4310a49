import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/records/hash.ts';
import { dateOf } from '../../src/records/paper.ts';
import type { PublishedPaper } from '../../src/records/published-paper.ts';
import type { Query } from '../../src/search/client/query.ts';
import { buildSearchIndex } from '../../src/search/index/build.ts';
import { gzip } from '../../src/search/index/gzip.ts';
import { sharedChromium, sharedServer, type WatchedPage, watchedPage } from '../browser/harness.ts';
import { hasWord, paperWith, type SyntheticWord, syntheticPapers } from './synthetic.ts';

const capacity = 90;
const hostile = paperWith(900, {
	title: '<b>Hostile</b> <script>window.ran = true</script>',
	abstract: 'Hostile <mark>mark</mark> &lt;i&gt; <img src=x onerror="window.ran = true"> zzzhostile',
	published: '2024-06-01',
});
const wordless = paperWith(901, { title: 'Wordless grasshopper', abstract: '— … —', published: '2021-06-01' });
const papers = [...syntheticPapers(300), hostile, wordless];

let folder = '';
const browser = sharedChromium();
const site = sharedServer(() => folder, '/deep/base/');

async function publish(dist: string, published: readonly PublishedPaper[]): Promise<void> {
	await mkdir(join(dist, 'data/papers'), { recursive: true });
	const shards = Map.groupBy(published, (paper) => dateOf(paper)?.slice(0, 7) ?? 'undated');
	for (const [name, ofShard] of shards) {
		const lines = ofShard.map((paper) => `${JSON.stringify(paper)}\n`).join('');
		await writeFile(join(dist, 'data/papers', `${name}.jsonl.gz`), gzip(lines));
	}
}

async function hashes(root: string): Promise<Record<string, string>> {
	const files = await readdir(root, { recursive: true, withFileTypes: true });
	const names = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
	return Object.fromEntries(
		await Promise.all(names.sort().map(async (name) => [name.slice(root.length), sha256(await readFile(name))])),
	);
}

/** The client as a browser can load it: the same files, their types taken out. */
async function serveClient(dist: string): Promise<void> {
	const client = resolve(import.meta.dirname, '../../src/search/client');
	await mkdir(join(dist, 'client'));
	for (const name of await readdir(client)) {
		const code = stripTypeScriptTypes(await readFile(join(client, name), 'utf8')).replaceAll(
			/(from '.*)\.ts'/g,
			"$1.js'",
		);
		await writeFile(join(dist, 'client', name.replace(/\.ts$/, '.js')), code);
	}
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'daybook-search-'));
	await publish(folder, papers);
	await buildSearchIndex({ dist: folder, capacity });
	await serveClient(folder);
	await writeFile(
		join(folder, 'index.html'),
		'<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><script src="pagefind/open.js"></script></html>',
	);
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

describe('the index', () => {
	test('has a segment for each part of time, and nothing that pages do not use', async () => {
		const segments: unknown = JSON.parse(await readFile(join(folder, 'pagefind/segments.json'), 'utf8'));
		expect(segments).toMatchObject([
			{ name: 'undated', from: '2020-01-01', to: '2020-12', records: 90 },
			{ name: '2021', from: '2021-01-09', to: '2021-12-28', records: 61 },
			{ name: '2022', from: '2022-01-01', to: '2023-11-19', records: 90 },
			{ name: '2024', from: '2024', to: '2024-12-20', records: 61 },
		]);
		const ofSegment = (await readdir(join(folder, 'pagefind/2024'))).map((name) => name.replace(/en_\w+/, 'en_HASH'));
		expect(ofSegment.sort()).toEqual([
			'filter',
			'fragment',
			'index',
			'pagefind-entry.json',
			'pagefind-worker.js',
			'pagefind.en_HASH.pf_meta',
			'pagefind.js',
			'wasm.en.pagefind',
		]);
	});

	test('is the same, byte for byte, for the same papers in other files in another folder', async () => {
		const other = await mkdtemp(join(tmpdir(), 'daybook-search-again-'));
		try {
			await publish(other, papers.toReversed());
			await buildSearchIndex({ dist: other, capacity });
			expect(await hashes(join(other, 'pagefind'))).toEqual(await hashes(join(folder, 'pagefind')));
			await expect(readdir(other)).resolves.toEqual(['data', 'pagefind']);
		} finally {
			await rm(other, { recursive: true });
		}
	});

	test('is replaced when there are newer papers, its closed segments as they were', async () => {
		const other = await mkdtemp(join(tmpdir(), 'daybook-search-newer-'));
		try {
			await cp(join(folder, 'pagefind'), join(other, 'pagefind'), { recursive: true });
			const newer = Array.from({ length: 95 }, (_, n) => paperWith(1000 + n, { published: '2025-01-01' }));
			await publish(other, [...papers, ...newer]);
			const { segments, records } = await buildSearchIndex({ dist: other, capacity });
			expect(records).toBe(papers.length + 95);
			expect(segments.map(({ name }) => name).slice(-2)).toEqual(['2025', '2025-2']);
			for (const name of ['undated', '2021', '2022', '2024']) {
				expect(await hashes(join(other, 'pagefind', name))).toEqual(await hashes(join(folder, 'pagefind', name)));
			}
		} finally {
			await rm(other, { recursive: true });
		}
	});

	test.each([
		['a site without published papers', async () => {}, 'search/no-data'],
		[
			'a published paper that is not one',
			async (dist: string) => {
				await publish(dist, papers.slice(0, 2));
				await writeFile(join(dist, 'data/papers/undated.jsonl.gz'), gzip('{"id":"t:0000000000000000"}\n{"id":1}\n'));
			},
			'search/unreadable-data',
		],
	])('%s is refused, and the last index stays', async (_, prepare, code) => {
		const other = await mkdtemp(join(tmpdir(), 'daybook-search-bad-'));
		try {
			await prepare(other);
			await mkdir(join(other, 'pagefind'));
			await expect(buildSearchIndex({ dist: other })).rejects.toMatchObject({ name: 'DaybookError', code });
			expect(await readdir(other)).toContain('pagefind');
			expect(await readdir(other)).not.toContain('.pagefind');
		} finally {
			await rm(other, { recursive: true });
		}
	});
});

describe('the client, in Chromium', () => {
	interface Answer {
		text: string;
		total: number;
		paths: string[];
		titles: string[];
		excerpts: string[];
		dates: (string | null)[];
		comments: (number | null)[];
	}

	/** All that a query finds, asked for seven at a time. */
	async function ask(page: Page, asked: Partial<Query>): Promise<Answer> {
		const query: Query = { text: '', topic: null, year: null, order: 'relevance', ...asked };
		return await page.evaluate(`(async () => {
			const { openSearch } = await import('./client/search.js');
			window.opened ??= openSearch(window.daybookSearch);
			const found = await (await window.opened).search(${JSON.stringify(query)});
			const rows = [];
			for (let more = await found.next(7); more.length > 0; more = await found.next(7)) rows.push(...more);
			return {
				text: found.query.text,
				total: found.total,
				paths: rows.map(({ path }) => path),
				titles: rows.map(({ title }) => title),
				excerpts: rows.map(({ excerpt }) => excerpt.map(({ text }) => text).join('')),
				dates: rows.map(({ date }) => date),
				comments: rows.map(({ comments }) => comments),
			};
		})()`);
	}

	async function counts(
		page: Page,
		asked: Partial<Query>,
	): Promise<{ topic: Record<string, number>; year: Record<string, number> }> {
		const query: Query = { text: '', topic: null, year: null, order: 'relevance', ...asked };
		return await page.evaluate(`window.opened.then(async (search) => {
			const { topic, year } = await search.counts(${JSON.stringify(query)});
			return { topic: Object.fromEntries(topic), year: Object.fromEntries(year) };
		})`);
	}

	let opened: Promise<WatchedPage> | null = null;
	async function openPage(context: Parameters<typeof browser>[0]): Promise<WatchedPage> {
		const chromium = await browser(context);
		opened ??= site().then(async (url) => {
			const watched = await watchedPage(chromium, url);
			await watched.page.goto(url);
			return watched;
		});
		return await opened;
	}

	const queries: [Partial<Query> & { text: SyntheticWord }, (paper: PublishedPaper) => boolean][] = [
		[{ text: 'crocodile' }, () => true],
		[{ text: 'crocodile', topic: 'hornets' }, (paper) => paper.topics.some((topic) => topic === 'hornets')],
		[{ text: 'bumblebee', year: '2023' }, (paper) => yearOf(paper) === '2023'],
		[{ text: 'bumblebee', year: 'undated' }, (paper) => yearOf(paper) === 'undated'],
		[{ text: 'crocodile', topic: 'bees', year: '2021' }, (paper) => yearOf(paper) === '2021' && isAbout(paper, 'bees')],
	];

	test.for(queries)('%j: what it should find, in each order', async ([query, filter], context) => {
		const { page, problems } = await openPage(context);
		const expected = pathsOf((paper, n) => hasWord(n, query.text) && filter(paper)).sort();
		expect(expected.length).toBeGreaterThan(0);
		for (const order of ['relevance', 'date', 'comments'] as const) {
			const answer = await ask(page, { ...query, order });
			expect(answer.total).toBe(expected.length);
			expect(answer.paths.toSorted()).toEqual(expected);
			if (order === 'date') expect(answer.dates).toEqual(answer.dates.toSorted(newestFirst));
			if (order === 'comments') {
				expect(answer.comments).toEqual(answer.comments.toSorted((a, b) => (b ?? -1) - (a ?? -1)));
			}
		}
		expect(problems).toEqual([]);
	});

	test('filters alone find papers, the newest first', async (context) => {
		const { page } = await openPage(context);
		const answer = await ask(page, { topic: 'hornets' });
		expect(answer.paths.toSorted()).toEqual(pathsOf((paper) => isAbout(paper, 'hornets')).sort());
		expect(answer.dates).toEqual(answer.dates.toSorted(newestFirst));
	});

	test('each filter is counted with the other', async (context) => {
		const { page } = await openPage(context);
		await ask(page, { text: 'crocodile' });
		const { topic, year } = await counts(page, { text: 'crocodile', topic: 'bees', year: '2021' });
		const countOf = (filter: (paper: PublishedPaper) => boolean) =>
			pathsOf((paper, n) => hasWord(n, 'crocodile') && filter(paper)).length;
		expect(topic).toEqual({
			ants: countOf((paper) => isAbout(paper, 'ants') && yearOf(paper) === '2021'),
			bees: countOf((paper) => isAbout(paper, 'bees') && yearOf(paper) === '2021'),
			hornets: countOf((paper) => isAbout(paper, 'hornets') && yearOf(paper) === '2021'),
			wasps: countOf((paper) => isAbout(paper, 'wasps') && yearOf(paper) === '2021'),
		});
		for (const name of ['2020', '2021', '2022', '2023', '2024', 'undated']) {
			expect([name, year[name] ?? 0]).toEqual([
				name,
				countOf((paper) => isAbout(paper, 'bees') && yearOf(paper) === name),
			]);
		}
	});

	test.for([
		['a title', 'Study 217', '/papers/paper-n217/'],
		['an author', 'Quill42', '/papers/paper-n42/'],
		['a title that stands in for the abstract', 'grasshopper', '/papers/paper-n901/'],
	])('%s is found', async ([, text = '', path], context) => {
		const { page } = await openPage(context);
		expect((await ask(page, { text })).paths[0]).toBe(path);
	});

	test('facts that are only shown are not found', async (context) => {
		const { page } = await openPage(context);
		const { dates, comments } = await ask(page, { text: 'Quill42' });
		expect([dates[0], comments[0]]).toEqual(['2022-07-15', 92]);
		for (const text of ['20220715', '2022', '92']) {
			expect((await ask(page, { text })).paths).not.toContain('/papers/paper-n42/');
		}
	});

	test('a word that no paper has beside the others is left out, whatever the filters', async (context) => {
		const { page } = await openPage(context);
		const crocodiles = pathsOf((_, n) => hasWord(n, 'crocodile')).sort();
		const all = await ask(page, { text: 'crocodile nothing' });
		expect([all.text, all.paths.toSorted()]).toEqual(['crocodile', crocodiles]);
		const filtered = await ask(page, { text: 'crocodile nothing', year: '1999' });
		expect([filtered.text, filtered.total]).toEqual(['crocodile', 0]);
		const excluded = await ask(page, { text: 'crocodile work', year: '1999' });
		expect([excluded.text, excluded.total]).toEqual(['crocodile work', 0]);
	});

	test('markup of listings comes back as the text it is', async (context) => {
		const { page } = await openPage(context);
		const { titles, excerpts } = await ask(page, { text: 'zzzhostile' });
		expect(titles).toEqual([hostile.title]);
		expect(excerpts[0]).toContain('Hostile <mark>mark</mark> <i> <img src=x onerror="window.ran = true"> zzzhostile');
		expect(await page.evaluate('window.ran')).toBeUndefined();
	});
});

function yearOf(paper: PublishedPaper): string {
	return dateOf(paper)?.slice(0, 4) ?? 'undated';
}

function isAbout(paper: PublishedPaper, topic: string): boolean {
	return paper.topics.some((slug) => slug === topic);
}

/** Addresses of the synthetic papers that pass. */
function pathsOf(wanted: (paper: PublishedPaper, n: number) => boolean): string[] {
	return papers
		.slice(0, 300)
		.filter(wanted)
		.map(({ slug }) => `/papers/${slug}/`);
}

function newestFirst(a: string | null, b: string | null): number {
	return (a ?? '') < (b ?? '') ? 1 : -1;
}
