import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/records/hash.ts';
import type { SearchSegment } from '../../src/search/client/seam.ts';
import { buildSearchIndex } from '../../src/search/index/build.ts';
import { gzip } from '../../src/search/index/gzip.ts';
import { sharedChromium, sharedServer, watchedPage } from '../browser/harness.ts';
import { publish } from './opened-search.ts';
import { paperWith, syntheticPapers } from './synthetic.ts';

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

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'daybook-search-'));
	await publish(folder, papers);
	await buildSearchIndex({ dist: folder, capacity });
	const head =
		'<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><link rel="icon" href="data:,">';
	const scripts = ['open', 'search'].map((name) => `<script src="pagefind/${name}.js"></script>`);
	await writeFile(join(folder, 'index.html'), `${head}${scripts.join('')}</html>`);
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function hashes(root: string): Promise<Record<string, string>> {
	const files = await readdir(root, { recursive: true, withFileTypes: true });
	const names = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
	return Object.fromEntries(
		await Promise.all(names.sort().map(async (name) => [name.slice(root.length), sha256(await readFile(name))])),
	);
}

async function segmentsOf(dist: string): Promise<SearchSegment[]> {
	return JSON.parse(await readFile(join(dist, 'pagefind/segments.json'), 'utf8'));
}

/** Runs with a folder that is gone afterwards. */
async function elsewhere(run: (dist: string) => Promise<void>): Promise<void> {
	const dist = await mkdtemp(join(tmpdir(), 'daybook-search-other-'));
	try {
		await run(dist);
	} finally {
		await rm(dist, { recursive: true });
	}
}

test('there is a segment for each part of time, and nothing that the client does not use', async () => {
	const segments = await segmentsOf(folder);
	expect(segments).toMatchObject([
		{ folder: expect.stringMatching(/^undated-[0-9a-f]{10}$/), from: '2020-01-01', to: '2020-12', papers: 90 },
		{ folder: expect.stringMatching(/^2021-/), from: '2021-01-09', to: '2021-12-28', papers: 61 },
		{ folder: expect.stringMatching(/^2022-/), from: '2022-01-01', to: '2023-11-19', papers: 90 },
		{ folder: expect.stringMatching(/^2024-/), from: '2024', to: '2024-12-20', papers: 61 },
	]);
	const of2024 = join(folder, 'pagefind', segments[3]?.folder ?? '');
	expect((await readdir(of2024)).map((name) => name.replace(/en_\w+/, 'en_HASH')).sort()).toEqual([
		'code.json',
		'comments.json',
		'fragment',
		'index',
		'organizations.json',
		'pagefind-entry.json',
		'pagefind.en_HASH.pf_meta',
		'title-lengths.json',
		'title-words',
		'topics.json',
		'upvotes.json',
		'words',
		'years.json',
	]);
	const fragments = await readdir(join(of2024, 'fragment'));
	expect(fragments.sort()).toEqual(Array.from({ length: 61 }, (_, number) => `${number}.pf_fragment`).sort());
	const shared = (await readdir(join(folder, 'pagefind'))).filter(
		(name) => !segments.some((each) => each.folder === name),
	);
	expect(shared.sort()).toEqual(['open.js', 'search.js', 'segments.json', 'titles', 'wasm.en.pagefind']);
});

test('the index is the same, byte for byte, for the same papers in other files in another folder', async () => {
	await elsewhere(async (other) => {
		await publish(other, papers.toReversed());
		await buildSearchIndex({ dist: other, capacity });
		expect(await hashes(join(other, 'pagefind'))).toEqual(await hashes(join(folder, 'pagefind')));
		await expect(readdir(other)).resolves.toEqual(['data', 'pagefind']);
	});
});

test('only what changed is made again, and is what it would have been', async () => {
	const newer = Array.from({ length: 40 }, (_, n) => paperWith(1000 + n, { published: '2024-12-31' }));
	await elsewhere(async (other) => {
		await publish(other, [...papers, ...newer]);
		const { made, records } = await buildSearchIndex({ dist: other, capacity, previous: join(folder, 'pagefind') });
		expect([made, records]).toEqual([2, papers.length + 40]);
		const names = (await segmentsOf(other)).map((segment) => segment.folder);
		expect(names.slice(0, 3)).toEqual((await segmentsOf(folder)).map((segment) => segment.folder).slice(0, 3));
		expect(names.slice(3).map((name) => name.replace(/-[0-9a-f]{10}$/, ''))).toEqual(['2024', '2024-2']);
		const reused = await hashes(join(other, 'pagefind'));
		await rm(join(other, 'pagefind'), { recursive: true });
		expect((await buildSearchIndex({ dist: other, capacity })).made).toBe(5);
		expect(await hashes(join(other, 'pagefind'))).toEqual(reused);
	});
});

test.each([
	['a file that says something else', async (file: string) => await writeFile(file, 'garbage')],
	['a file that is gone', async (file: string) => await rm(file)],
	['a file too many', async (file: string) => await writeFile(`${file}.html`, 'a stranger')],
])('a segment with %s is not taken over, but made again', async (_, spoil) => {
	await elsewhere(async (other) => {
		await cp(join(folder, 'pagefind'), join(other, 'pagefind'), { recursive: true });
		await publish(other, papers);
		const [segment] = await segmentsOf(other);
		const place = join(other, 'pagefind', segment?.folder ?? '');
		const [fragment] = (await readdir(place, { recursive: true })).filter((name) => name.endsWith('.pf_fragment'));
		await spoil(join(place, fragment ?? 'none'));
		expect((await buildSearchIndex({ dist: other, capacity })).made).toBe(1);
		expect(await hashes(join(other, 'pagefind'))).toEqual(await hashes(join(folder, 'pagefind')));
	});
});

test('a segment of which a paper says something else is made again', async () => {
	await elsewhere(async (other) => {
		await cp(join(folder, 'pagefind'), join(other, 'pagefind'), { recursive: true });
		await publish(other, [...papers.slice(0, -1), { ...wordless, title: 'Wordless cricket' }]);
		expect((await buildSearchIndex({ dist: other, capacity })).made).toBe(1);
	});
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
	await elsewhere(async (other) => {
		await prepare(other);
		await mkdir(join(other, 'pagefind'));
		await expect(buildSearchIndex({ dist: other })).rejects.toMatchObject({ name: 'DaybookError', code });
		expect(await readdir(other)).toContain('pagefind');
		expect(await readdir(other)).not.toContain('.pagefind');
	});
});

describe('in Chromium, below a path', () => {
	test('search.js searches what open.js finds, and markup of listings comes back as the text it is', async (context) => {
		const { page, problems } = await watchedPage(await browser(context), await site());
		await page.goto(await site());
		const row: unknown = await page.evaluate(`(async () => {
			const search = await daybookOpenSearch(daybookSearch);
			const query = { text: 'zzzhostile', topic: null, year: null, organization: null, code: false, order: 'relevance' };
			const { lists } = await search.search(query);
			const [{ path, title, excerpt }] = await lists[0].next(1);
			return { address: daybookSearch.address(path), title, text: excerpt.map(({ text }) => text).join('') };
		})()`);
		expect(row).toEqual({
			address: `${await site()}papers/paper-n900/`,
			title: hostile.title,
			text: expect.stringContaining(
				'Hostile <mark>mark</mark> &lt;i&gt; <img src=x onerror="window.ran = true"> zzzhostile',
			),
		});
		expect(await page.evaluate('window.ran')).toBeUndefined();
		expect(problems).toEqual([]);
	});
});
