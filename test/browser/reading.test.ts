import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { archiveOfSites, folderOf, siteBases } from '../site/built-site.ts';
import { axeFindingsInSchemes } from './axe.ts';
import { pageOpener, sharedChromium, sharedServer, watchedPage } from './harness.ts';

const [root] = siteBases;
const browser = sharedChromium();
const site = sharedServer(() => folderOf(root), root.base);
const day = '2025/11/18/';

const opened = pageOpener(browser, site);

describe('what a reader chose', () => {
	test('holds from the first paint of the next page', async (context) => {
		const { page, problems } = await opened(context, day);
		await page.getByRole('button', { name: 'Display' }).click();
		await page.getByRole('radio', { name: 'Dark' }).check();
		await page.getByRole('radio', { name: 'Titles and facts', exact: true }).check();
		expect(await look(page)).toEqual({ scheme: 'dark', lead: false, facts: true });

		// Of the next page no module runs, and nothing after its head: what is chosen holds all the same.
		await page.context().route('**/_astro/*.js', (route) => route.abort());
		await page.goto((await site()) + day);
		expect(await look(page)).toEqual({ scheme: 'dark', lead: false, facts: true });
		expect(
			await page
				.locator('head > script[src$="/settings.js"]')
				.evaluate((script) => script.matches('[async], [defer], [type]')),
		).toBe(false);
		expect(problems.filter((problem) => !problem.includes('ERR_FAILED'))).toEqual([]);
	});

	test('can be taken back', async (context) => {
		const { page } = await opened(context, day);
		await page.getByRole('button', { name: 'Display' }).click();
		await page.getByRole('radio', { name: 'Titles', exact: true }).check();
		expect(await look(page)).toEqual({ scheme: 'light dark', lead: false, facts: false });
		await page.getByRole('radio', { name: 'Titles, facts and abstracts' }).check();
		await page.reload();
		expect(await look(page)).toEqual({ scheme: 'light dark', lead: true, facts: true });
	});

	test('is shown as chosen, and holds for lists of results', async (context) => {
		const { page } = await opened(context, day);
		await page.getByRole('button', { name: 'Display' }).click();
		await page.getByRole('radio', { name: 'Titles', exact: true }).check();
		await page.goto(`${await site()}search/?q=model`);
		await page.locator('.search-row').first().waitFor();
		expect(await page.locator('.search-excerpt').first().isVisible()).toBe(false);
		await page.getByRole('button', { name: 'Display' }).click();
		expect(await page.getByRole('radio', { name: 'Titles', exact: true }).isChecked()).toBe(true);
	});

	test('colours the frame of the browser', async (context) => {
		const { page } = await opened(context, '', { colorScheme: 'light' });
		const colours = () =>
			page
				.locator('meta[name="theme-color"]')
				.evaluateAll((all) =>
					all.flatMap((meta) =>
						meta instanceof HTMLMetaElement && matchMedia(meta.media).matches ? [meta.dataset['scheme']] : [],
					),
				);
		expect(await colours()).toEqual(['light']);
		await page.getByRole('button', { name: 'Display' }).click();
		await page.getByRole('radio', { name: 'Dark' }).check();
		await expect.poll(colours).toEqual(['dark']);
	});

	test('holds for its page where nothing can be kept', async (context) => {
		const { page, problems } = await watchedPage(await browser(context), await site());
		await page.addInitScript(() => {
			Object.defineProperty(window, 'localStorage', {
				get: () => {
					throw new DOMException('refused', 'SecurityError');
				},
			});
		});
		await page.goto((await site()) + day);
		await page.getByRole('button', { name: 'Display' }).click();
		await page.getByRole('radio', { name: 'Dark' }).check();
		expect(await look(page)).toMatchObject({ scheme: 'dark' });
		await page.goto((await site()) + day);
		expect(await look(page)).toEqual({ scheme: 'light dark', lead: true, facts: true });
		await page.keyboard.press('j');
		expect(await page.evaluate(() => document.activeElement?.matches('.paper-title a'))).toBe(true);
		expect(problems).toEqual([]);
	});

	test.for(['null', '7', '{"theme":"<b>","density":["titles"],"shortcuts":{}}', '{'])(
		'is not what it cannot be: %s',
		async (kept, context) => {
			const { page, problems } = await opened(context, 'about/');
			await page.evaluate((text) => localStorage.setItem('daybook-reading', text), kept);
			await page.goto((await site()) + day);
			expect(await look(page)).toEqual({ scheme: 'light dark', lead: true, facts: true });
			expect(problems).toEqual([]);
		},
	);

	test('the panel closes by Escape and gives the focus back', async (context) => {
		const { page } = await opened(context, 'about/');
		const button = page.getByRole('button', { name: 'Display' });
		await button.focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('theme');
		await page.keyboard.press('Escape');
		expect(await page.getByRole('group', { name: 'Display' }).isVisible()).toBe(false);
		expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
	});
});

test('axe finds nothing in what opens over a page, light or dark', async (context) => {
	const { page } = await opened(context, 'about/', { viewport: { width: 360, height: 640 } });
	await page.getByRole('button', { name: 'Display' }).click();
	expect(await axeFindingsInSchemes(page, '.settings-panel')).toEqual([]);
	await page.getByRole('button', { name: 'List of the shortcuts' }).click();
	await page.getByRole('dialog').waitFor();
	expect(await axeFindingsInSchemes(page, '.keyboard-help')).toEqual([]);
});

describe.each([true, false])('with JavaScript: %s', (javaScriptEnabled) => {
	test('an abstract opens in place as one text, no word cut', async (context) => {
		const { page } = await opened(context, day, { javaScriptEnabled });
		const { id } = archiveOfSites().index.find(({ title }) => title === 'A Census of Annotated Books') ?? {};
		const abstract = id && archiveOfSites().paper(id).abstract;
		const lead = page.locator('.paper-row', { hasText: 'A Census of Annotated Books' }).locator('.paper-lead');
		const summary = lead.locator('summary');
		const rest = lead.locator('details > span');
		expect(await summary.innerText()).toMatch(/^More/);
		expect(await rest.isVisible()).toBe(false);
		await summary.click();
		expect(await rest.isVisible()).toBe(true);
		const text = await lead.evaluate((element) => {
			const copy = element.cloneNode(true);
			if (copy instanceof Element) copy.querySelector('summary')?.remove();
			return copy.textContent?.replace(/\s+/g, ' ').trim();
		});
		expect(text).toBe(abstract);
		await summary.click();
		expect(await rest.isVisible()).toBe(false);
	});

	test('authors unfold in their order', async (context) => {
		const { page } = await opened(context, 'papers/a-census-of-annotated-books/', { javaScriptEnabled });
		const authors = page.locator('details', { hasText: 'and 28 more' });
		const last = page.getByText('Hypatia Somerville 40');
		expect(await last.isVisible()).toBe(false);
		await authors.locator('summary').click();
		expect(await last.isVisible()).toBe(true);
		const names = (await authors.locator('..').locator('bdi').allTextContents()).map((name) => name.trim());
		const { id } = archiveOfSites().index.find(({ title }) => title === 'A Census of Annotated Books') ?? {};
		expect(names).toEqual(
			id &&
				archiveOfSites()
					.paper(id)
					.authors.map(({ name }) => name),
		);
	});

	test('the choice of how to read is there with it alone', async (context) => {
		const { page } = await opened(context, 'about/', { javaScriptEnabled });
		expect(await page.getByRole('button', { name: 'Display' }).isVisible()).toBe(javaScriptEnabled);
	});
});

/** Which scheme the page is in, and what is seen of the first paper that has an abstract. */
async function look(page: Page): Promise<{ scheme: string; lead: boolean; facts: boolean }> {
	const row = page.locator('.paper-row:has(.paper-lead)').first();
	return {
		scheme: await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme),
		lead: await row.locator('.paper-lead').isVisible(),
		facts: await row.locator('.quiet-line').isVisible(),
	};
}
