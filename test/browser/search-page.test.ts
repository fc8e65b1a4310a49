import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { folderOf, siteBases } from '../site/built-site.ts';
import { pageOpener, sharedChromium, sharedServer } from './harness.ts';

const browser = sharedChromium();

describe.each(siteBases)('the search page at $base', (place) => {
	const site = sharedServer(() => folderOf(place), place.base);

	const opened = pageOpener(browser, site, { viewport: { width: 1000, height: 700 } });

	test('search, filter by a topic, open a paper, go back to the same results', async (context) => {
		const { page, problems } = await opened(context, 'search/');
		await page.getByRole('searchbox').fill('late interaction');
		await found(page);
		expect(await page.locator('.search-row').count()).toBeGreaterThan(0);
		expect(new URL(page.url()).search).toBe('?q=late+interaction');

		const topic = await countedOption(page, 'Topic');
		await page.getByLabel('Topic').selectOption(topic.value);
		await found(page);
		await expect
			.poll(() => page.locator('#search-status').textContent())
			.toBe(`${topic.count} paper${topic.count === 1 ? '' : 's'} found.`);
		expect(new URL(page.url()).search).toBe(`?q=late+interaction&topic=${topic.value}`);

		const results = await titles(page);
		await page.locator('.search-row a').first().click();
		await page.waitForURL(`${await site()}papers/*/`);
		expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(results[0]);
		await page.goBack();
		await found(page);
		expect(await titles(page)).toEqual(results);
		expect(await page.getByLabel('Topic').inputValue()).toBe(topic.value);

		await page.goBack();
		await expect.poll(() => page.getByLabel('Topic').inputValue()).toBe('');
		await found(page);
		expect(await page.getByRole('searchbox').inputValue()).toBe('late interaction');
		expect(problems).toEqual([]);
	});

	test.for(['ell_infty', 'l infinity', 'ell infinity regression'])(
		'finds a formula typed as %s',
		async (typed, context) => {
			const { page } = await opened(context, `search/?q=${encodeURIComponent(typed)}`);
			await found(page);
			expect(await titles(page)).toContain('A Nearly-Optimal Bound for Fast Regression with ℓ∞ Guarantee');
		},
	);

	test('going back shows as much of the list as there was, at the same place', async (context) => {
		const { page, problems } = await opened(context, 'search/?q=model');
		await found(page);
		const more = page.getByRole('button', { name: 'Show more papers' });
		for (const rows of [20, 30]) {
			await more.click();
			await expect.poll(() => page.locator('.search-row').count()).toBe(rows);
		}
		const row = page.locator('.search-row a').nth(24);
		await row.scrollIntoViewIfNeeded();
		const top = await page.evaluate(() => scrollY);
		const before = await titles(page);
		expect(top).toBeGreaterThan(0);
		await row.click();
		await page.waitForURL(`${await site()}papers/*/`);
		await page.goBack();
		await expect.poll(() => page.locator('.search-row').count()).toBe(30);
		expect(await titles(page)).toEqual(before);
		await expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
		expect(problems).toEqual([]);
	});
});

describe('the search page', () => {
	const [root] = siteBases;
	const site = sharedServer(() => folderOf(root), root.base);

	const opened = pageOpener(browser, site);

	test('loads nothing of the index before it is used', async (context) => {
		const { page } = await opened(context, 'search/');
		await page.waitForLoadState('networkidle');
		const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
		expect(loaded.filter((name) => name.includes('/pagefind/')).map((name) => name.replace(/.*\//, ''))).toEqual([
			'open.js',
		]);
	});

	test('orders by date and by comments', async (context) => {
		const { page } = await opened(context, 'search/?q=retrieval&sort=date');
		await found(page);
		expect(await page.getByLabel('Order').inputValue()).toBe('date');
		const newest = await titles(page);
		await page.getByLabel('Order').selectOption('Most discussed');
		await expect.poll(() => titles(page)).not.toEqual(newest);
		expect(new URL(page.url()).search).toBe('?q=retrieval&sort=comments');
		const comments = await page
			.locator('.search-facts')
			.evaluateAll((rows) => rows.map((row) => Number(/(\d+) comments?/.exec(row.textContent ?? '')?.[1] ?? -1)));
		expect(comments[0]).toBeGreaterThan(0);
		expect(comments).toEqual(comments.toSorted((a, b) => b - a));
	});

	test('says when nothing was found, and takes it back', async (context) => {
		const { page } = await opened(context, 'search/?q=model&year=1066');
		await found(page);
		// A year that the form does not offer is not asked.
		expect(await page.getByLabel('Year').inputValue()).toBe('');
		await page.goto(`${await site()}search/?q=late+interaction&year=2014`);
		await expect
			.poll(() => page.getByRole('status').textContent())
			.toBe('No paper was found. Try fewer words, other filters or another spelling.');
		expect(await page.locator('.search-row').count()).toBe(0);
		await page.getByLabel('Year').selectOption('All years');
		await found(page);
		expect(await page.locator('.search-row').count()).toBeGreaterThan(0);
		await page.getByRole('searchbox').fill('');
		await expect.poll(() => page.getByRole('status').textContent()).toBe('');
		expect(await page.locator('.search-row').count()).toBe(0);
		expect(new URL(page.url()).search).toBe('');
	});

	test('never shows results of an earlier search over those of a later one', async (context) => {
		const { page } = await opened(context, 'search/?q=diffusion');
		await found(page);
		const later = await titles(page);
		let slow = true;
		let delayed = 0;
		await page.context().route('**/*.pf_fragment', async (route) => {
			if (slow) {
				delayed += 1;
				await new Promise((resolve) => setTimeout(resolve, 1500));
			}
			await route.continue();
		});
		await page.goto(`${await site()}search/`);
		await page.getByRole('searchbox').fill('retrieval');
		await expect.poll(() => delayed).toBeGreaterThan(0);
		slow = false;
		await page.getByRole('searchbox').fill('diffusion');
		await expect.poll(() => titles(page)).toEqual(later);
		await page.waitForTimeout(2000);
		expect(await titles(page)).toEqual(later);
	});

	test.for([
		['open.js'],
		['pagefind.js'],
		['pagefind-entry.json'],
		['*.pf_meta'],
		['wasm.en.pagefind'],
		['*.pf_fragment'],
	])('says when %s cannot be loaded, and tries again', async ([file], context) => {
		const { page } = await opened(context, 'about/');
		const blocked = `**/pagefind/**/${file}*`;
		await page.context().route(file === 'open.js' ? '**/pagefind/open.js*' : blocked, (route) => route.abort());
		await page.goto(`${await site()}search/?q=diffusion`);
		const retry = page.getByRole('button', { name: 'Try again' });
		await retry.waitFor({ timeout: 50_000 });
		expect(await page.getByRole('alert').textContent()).toContain('could not be loaded');
		await page.context().unrouteAll();
		await retry.click();
		await found(page);
		expect(await page.locator('.search-row').count()).toBeGreaterThan(0);
		expect(await retry.isVisible()).toBe(false);
	});

	test('without JavaScript it says where to go', async (context) => {
		const { page } = await opened(context, 'search/', { javaScriptEnabled: false });
		const text = await page.locator('main').innerText();
		expect(text).toContain('needs JavaScript');
		await page.getByRole('link', { name: 'by topic' }).click();
		expect(new URL(page.url()).pathname).toBe('/topics/');
	});

	test('the form of other pages leads here', async (context) => {
		const { page } = await opened(context, 'about/');
		await page.getByRole('searchbox').fill('diffusion');
		await page.getByRole('searchbox').press('Enter');
		await found(page);
		expect(new URL(page.url()).pathname).toBe('/search/');
		expect(await page.getByRole('searchbox').inputValue()).toBe('diffusion');
	});
});

/** Waits until a search is done and found something. */
async function found(page: Page): Promise<void> {
	await expect.poll(() => page.locator('#search-status').textContent(), { timeout: 20_000 }).toMatch(/found/);
}

async function titles(page: Page): Promise<string[]> {
	return await page.locator('.search-row a').allTextContents();
}

/** The first option of a filter that would find papers, once they are counted. */
async function countedOption(page: Page, label: string): Promise<{ value: string; count: number }> {
	const options = page.getByLabel(label).locator('option:not([disabled])');
	await expect.poll(() => options.allTextContents()).toContainEqual(expect.stringMatching(/\([1-9]\d*\)$/));
	const [first] = await options.evaluateAll((all) =>
		all.flatMap((option) => {
			const count = Number(/\((\d+)\)$/.exec(option.textContent ?? '')?.[1] ?? 0);
			return option instanceof HTMLOptionElement && count > 0 ? [{ value: option.value, count }] : [];
		}),
	);
	if (!first) throw new Error(`No option of ${label} is counted.`);
	return first;
}
