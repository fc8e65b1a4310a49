import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSearchIndex } from '../../src/search/index/build.ts';
import { folderOf, siteBases } from '../site/built-site.ts';
import { axeFindings } from './axe.ts';
import { pageOpener, sharedChromium, sharedServer } from './harness.ts';

/** The site with its search in periods of a few papers, as a large archive has it. */
const folder = mkdtempSync(join(tmpdir(), 'daybook-periods-'));
const capacity = 100;
const [root] = siteBases;
const browser = sharedChromium();
const site = sharedServer(() => folder, root.base);
const opened = pageOpener(browser, site, { viewport: { width: 1000, height: 600 } });

beforeAll(async () => {
	cpSync(folderOf(root), folder, { recursive: true });
	await buildSearchIndex({ dist: folder, capacity });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('older papers are searched on demand, and stand below what is there', async (context) => {
	const { page, problems } = await opened(context, 'search/?q=model');
	await found(page);
	const [newest, ...others] = await periods(page);
	expect(newest).toMatch(/^20\d\d(–20\d\d)? \d+ papers$/);
	expect(others).toEqual([]);
	const count = / (\d+) papers$/.exec(newest ?? '')?.[1];
	const years = /^\S+/.exec(newest ?? '')?.[0];
	expect(await page.locator('#search-status').textContent()).toBe(`${count} papers found in ${years}.`);

	const older = page.getByRole('button', { name: /^Search older papers too \(/ });
	expect(await older.textContent()).toMatch(/^Search older papers too \((\d{4}–)?\d{4}, \d+ papers\)$/);
	await older.scrollIntoViewIfNeeded();
	const before = await titles(page);
	const places = await rowPlaces(page);
	await older.click();
	await expect.poll(() => periods(page).then(({ length }) => length)).toBeGreaterThan(1);
	expect((await titles(page)).slice(0, before.length)).toEqual(before);
	expect((await rowPlaces(page)).slice(0, places.length)).toEqual(places);
	expect(await older.count()).toBe(0);
	const second = (await periods(page))[1];
	expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second);
	expect(await axeFindings(page)).toEqual([]);
	expect(problems).toEqual([]);
});

test('each period shows more by itself, and all are there after going back', async (context) => {
	const { page } = await opened(context, 'search/?q=model');
	await found(page);
	await page.getByRole('button', { name: /^Search older papers too/ }).click();
	await expect.poll(() => periods(page).then(({ length }) => length)).toBeGreaterThan(1);
	const second = page.locator('.search-period').nth(1);
	await second.getByRole('button', { name: 'Show more papers' }).click();
	await expect.poll(() => second.locator('.search-row').count()).toBeGreaterThan(10);
	const before = await titles(page);
	const link = second.locator('.search-row a').last();
	await link.scrollIntoViewIfNeeded();
	const top = await page.evaluate(() => scrollY);
	await link.click();
	await page.waitForURL(/\/papers\/[^/]+\/$/);
	await page.goBack();
	await expect.poll(() => titles(page)).toEqual(before);
	await expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
});

test('where few papers are found, all periods are searched at once', async (context) => {
	const { page } = await opened(context, 'search/?q=marginalia');
	await found(page);
	expect(await page.getByRole('button', { name: /^Search older papers too/ }).count()).toBe(0);
	expect(await page.locator('#search-status').textContent()).toMatch(/^\d papers? found\.$/);
});

test('most upvoted is true of all periods, also without words', async (context) => {
	const { page } = await opened(context, 'search/?year=2000..2100');
	await found(page);
	const newest = await titles(page);
	await page.getByLabel('Order').selectOption('Most upvoted');
	await expect.poll(() => titles(page)).not.toEqual(newest);
	expect(await periods(page)).toEqual([]);
	expect(await page.getByRole('button', { name: /^Search older papers too/ }).count()).toBe(0);
	expect(await page.getByLabel('Order').inputValue()).toBe('upvotes');
	// More than one period has.
	const total = Number(/^\d+/.exec((await page.locator('#search-status').textContent()) ?? '')?.[0]);
	expect(total).toBeGreaterThan(capacity);
	const upvotes = await page
		.locator('.search-facts')
		.evaluateAll((rows) => rows.map((row) => Number(/(\d+) upvotes?/.exec(row.textContent ?? '')?.[1] ?? -1)));
	expect(upvotes).toEqual(upvotes.toSorted((a, b) => b - a));
});

test('an order by date is one list of all periods', async (context) => {
	const { page } = await opened(context, 'search/?q=model&sort=date');
	await found(page);
	expect(await periods(page)).toEqual([]);
	await expect.poll(() => page.locator('.search-row').count()).toBe(10);
});

async function found(page: Page): Promise<void> {
	await expect.poll(() => page.locator('#search-found').getAttribute('aria-busy')).toBe('false');
	await page.locator('.search-row').first().waitFor();
}

/** The headings of periods. */
async function periods(page: Page): Promise<string[]> {
	return await page.locator('.search-period > h2').allTextContents();
}

async function titles(page: Page): Promise<string[]> {
	return await page.locator('.search-row a').allTextContents();
}

/** Where each row stands on the page. */
async function rowPlaces(page: Page): Promise<number[]> {
	return await page
		.locator('.search-row')
		.evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().top + scrollY)));
}
