import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { folderOf, siteBases } from '../site/built-site.ts';
import { canarySeen } from './canary.ts';
import { sharedServer } from './harness.ts';
import { type HonestBrowser, honestBrowsers, ofFiles } from './honest-browser.ts';
import { type Answers, answersOn, queries } from './offline-answers.ts';
import { unpackedCopy } from './offline-copy.ts';
import { said, shown, textOf, walk } from './offline-walk.ts';

const [root, below] = siteBases;
let folder = '';
let copy = '';

/** The site that the copy is of, on a server; and the copy on another, below some path. */
const hosted = sharedServer(() => folderOf(below), below.base);
const moved = sharedServer(() => copy, '/any/where/');

/** What the hosted site answers. */
let onServer: Promise<Answers> | null = null;

const home = (place: string): string => pathToFileURL(join(place, 'index.html')).href;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'daybook-offline-'));
	copy = await unpackedCopy(folderOf(below), folder);
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

describe.each(Object.entries(honestBrowsers))('in %s', (_, start) => {
	let started: Promise<HonestBrowser> | null = null;
	const browser = (context: Parameters<typeof start>[0]): Promise<HonestBrowser> => {
		started ??= start(context);
		return started;
	};
	afterAll(async () => await (await started)?.close());

	test('a page in a file may do what it may for a person, and what goes wrong is seen', async (context) => {
		const { ran, problems } = await canarySeen(await browser(context));
		expect(ran).toEqual({ script: 'ran', fetch: 'blocked' });
		expect(problems).toContain('request: http://127.0.0.1:50009/seen.png');
		expect(problems.join('\n')).toContain('module.js');
		expect(problems.join('\n')).toContain('policy: style-src');
	});

	test('a reader walks through the copy without a network and without an error', async (context) => {
		const { page, problems } = await (await browser(context)).open(ofFiles);
		const seen = await walk(page, home(copy));
		expect(problems).toEqual([]);
		expect(seen.found).toHaveLength(2);
		expect(seen.left.length).toBeGreaterThan(1);
		expect(seen.again).toEqual(seen.left);
		expect(seen.paper).toBe(seen.left[0]);
		expect(seen.value).toMatch(/^.+: .+/);
		await page.close();
	});

	test('the site itself does not pass this walk from a folder', async (context) => {
		const { page } = await (await browser(context)).open(ofFiles);
		page.setDefaultTimeout(5000);
		await expect(walk(page, home(folderOf(root)))).rejects.toThrow();
		await page.close();
	});

	test('the search answers as on the hosted site, excerpts and counts too', async (context) => {
		const { page, problems } = await (await browser(context)).open(ofFiles);
		await page.goto(home(copy));
		onServer ??= hostedAnswers(context);
		const expected = await onServer;
		const answers = await answersOn(page);
		expect(problems).toEqual([]);
		expect(answers).toEqual(expected);
		await page.close();
	});

	test('a missing file of the search is told, and read when it is there again', async (context) => {
		const { page } = await (await browser(context)).open(ofFiles);
		const file = await partOfIndex();
		await rename(file, `${file}.away`);
		try {
			await page.goto(`${pathToFileURL(join(copy, 'search/index.html')).href}?q=learning`);
			await shown(page, '.search-failure:not([hidden])');
			expect(await textOf(page, '.search-failure span')).toBe(
				'The search could not be loaded: a file of this copy is missing.',
			);
		} finally {
			await rename(`${file}.away`, file);
		}
		await page.evaluate(() => document.querySelector<HTMLElement>('.search-failure button')?.click());
		expect(await said(page, '')).toMatch(/^\d+ papers found\.$/);
		await page.close();
	});

	test('words over time are drawn from the files of the copy', async (context) => {
		const { page, problems } = await (await browser(context)).open(ofFiles);
		await page.goto(`${pathToFileURL(join(copy, 'trends/index.html')).href}?q=transformer,+diffusion`);
		await page.waitForFunction(
			() =>
				[...document.querySelectorAll('#terms-drawn thead th + th')].map((th) => th.textContent).join() ===
				'transformer,diffusion',
		);
		expect(await textOf(page, '#terms-status')).toBe('');
		expect(await textOf(page, '#terms-drawn tbody tr:last-child td')).toMatch(/^[\d.]+% \(\d+ of \d+\)$/);
		expect(problems).toEqual([]);
		await page.close();
	});

	test('an old address of a paper leads to it', async (context) => {
		const { page, problems } = await (await browser(context)).open(ofFiles);
		await page.goto(pathToFileURL(join(copy, alias, 'index.html')).href);
		await shown(page, '.site-header');
		expect(await textOf(page, 'h1')).toContain('Marginalia');
		expect(problems).toEqual([]);
		await page.close();
	});

	test('the copy works on a server too, below any path', async (context) => {
		const address = await moved();
		const { page, problems } = await (await browser(context)).open(
			(url) => ofFiles(url) || url.origin === new URL(address).origin,
		);
		const seen = await walk(page, address);
		expect(problems).toEqual([]);
		expect(seen.again).toEqual(seen.left);
		await page.close();
	});
});

const alias = 'papers/marginalia-retrieval-revisited';

/** The words of the papers that begin with some letters, which every search for such words needs. */
async function partOfIndex(): Promise<string> {
	const folder = join(copy, 'pagefind');
	const files = await readdir(folder, { recursive: true });
	const file = files.find((path) => path.endsWith('.pf_meta.js'));
	if (file === undefined) throw new Error('the copy has no index');
	return join(folder, file);
}

async function hostedAnswers(context: Pick<TestContext, 'skip'>): Promise<Answers> {
	const address = await hosted();
	const browser = await honestBrowsers.Chromium(context);
	try {
		const { page } = await browser.open(() => true);
		await page.goto(address);
		return await answersOn(page);
	} finally {
		await browser.close();
	}
}

test('the queries are many, and most of them find papers', async (context) => {
	onServer ??= hostedAnswers(context);
	const totals = Object.values(await onServer).map((answer) => Number.parseInt(answer, 10));
	expect(totals).toHaveLength(queries.length);
	expect(queries.length).toBeGreaterThanOrEqual(40);
	expect(totals.filter((total) => total > 0).length).toBeGreaterThan(30);
	expect(totals.filter((total) => total === 0).length).toBeGreaterThan(0);
});
