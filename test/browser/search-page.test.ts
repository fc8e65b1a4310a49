import type { Locator, Page } from 'playwright-core';
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

		const topic = await countedChoice(page, 'Topic');
		await topic.choose();
		await expect.poll(() => status(page)).toBe(`${topic.papers} paper${topic.papers === 1 ? '' : 's'} found.`);
		expect(new URL(page.url()).search).toBe(`?q=late+interaction&topic=${topic.value}`);

		const results = await titles(page);
		await page.locator('.search-row a').first().click();
		await page.waitForURL(`${await site()}papers/*/`);
		expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(results[0]);
		await page.goBack();
		await found(page);
		expect(await titles(page)).toEqual(results);
		expect(await chosen(page, 'Topic')).toBe(topic.value);

		await page.goBack();
		await expect.poll(() => chosen(page, 'Topic')).toBe('');
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

	test('loads nothing of the search before it is used', async (context) => {
		const { page } = await opened(context, 'search/');
		await page.waitForLoadState('networkidle');
		const loaded = () =>
			page.evaluate(() =>
				performance
					.getEntriesByType('resource')
					.filter(({ name }) => name.includes('/pagefind/'))
					.map(({ name }) => name.replace(/.*\//, '')),
			);
		expect(await loaded()).toEqual([]);
		await page.getByRole('searchbox').focus();
		await expect.poll(loaded).toEqual(expect.arrayContaining(['open.js', 'search.js']));
	});

	test('its filters find papers without words, where a reader begins to use them', async (context) => {
		const { page } = await opened(context, 'search/');
		await page.getByRole('searchbox').focus();
		await countedChoice(page, 'Topic');
		expect(await page.getByRole('checkbox', { name: 'Has code' }).isVisible()).toBe(true);
		expect(await status(page)).toBe('');

		const phone = await opened(context, 'search/', { viewport: { width: 360, height: 800 } });
		await phone.page.getByText('Filters and order').click();
		const topic = await countedChoice(phone.page, 'Topic');
		await topic.choose();
		await expect.poll(() => status(phone.page)).toBe(`${topic.papers} papers found.`);
		await group(phone.page, 'Topic').getByText('All topics').click();
		await expect.poll(() => status(phone.page)).toBe('Type words, or choose a filter.');
		await countedChoice(phone.page, 'Topic');
	});

	test.for([
		['?q=', 'Type words, or choose a filter.'],
		['?q=%22', '“"” has no word to search for.'],
		['?q=-', '“-” has no word to search for.'],
		['?q=has:zzzqqq', 'No paper was found. There is no filter “has:”, only topic:, org: and year:.'],
		['?q=year:1066', /^No paper was found\. No paper is of 1066: they are of \d{4}–\d{4}\.$/],
		['?q=topic:retrieval', /^No paper was found\. There is no topic “retrieval”, but .*dense-retrieval/],
	] as const)('says what of %s is not understood', async ([query, words], context) => {
		const { page } = await opened(context, `search/${query}`);
		await (words instanceof RegExp
			? expect.poll(() => status(page)).toMatch(words)
			: expect.poll(() => status(page)).toBe(words));
		expect(await page.locator('#search-looser').textContent()).not.toContain('Try other words');
	});

	test('says that there is nothing to search for when Enter asks for nothing', async (context) => {
		const { page } = await opened(context, 'search/');
		await page.getByRole('searchbox').press('Enter');
		await expect.poll(() => status(page)).toBe('Type words, or choose a filter.');
	});

	test('its title says what is asked, as text, also after going back and forward', async (context) => {
		const { page } = await opened(context, 'search/');
		expect(await page.title()).toBe('Search · Daybook');
		await page.getByRole('searchbox').fill('retrieval <b>');
		await page.getByRole('searchbox').press('Enter');
		await found(page);
		expect(await page.title()).toBe('retrieval <b> · Search · Daybook');
		await page.goto(`${await site()}search/?year=2025`);
		await found(page);
		expect(await page.title()).toBe('Year: 2025 · Search · Daybook');
		await page.getByRole('checkbox', { name: 'Has code' }).check();
		await expect.poll(() => page.title()).toBe('Year: 2025, Has code · Search · Daybook');
		await page.goBack();
		await expect.poll(() => page.title()).toBe('Year: 2025 · Search · Daybook');
		await page.goForward();
		await expect.poll(() => page.title()).toBe('Year: 2025, Has code · Search · Daybook');
	});

	test('on paper it says what was asked', async (context) => {
		const { page } = await opened(context, 'search/?q=retrieval+<b>&topic=dense-retrieval&year=2025&sort=upvotes');
		await found(page);
		const asked = page.locator('#search-asked');
		expect(await asked.isVisible()).toBe(false);
		await page.emulateMedia({ media: 'print' });
		expect(await asked.isVisible()).toBe(true);
		expect(await asked.innerText()).toMatch(
			/^Search: retrieval <b> · Topic: Dense retrieval .*· Year: 2025 · Order: Most upvoted$/,
		);
	});

	test('without words the best match is the newest, and orders that need none hold', async (context) => {
		const { page } = await opened(context, 'search/?year=2025');
		await found(page);
		const order = page.getByLabel('Order');
		const offered = () =>
			order
				.locator('option')
				.evaluateAll((all) => all.filter((each) => !each.hasAttribute('hidden')).map((each) => each.textContent));
		expect(await offered()).toEqual(['Newest', 'Most discussed', 'Most upvoted']);
		const newest = await titles(page);
		await order.selectOption('Most upvoted');
		await expect.poll(() => titles(page)).not.toEqual(newest);
		const upvotes = await page
			.locator('.search-facts')
			.evaluateAll((rows) => rows.map((row) => Number(/(\d+) upvotes?/.exec(row.textContent ?? '')?.[1] ?? -1)));
		expect(upvotes[0]).toBeGreaterThan(0);
		expect(upvotes).toEqual(upvotes.toSorted((a, b) => b - a));
		await page.getByRole('searchbox').fill('model');
		await expect.poll(offered).toEqual(['Best match', 'Newest', 'Most discussed', 'Most upvoted']);
	});

	test('shows that what stands there is of another query, without moving it', async (context) => {
		const { page } = await opened(context, 'search/?q=diffusion');
		await found(page);
		const place = () => page.locator('.search-row').first().boundingBox();
		const before = await place();
		const gate = Promise.withResolvers<void>();
		await page.context().route('**/*.pf_fragment', async (route) => {
			await gate.promise;
			await route.continue();
		});
		await page.getByRole('searchbox').fill('marginalia');
		const opacity = (selector: string) =>
			page.locator(selector).evaluate((element) => getComputedStyle(element).opacity);
		await expect.poll(() => opacity('#search-results')).toBe('0.5');
		expect(await opacity('#search-status')).toBe('0');
		expect(
			await page.locator('#search-found').evaluate((element) => getComputedStyle(element, '::before').content),
		).toBe('"Searching…"');
		expect(await place()).toEqual(before);
		gate.resolve();
		await expect.poll(() => opacity('#search-results')).toBe('1');
		expect(await opacity('#search-status')).toBe('1');
	});

	test('counts what each value of a filter would find, and finds as many', async (context) => {
		const { page } = await opened(context, 'search/?q=model');
		await found(page);
		let asked = '?q=model';
		for (const [legend, name] of [
			['Year', 'year'],
			['Organisation', 'org'],
		] as const) {
			const choice = await countedChoice(page, legend);
			await choice.choose();
			asked += `&${name}=${choice.value}`;
			await expect.poll(() => status(page)).toBe(`${choice.papers} paper${choice.papers === 1 ? '' : 's'} found.`);
			expect(new URL(page.url()).search).toBe(asked);
		}
		await page.goto(`${await site()}search/?q=model`);
		await found(page);
		const code = page.locator('.facet-choice');
		await expect.poll(() => code.innerText()).toMatch(/\d/);
		const papers = /\d+/.exec(await code.innerText())?.[0];
		await page.getByRole('checkbox', { name: 'Has code' }).check();
		await expect.poll(() => status(page)).toBe(`${papers} papers found.`);
		expect(new URL(page.url()).search).toBe('?q=model&code=1');
	});

	test('shows a filter of the address that no list offers, and takes it away', async (context) => {
		const { page } = await opened(context, 'search/?q=model&year=2024..2025');
		await found(page);
		expect(await chosen(page, 'Year')).toBe('2024..2025');
		expect(await group(page, 'Year').locator('label:has(:checked)').innerText()).toContain('2024–2025');
		const some = await status(page);
		await group(page, 'Year').getByText('All years').click();
		await expect.poll(() => status(page)).not.toBe(some);
		expect(new URL(page.url()).search).toBe('?q=model');
	});

	test('a long list of values is folded, and keeps the focus when it is not', async (context) => {
		const { page } = await opened(context, 'search/?q=model');
		await found(page);
		const all = group(page, 'Topic').getByRole('button', { name: /^All \d+$/ });
		await all.waitFor();
		const shown = group(page, 'Topic').locator('label:visible');
		expect(await shown.count()).toBe(8);
		const count = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
		await all.click();
		expect(await shown.count()).toBe(count + 1);
		expect(
			await shown
				.nth(8)
				.locator('input')
				.evaluate((input) => input === document.activeElement),
		).toBe(true);
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
		expect(await page.getByLabel('Order').locator('option').allTextContents()).toEqual([
			'Best match',
			'Newest',
			'Most discussed',
			'Most upvoted',
		]);
	});

	test('says when nothing was found, and takes a filter back with one click', async (context) => {
		const { page } = await opened(context, 'search/?q=model&year=1066');
		await expect.poll(() => status(page)).toBe('No paper was found.');
		const allYears = page.getByRole('button', { name: /^In all years: \d+ papers$/ });
		const papers = /\d+/.exec((await allYears.textContent()) ?? '')?.[0];
		await allYears.click();
		await expect.poll(() => status(page)).toBe(`${papers} papers found.`);
		expect(await page.getByRole('button', { name: /^In all years/ }).count()).toBe(0);
		expect(new URL(page.url()).search).toBe('?q=model');
		await page.goBack();
		await expect.poll(() => status(page)).toBe('No paper was found.');

		await page.goto(`${await site()}search/?q=model&year=1066&topic=none`);
		await page.getByRole('button', { name: `Without filters: ${papers} papers` }).click();
		await expect.poll(() => status(page)).toBe(`${papers} papers found.`);
		await page.getByRole('searchbox').fill('');
		await expect.poll(() => status(page)).toBe('');
		expect(await page.locator('.search-row').count()).toBe(0);
		expect(new URL(page.url()).search).toBe('');
	});

	test('says what it corrected, and searches for what was typed on demand', async (context) => {
		const { page } = await opened(context, 'search/?q=quantizaton');
		await expect.poll(() => status(page)).toContain('Showing results for quantization.');
		await page.getByRole('button', { name: 'Search for quantizaton instead' }).click();
		await expect.poll(() => status(page)).not.toContain('Showing results for');
		expect(new URL(page.url()).search).toBe('?q=quantizaton&literal=1');
		await page.goBack();
		await expect.poll(() => status(page)).toContain('Showing results for quantization.');
		await page.goForward();
		await expect.poll(() => status(page)).not.toContain('Showing results for');
		// Other words may be corrected again.
		await page.getByRole('searchbox').fill('diffusoin');
		await expect.poll(() => status(page)).toContain('Showing results for diffusion.');
		expect(new URL(page.url()).search).toBe('?q=diffusoin');
	});

	test('what was found while typing is there again after going back', async (context) => {
		const { page } = await opened(context, 'search/');
		await page.getByRole('searchbox').pressSequentially('quanti');
		await found(page);
		const results = await titles(page);
		expect(results.length).toBeGreaterThan(0);
		await page.locator('.search-row a').first().click();
		await page.waitForURL(`${await site()}papers/*/`);
		await page.goBack();
		await expect.poll(() => titles(page)).toEqual(results);
	});

	test('never shows results of an earlier search over those of a later one', async (context) => {
		const { page } = await opened(context, 'search/?q=diffusion');
		await found(page);
		const later = await titles(page);
		let held = 0;
		const gate = Promise.withResolvers<void>();
		await page.context().route('**/*.pf_fragment', async (route) => {
			held += 1;
			await gate.promise;
			await route.continue();
		});
		await page.getByRole('searchbox').fill('retrieval');
		await expect.poll(() => held).toBeGreaterThan(0);
		await page.getByRole('searchbox').fill('diffusion');
		await found(page);
		expect(await titles(page)).toEqual(later);
		gate.resolve();
		await page.context().unrouteAll({ behavior: 'wait' });
		await page.waitForLoadState('networkidle');
		expect(await titles(page)).toEqual(later);
	});

	test.for(['open.js', 'search.js', 'wasm.en.pagefind', '*.pf_meta', '*.pf_index', '*.pf_fragment'])(
		'says when %s cannot be loaded, and tries again',
		async (file, context) => {
			const { page } = await opened(context, 'about/');
			await page.context().route(`**/pagefind/**/${file}*`, (route) => route.abort());
			await page.goto(`${await site()}search/?q=diffusion`);
			const retry = page.getByRole('button', { name: 'Try again' });
			await retry.waitFor();
			expect(await page.getByRole('alert').textContent()).toContain('could not be loaded');
			await page.context().unrouteAll();
			await retry.click();
			await found(page);
			expect(await page.locator('.search-row').count()).toBeGreaterThan(0);
			expect(await retry.isVisible()).toBe(false);
		},
	);

	test('keeps what is there when only more of it cannot be loaded', async (context) => {
		const { page } = await opened(context, 'search/?q=model');
		await found(page);
		await page.waitForLoadState('networkidle');
		const before = await titles(page);
		await page.context().route('**/*.pf_fragment', (route) => route.abort());
		await page.getByRole('button', { name: 'Show more papers' }).click();
		await page.getByRole('alert').waitFor();
		expect(await titles(page)).toEqual(before);
		await page.context().unrouteAll();
		await page.getByRole('button', { name: 'Try again' }).click();
		await found(page);
		expect(await titles(page)).toEqual(before);
		await page.getByRole('button', { name: 'Show more papers' }).click();
		await expect.poll(() => page.locator('.search-row').count()).toBe(20);
	});

	test('filters without counts where these cannot be loaded', async (context) => {
		const { page } = await opened(context, 'about/');
		await page.context().route('**/pagefind/*/organizations.json', (route) => route.abort());
		await page.goto(`${await site()}search/?q=model&year=2025`);
		await found(page);
		await page.waitForLoadState('networkidle');
		expect(await page.locator('.search-row').count()).toBeGreaterThan(0);
		expect(await page.getByRole('alert').count()).toBe(0);
		expect(await chosen(page, 'Year')).toBe('2025');
	});

	test('without JavaScript it says where to go', async (context) => {
		const { page } = await opened(context, 'search/', { javaScriptEnabled: false });
		const text = await page.locator('main').innerText();
		expect(text).toContain('needs JavaScript');
		await page.getByRole('link', { name: 'by topic' }).click();
		expect(new URL(page.url()).pathname).toBe('/topics/');
	});
});

/** Waits until the answer to what is in the field is shown. */
async function found(page: Page): Promise<void> {
	await expect.poll(() => page.locator('#search-found').getAttribute('aria-busy'), { timeout: 20_000 }).toBe('false');
	expect(await status(page)).toMatch(/found/);
}

async function status(page: Page): Promise<string | null> {
	return await page.locator('#search-status').textContent();
}

async function titles(page: Page): Promise<string[]> {
	return await page.locator('.search-row a').allTextContents();
}

/** A filter, by its heading. */
function group(page: Page, legend: string): Locator {
	return page.locator('fieldset', { has: page.locator('legend', { hasText: legend }) });
}

/** The value of a filter that is chosen. */
async function chosen(page: Page, legend: string): Promise<string> {
	return await group(page, legend).locator('input:checked').inputValue();
}

interface Choice {
	value: string;
	papers: number;
	choose(): Promise<void>;
}

/** The first value of a filter, once it is counted. */
async function countedChoice(page: Page, legend: string): Promise<Choice> {
	const label = group(page, legend).locator('label:visible').nth(1);
	await label.waitFor();
	return {
		value: await label.locator('input').inputValue(),
		papers: Number(await label.locator('.papers').textContent()),
		choose: () => label.click(),
	};
}
