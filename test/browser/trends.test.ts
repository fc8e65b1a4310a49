import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { archiveOfSites, folderOf, siteBases } from '../site/built-site.ts';
import { pageOpener, sharedChromium, sharedServer } from './harness.ts';

const [root, below] = siteBases;
const browser = sharedChromium();
const open = pageOpener(
	browser,
	sharedServer(() => folderOf(root), root.base),
);
const openBelow = pageOpener(
	browser,
	sharedServer(() => folderOf(below), below.base),
);

const asked = 'trends/?q=diffusion+model,+Large-Language+Models';

const field = (page: Page) => page.getByLabel('Words, with commas between them');
const status = (page: Page) => page.locator('#terms-status');
const drawing = (page: Page) => page.locator('#terms-drawn svg.chart:visible');
const columns = (page: Page) => page.locator('#terms-drawn thead th').allTextContents();

/** Waits until these terms are drawn: columns of the table, after the period. */
async function drawn(page: Page, ...terms: string[]): Promise<void> {
	await expect.poll(async () => (await columns(page)).slice(1).map((name) => name.trim())).toEqual(terms);
}

test.for([
	['at the root', open],
	['below a path', openBelow],
] as const)('an address with words draws them, %s', async ([, opened], context) => {
	const { page, problems } = await opened(context, asked);
	await drawn(page, 'diffusion model', 'Large-Language Models');
	expect(await field(page).inputValue()).toBe('diffusion model, Large-Language Models');
	expect(await drawing(page).count()).toBe(1);
	expect(await drawing(page).locator('text').allTextContents()).toEqual(
		expect.arrayContaining([expect.stringContaining('diffusion model')]),
	);
	expect(await status(page).textContent()).toBe('');
	// The search takes its words from `q`, too, but here they are those of the page.
	expect(await page.locator('dialog[open]').count()).toBe(0);

	const { periods } = archiveOfSites().termPeriods;
	expect(await page.locator('#terms-drawn tbody tr').count()).toBe(periods.length);
	await page.getByText('The numbers', { exact: true }).first().click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('#terms-drawn a[download]').click(),
	]);
	expect(download.suggestedFilename()).toBe('terms.csv');
	const rows = z
		.array(z.record(z.string(), z.string()))
		.parse(parse(readFileSync(await download.path()), { columns: true }));
	expect(new Set(rows.map((row) => row['term']))).toEqual(new Set(['diffusion model', 'Large-Language Models']));
	expect(rows.slice(0, periods.length).map((row) => ({ period: row['period'], of: Number(row['of']) }))).toEqual(
		periods,
	);
	const cells = await page.locator('#terms-drawn tbody tr:last-child td').allTextContents();
	const last = rows.filter((row) => row['period'] === periods.at(-1)?.period);
	expect(cells.map((words) => words.trim().replace(/.*\(|\)/g, ''))).toEqual(
		last.map((row) => `${row['papers']} of ${row['of']}`),
	);
	expect(problems).toEqual([]);
});

test('typed words change the drawing and the address, and Back brings the former', async (context) => {
	const { page, problems } = await open(context, 'trends/');
	const [, ...usual] = await columns(page);
	const usualWords = await field(page).inputValue();
	const usualTitle = await page.locator('#terms-drawn .chart-title').textContent();
	await field(page).fill('transformer');
	await field(page).press('Enter');
	await drawn(page, 'transformer');
	expect(new URL(page.url()).search).toBe('?q=transformer');
	await field(page).fill('attention, transformers');
	await page.getByRole('button', { name: 'Show' }).click();
	await drawn(page, 'attention', 'transformers');
	expect(await page.locator('#terms-drawn .chart-title').textContent()).not.toBe(usualTitle);
	await page.goBack();
	await drawn(page, 'transformer');
	expect(await field(page).inputValue()).toBe('transformer');
	await page.goBack();
	await drawn(page, ...usual.map((name) => name.trim()));
	expect(await field(page).inputValue()).toBe(usualWords);
	await page.goForward();
	await drawn(page, 'transformer');
	expect(problems).toEqual([]);
});

test.for([
	[
		'one that no paper has',
		'transformer, quizzaciously',
		['transformer'],
		/^Not counted: “quizzaciously”: fewer than 3 papers/,
	],
	[
		'one of five words',
		'attention, large language models at home',
		['attention'],
		/^Longer than 4 words: “large language models at home”\./,
	],
	['a name of every object', 'attention, constructor', ['attention'], /^Not counted: “constructor”:/],
	['the same twice', 'Transformers, transformer', ['Transformers'], /^$/],
	[
		'more than six',
		'attention; transformer; diffusion; graph; policy; reward; image; video',
		['attention', 'transformer', 'diffusion', 'graph', 'policy', 'reward'],
		/Only the first 6 are drawn\./,
	],
] as const)(
	'of words among which is %s, what can be is drawn, and the rest told',
	async ([, words, terms, said], context) => {
		const { page, problems } = await open(context, `trends/?${new URLSearchParams({ q: words })}`);
		await drawn(page, ...terms);
		await expect.poll(async () => await status(page).textContent()).toMatch(said);
		expect(problems).toEqual([]);
	},
);

test.for(['quizzaciously', '!!!', ''])('of “%s” nothing is drawn anew, and it is told why', async (words, context) => {
	const { page, problems } = await open(context, 'trends/');
	const before = await columns(page);
	await field(page).fill(words);
	await field(page).press('Enter');
	await expect
		.poll(async () => await status(page).textContent())
		.toMatch(/^The drawing stays as it was\. Not counted|^Type a word/);
	expect(await columns(page)).toEqual(before);
	expect(await drawing(page).count()).toBe(1);
	expect(problems).toEqual([]);
});

test('words with markup in them stay words', async (context) => {
	const words = '<img src=x onerror=alert(1)>, attention"><b>';
	const { page, problems } = await open(context, `trends/?${new URLSearchParams({ q: words })}`);
	await expect.poll(async () => await status(page).textContent()).toContain('“<img src=x onerror=alert(1)>”');
	expect(await page.locator('main img, main b').count()).toBe(0);
	expect(problems).toEqual([]);
});

test.for([/\/terms-periods\.js$/, /\/terms-\d+\.js$/])(
	'a file that cannot be loaded is told, and asked for again: %s',
	async (file, context) => {
		const { page } = await open(context, 'trends/');
		await page.route(file, (route) => route.abort());
		await field(page).fill('transformer');
		await field(page).press('Enter');
		await expect.poll(async () => await status(page).textContent()).toContain('could not be loaded');
		expect(await columns(page)).not.toContain('transformer');
		await page.unroute(file);
		await page.getByRole('button', { name: 'Show' }).click();
		await drawn(page, 'transformer');
		await expect.poll(async () => await status(page).textContent()).toBe('');
	},
);

test('the values of a new drawing are read by keyboard', async (context) => {
	const { page, problems } = await open(context, asked);
	await drawn(page, 'diffusion model', 'Large-Language Models');
	await drawing(page).focus();
	const readout = page.locator('#terms-drawn .chart-readout');
	expect(await readout.textContent()).toContain('arrow keys show the values');
	await page.keyboard.press('ArrowLeft');
	const row = page.locator('#terms-drawn tbody tr').last();
	const [period, ...values] = (await row.locator('th, td').allTextContents()).map((text) => text.trim());
	expect(await readout.textContent()).toBe(
		`${period}: diffusion model ${values[0]} · Large-Language Models ${values[1]}`,
	);
	expect(problems).toEqual([]);
});

test('without scripts the usual words are drawn, and it is said what others need', async (context) => {
	const { page } = await open(context, asked, { javaScriptEnabled: false });
	expect(await drawing(page).count()).toBe(1);
	expect(await page.locator('.term-explorer').innerText()).toMatch(/Other words need JavaScript/);
	expect(await page.locator('#terms-drawn a[download]').getAttribute('href')).toBe('/trends/terms.csv');
});

test('a query of six terms loads 30 kB at most', () => {
	const trends = join(folderOf(root), 'trends');
	const files = globSync('**/*.js', { cwd: trends }).map((file) => {
		return { file, bytes: gzipSync(readFileSync(join(trends, file))).length };
	});
	const [periods, counts] = [/periods/, /\d/].map((kind) => files.filter(({ file }) => kind.test(file)));
	expect(periods).toHaveLength(1);
	expect(counts).toHaveLength(archiveOfSites().termPeriods.files);
	const six = (counts ?? []).map(({ bytes }) => bytes).sort((a, b) => b - a);
	const total = [...(periods ?? []).map(({ bytes }) => bytes), ...six.slice(0, 6)].reduce((sum, each) => sum + each, 0);
	expect(total).toBeLessThanOrEqual(30_000);
});
