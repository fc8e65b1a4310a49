import { expect, test } from 'vitest';
import { archiveOfSites, folderOf, siteBases } from '../site/built-site.ts';
import { sharedChromium, sharedServer, watchedPage } from './harness.ts';
import { pageKinds } from './page-kinds.ts';

const [root] = siteBases;
const browser = sharedChromium();
const site = sharedServer(() => folderOf(root), root.base);

test('on paper no page has anything to press, and all is ink on paper', { timeout: 300_000 }, async (context) => {
	const { page } = await watchedPage(await browser(context), await site(), { colorScheme: 'dark' });
	await page.emulateMedia({ media: 'print' });
	for (const [, path] of pageKinds(archiveOfSites())) {
		await page.goto((await site()) + path.slice(1));
		const shown = await page.evaluate(() => {
			document.documentElement.dataset['theme'] = 'dark';
			const { color, backgroundColor } = getComputedStyle(document.body);
			const controls = [...document.querySelectorAll('nav, button, input, select, [popover]')];
			return {
				controls: controls.filter((each) => each.checkVisibility()).map(({ outerHTML }) => outerHTML.slice(0, 80)),
				color,
				backgroundColor,
			};
		});
		expect(shown, path).toEqual({ controls: [], color: 'rgb(0, 0, 0)', backgroundColor: 'rgba(0, 0, 0, 0)' });
	}
});

test('a list on paper says where it and each of its papers stand', async (context) => {
	const { page } = await watchedPage(await browser(context), await site());
	await page.emulateMedia({ media: 'print' });
	await page.goto(`${await site()}2025/11/18/`);
	const own = page.locator('link[rel="canonical"]');
	expect(await own.evaluate((link) => link.getBoundingClientRect().height)).toBeGreaterThan(0);
	const addresses = await page
		.locator('.paper-title a')
		.evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content));
	expect(addresses.length).toBeGreaterThanOrEqual(4);
	for (const address of addresses) expect(address).toMatch(/^"\/papers\/[\w-]+\/"$/);
	await page.locator('.paper-lead').first().waitFor();
	// No words of the interface are left within what is read.
	expect(await page.locator('.paper-lead summary').first().isVisible()).toBe(false);
});

test('no paper of a list is cut in two by the end of a sheet', async (context) => {
	const { page } = await watchedPage(await browser(context), await site());
	await page.emulateMedia({ media: 'print' });
	await page.goto(`${await site()}2025/11/18/`);
	const rows = page.locator('.paper-row');
	expect(new Set(await rows.evaluateAll((all) => all.map((row) => getComputedStyle(row).breakInside)))).toEqual(
		new Set(['avoid']),
	);
	expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).breakAfter)).toBe('avoid');
});
