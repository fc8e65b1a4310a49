import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { folderOf, siteBases } from '../site/built-site.ts';
import { axeFindingsInSchemes } from './axe.ts';
import { pageOpener, sharedChromium, sharedServer } from './harness.ts';
import { sideways } from './sideways.ts';

const browser = sharedChromium();
const day = '2025/11/18/';
/** Words that no paper has together, and of which none is to be left out. */
const nothingFound = `${day}?q=interaction+zoological&literal=1`;

describe.each(siteBases)('the search over a page at $base', (place) => {
	const site = sharedServer(() => folderOf(place), place.base);
	const opened = pageOpener(browser, site);

	test('loads nothing before it is opened, and then before the first letter', async (context) => {
		const { page, problems } = await opened(context, day);
		await page.waitForLoadState('networkidle');
		expect(await loadedOfSearch(page)).toEqual([]);
		await page.getByRole('button', { name: 'Search the papers' }).click();
		await expect.poll(() => loadedOfSearch(page)).toEqual(expect.arrayContaining(['open.js', 'search.js']));
		expect(await focusIsIn(page)).toBe('combobox Search the papers');
		expect(problems).toEqual([]);
	});

	test('is a combobox: arrows go through papers and back to the text, Enter opens one', async (context) => {
		const { page, problems } = await opened(context, day);
		await page.keyboard.press('/');
		const field = page.getByRole('combobox');
		expect(await field.getAttribute('aria-expanded')).toBe('false');
		await typed(page, 'annotated books');
		expect(await field.getAttribute('aria-expanded')).toBe('true');
		const list = await field.getAttribute('aria-controls');
		expect(await page.locator(`#${list}`).getAttribute('role')).toBe('listbox');
		expect(await active(page)).toBeNull();

		const titles = await page.locator('.option-title').allTextContents();
		expect(titles[0]).toBe('A Census of Annotated Books');
		await page.keyboard.press('ArrowDown');
		expect(await active(page)).toContain(titles[0]);
		expect(await page.getByRole('option', { selected: true }).count()).toBe(1);
		await page.keyboard.press('ArrowUp');
		expect(await active(page)).toBeNull();
		await page.keyboard.press('ArrowUp');
		expect(await active(page)).toBe(await page.getByRole('option').last().textContent());
		await page.keyboard.press('ArrowDown');
		expect(await active(page)).toBeNull();
		// Of the text's own keys none is taken.
		await page.keyboard.press('Home');
		await page.keyboard.press('Shift+ArrowRight');
		expect(await field.evaluate((input) => input instanceof HTMLInputElement && input.selectionEnd)).toBe(1);

		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.waitForURL(`${await site()}papers/a-census-of-annotated-books/`);
		expect(problems).toEqual([]);
	});

	test('going back opens it again, with the same text, papers and place', async (context) => {
		const { page } = await opened(context, `${day}#content`, { viewport: { width: 800, height: 400 } });
		await page.keyboard.press('/');
		await typed(page, 'model');
		const before = await page.locator('.option-title').allTextContents();
		const last = page.locator('.search-option').nth(6);
		await last.scrollIntoViewIfNeeded();
		const top = await page.locator('.search-box-below').evaluate(({ scrollTop }) => scrollTop);
		expect(top).toBeGreaterThan(0);
		await last.click();
		await page.waitForURL(/\/papers\/[^/]+\/$/);
		await page.goBack();
		expect(new URL(page.url()).search).toBe('?q=model');
		await expect.poll(() => page.locator('.option-title').allTextContents()).toEqual(before);
		expect(await page.getByRole('combobox').inputValue()).toBe('model');
		await expect.poll(() => page.locator('.search-box-below').evaluate(({ scrollTop }) => scrollTop)).toBe(top);
		await page.getByRole('button', { name: 'Close' }).click();
		await expect.poll(() => page.url()).toBe(`${await site()}${day}?#content`);
	});

	test('all that is found stands on the page of the search, as many as it said', async (context) => {
		const { page } = await opened(context, day);
		await page.keyboard.press('/');
		await typed(page, 'retrieva');
		const all = page.getByRole('option', { name: /^All \d+ results$/ });
		const count = /\d+/.exec((await all.textContent()) ?? '')?.[0];
		expect(await page.locator('.search-option').count()).toBe(9);
		await all.click();
		await page.waitForURL(/\/search\/\?q=retrieval$/);
		await expect.poll(() => page.locator('#search-status').textContent()).toBe(`${count} papers found.`);
	});

	test('without scripts the way to the page of the search is there', async (context) => {
		const { page } = await opened(context, day, { javaScriptEnabled: false });
		expect(await page.getByRole('button', { name: 'Search the papers' }).count()).toBe(0);
		await page.getByRole('link', { name: 'Search the papers' }).click();
		expect(page.url()).toBe(`${await site()}search/`);
	});
});

describe('the search over a page', () => {
	const [root] = siteBases;
	const site = sharedServer(() => folderOf(root), root.base);
	const opened = pageOpener(browser, site);

	test.for(['/', 'Control+k'])(
		'opens by %s, Escape clears and then closes, and the focus is back',
		async (key, context) => {
			const { page } = await opened(context, day);
			await page.keyboard.press('j');
			const before = await focusIsIn(page);
			await page.keyboard.press(key);
			await typed(page, 'model');
			await page.keyboard.press('Escape');
			expect(await page.getByRole('combobox').inputValue()).toBe('');
			expect(await page.getByRole('option').count()).toBe(0);
			expect(new URL(page.url()).search).toBe('');
			await page.keyboard.press('Escape');
			expect(await page.getByRole('dialog').count()).toBe(0);
			expect(await focusIsIn(page)).toBe(before);
		},
	);

	test('Enter without an option goes to the page of the search', async (context) => {
		const { page } = await opened(context, day);
		await page.keyboard.press('/');
		await page.keyboard.type('late interaction');
		await page.keyboard.press('Enter');
		await page.waitForURL(`${await site()}search/?q=late+interaction`);
		await page.locator('.search-row').first().waitFor();
	});

	test('completes the last word while it is typed, and offers others', async (context) => {
		const { page } = await opened(context, day);
		await page.keyboard.press('/');
		await typed(page, 'neural quanti');
		const marks = await page.locator('.search-option mark').allTextContents();
		expect(marks.some((mark) => /^quantiz/i.test(mark))).toBe(true);
		const word = page.locator('.search-words button').first();
		const said = await word.textContent();
		expect(said).toMatch(/^quanti./);
		await word.click();
		expect(await page.getByRole('combobox').inputValue()).toBe(`neural ${said} `);
		expect(await focusIsIn(page)).toBe('combobox Search the papers');
	});

	test('says what it corrected, and searches for what was typed on demand', async (context) => {
		const { page } = await opened(context, day);
		await page.keyboard.press('/');
		await typed(page, 'quantizaton');
		await expect.poll(() => status(page)).toContain('Showing results for quantization.');
		await page.getByRole('button', { name: 'Search for quantizaton instead' }).click();
		await expect.poll(() => status(page)).not.toContain('Showing results for');
		expect(new URL(page.url()).search).toBe('?q=quantizaton&literal=1');
		await typed(page, 'diffusoin');
		await expect.poll(() => status(page)).toContain('Showing results for diffusion.');
	});

	test('where nothing is found, one click leaves a word out', async (context) => {
		const { page } = await opened(context, nothingFound);
		await expect.poll(() => status(page)).toBe('No paper was found.');
		await page.getByRole('button', { name: /^Without “zoological”: \d+ papers?$/ }).click();
		expect(await page.getByRole('combobox').inputValue()).toBe('interaction');
		await page.locator('.search-option').first().waitFor();
		expect(new URL(page.url()).search).toBe('?q=interaction&literal=1');
	});

	test('says what it left out by itself', async (context) => {
		const { page } = await opened(context, `${day}?q=interaction+zoological`);
		await expect
			.poll(() => status(page))
			.toMatch(/^No paper has all of these words. \d+ papers? found for “interaction”.$/);
	});

	test.for([
		['"', '“"” has no word to search for.'],
		['topic:retrieval', /^No paper was found\. There is no topic “retrieval”, but .*dense-retrieval/],
		['month:zzzqqq', 'No paper was found. There is no filter “month:”, only topic:, org: and year:.'],
	] as const)('says what of %s is not understood', async ([text, words], context) => {
		const { page } = await opened(context, day);
		await page.keyboard.press('/');
		await page.keyboard.type(text);
		await (words instanceof RegExp
			? expect.poll(() => status(page)).toMatch(words)
			: expect.poll(() => status(page)).toBe(words));
	});

	test('shows that what stands there is of another text, without moving it', async (context) => {
		const { page } = await opened(context, day);
		await page.keyboard.press('/');
		await typed(page, 'diffusion');
		const place = () => page.locator('.search-option').first().boundingBox();
		const before = await place();
		const gate = Promise.withResolvers<void>();
		await page.context().route('**/*.pf_fragment', async (route) => {
			await gate.promise;
			await route.continue();
		});
		await page.getByRole('combobox').fill('marginalia');
		const dimmed = () => page.locator('#search-options').evaluate((list) => getComputedStyle(list).opacity);
		await expect.poll(dimmed).toBe('0.5');
		expect(await place()).toEqual(before);
		gate.resolve();
		await expect.poll(dimmed).toBe('1');
	});

	test('a paper is found by its arXiv id and by its address', async (context) => {
		const { page } = await opened(context, day);
		await page.keyboard.press('/');
		for (const text of ['2511.00011', 'arXiv:2511.00011v2', 'https://arxiv.org/abs/2511.00011']) {
			await typed(page, text);
			await expect.poll(() => page.locator('.option-title').allTextContents()).toEqual(['A Census of Annotated Books']);
		}
	});

	test('explains how to search where it is', async (context) => {
		const { page } = await opened(context, day);
		await page.keyboard.press('/');
		await page.getByText('How to search').click();
		const examples = page.locator('.search-box dt');
		await expect.poll(() => examples.allTextContents()).not.toContain('topic:…');
		const texts = await examples.allTextContents();
		expect(texts.filter((text) => /^(?:topic|year|org):/.test(text))).toHaveLength(3);
		// Each is of this archive: a paper has what it asks for.
		for (const text of texts) {
			expect(text).not.toContain('…');
			await typed(page, text);
			expect(await status(page)).toMatch(/^[\d\u2009]+ papers? found( in [\d–]+)?\.$/);
		}
	});

	test('never shows papers of an earlier text over those of a later one', async (context) => {
		const { page } = await opened(context, day);
		await page.keyboard.press('/');
		await typed(page, 'diffusion');
		const later = await page.locator('.option-title').allTextContents();
		let held = 0;
		const gate = Promise.withResolvers<void>();
		await page.context().route('**/*.pf_fragment', async (route) => {
			held += 1;
			await gate.promise;
			await route.continue();
		});
		await page.getByRole('combobox').fill('retrieval');
		await expect.poll(() => held).toBeGreaterThan(0);
		await page.getByRole('combobox').fill('diffusion');
		await expect.poll(() => page.locator('.option-title').allTextContents()).toEqual(later);
		gate.resolve();
		await page.context().unrouteAll({ behavior: 'wait' });
		await page.waitForLoadState('networkidle');
		expect(await page.locator('.option-title').allTextContents()).toEqual(later);
	});

	test.for(['open.js', 'search.js', 'wasm.en.pagefind', '*.pf_meta', '*.pf_index', '*.pf_fragment'])(
		'says that %s cannot be loaded, and tries again',
		async (file, context) => {
			const { page } = await opened(context, 'about/');
			await page.context().route(`**/pagefind/**/${file}*`, (route) => route.abort());
			await page.goto(`${await site()}${day}?q=model`);
			const retry = page.getByRole('button', { name: 'Try again' });
			await retry.waitFor();
			expect(await page.getByRole('alert').textContent()).toContain('could not be loaded');
			expect(await page.getByRole('option').count()).toBe(0);
			await page.context().unrouteAll();
			await retry.click();
			await page.locator('.search-option').first().waitFor();
			expect(await retry.isVisible()).toBe(false);
			expect(await focusIsIn(page)).toBe('combobox Search the papers');
		},
	);

	test('does not wait without end for a file that does not come', async (context) => {
		const { page } = await opened(context, day);
		await page.clock.install();
		await page.context().route('**/pagefind/search.js', () => {});
		await page.keyboard.press('/');
		await page.keyboard.type('model');
		await page.clock.runFor(1000);
		expect(await status(page)).toBe('Searching…');
		expect(await page.getByRole('alert').count()).toBe(0);
		await page.clock.runFor(45_000);
		await page.getByRole('alert').waitFor();
		expect(await status(page)).toBe('');
	});

	test('fills a phone, and the page behind it stays', async (context) => {
		const viewport = { width: 360, height: 640 };
		const { page } = await opened(context, day, { viewport, hasTouch: true, isMobile: true });
		await page.getByRole('button', { name: 'Search' }).tap();
		await typed(page, 'model');
		expect(await page.getByRole('dialog').boundingBox()).toEqual({ x: 0, y: 0, ...viewport });
		expect(await sideways(page)).toBeNull();
		const close = await page.getByRole('button', { name: 'Close' }).boundingBox();
		expect(close?.height).toBeGreaterThanOrEqual(44);
		await page.getByRole('button', { name: 'Close' }).tap();
		expect(await page.getByRole('dialog').count()).toBe(0);
	});

	test('leaves keys that were turned off alone, and no hint of them', async (context) => {
		const { page } = await opened(context, day);
		const hint = () =>
			page.locator('.search-opener').evaluate((button) => getComputedStyle(button, '::after').content !== 'none');
		expect(await hint()).toBe(true);
		await page.evaluate(() => {
			document.documentElement.dataset['shortcuts'] = 'off';
		});
		expect(await hint()).toBe(false);
		await page.keyboard.press('/');
		expect(await page.getByRole('dialog').count()).toBe(0);
	});

	test.for([360, 1280])('axe finds nothing in it, light or dark, %d px wide', async (width, context) => {
		const { page, problems } = await opened(context, nothingFound, { viewport: { width, height: 800 } });
		const found: string[] = [];
		const look = async () => {
			found.push(...(await axeFindingsInSchemes(page, 'dialog')));
		};
		await page.getByRole('button', { name: /^Without “zoological”/ }).waitFor();
		await look();
		await page.keyboard.press('Escape');
		await page.getByText('How to search').click();
		await look();
		await typed(page, 'late intera');
		await page.keyboard.press('ArrowDown');
		await look();
		await typed(page, 'quantizaton');
		await page.getByRole('button', { name: /instead$/ }).waitFor();
		await look();
		await page.context().route('**/*.pf_fragment', (route) => route.abort());
		await page.getByRole('combobox').fill('distillation');
		await page.getByRole('alert').waitFor();
		await look();
		expect(found).toEqual([]);
		expect(problems.filter((problem) => !/ERR_FAILED|Failed to fetch/.test(problem))).toEqual([]);
	});
});

/** Types a text in the place of that before, and waits for at least so many papers to be shown for it. */
async function typed(page: Page, text: string, papers = 1): Promise<void> {
	const before = await page
		.locator('.search-option')
		.first()
		.elementHandle({ timeout: 1 })
		.catch(() => null);
	await page.getByRole('combobox').fill('');
	await page.keyboard.type(text);
	await expect
		.poll(async () => {
			const isNew = !(await before?.evaluate((option) => option.isConnected));
			return isNew && (await page.locator('.search-option').count());
		})
		.toBeGreaterThanOrEqual(papers);
}

async function status(page: Page): Promise<string | null> {
	return await page.locator('.search-box .search-status').textContent();
}

/** The text of the option that is gone to. */
async function active(page: Page): Promise<string | null> {
	const id = await page.getByRole('combobox').getAttribute('aria-activedescendant');
	return id === null ? null : await page.locator(`#${id}`).textContent();
}

/** What has the focus: its role or the name of its element, and its name. */
async function focusIsIn(page: Page): Promise<string> {
	return await page.evaluate(() => {
		const { role, localName, ariaLabel, textContent } = document.activeElement ?? document.body;
		return `${role ?? localName} ${ariaLabel ?? textContent}`;
	});
}

/** The files of the search that a page loaded. */
async function loadedOfSearch(page: Page): Promise<string[]> {
	const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
	return names.filter((name) => name.includes('/pagefind/')).map((name) => name.replace(/.*\//, ''));
}
