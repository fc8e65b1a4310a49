import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { archiveOfSites, folderOf, siteBases } from '../site/built-site.ts';
import { sharedChromium, sharedServer, watchedPage } from './harness.ts';

const [root] = siteBases;
const browser = sharedChromium();
const site = sharedServer(() => folderOf(root), root.base);

/** A paper of the seeds with formulas in its title and its abstract, narrow ones and wide ones. */
const path = `papers/${archiveOfSites().index.find(({ title }) => title.includes('ℓ∞'))?.slug}/`;

test('a selection is copied with its formulas as LaTeX', async (context) => {
	const { page, problems } = await watchedPage(await browser(context), await site());
	await page.goto((await site()) + path);
	expect(await copied(page, 'h1')).toBe('A Nearly-Optimal Bound for Fast Regression with $\\ell _{\\infty}$ Guarantee');
	expect(await copied(page, 'h1 math mi')).toBe('$\\ell _{\\infty}$');
	expect(await copied(page, '.facts dt')).toBeNull();
	expect(problems).toEqual([]);
});

test('formulas stand as mathematics, without a style, and a wide one can be scrolled by keyboard', async (context) => {
	const viewport = { width: 320, height: 640 };
	const { page } = await watchedPage(await browser(context), await site(), { viewport, javaScriptEnabled: false });
	await page.goto((await site()) + path);
	expect(await page.locator('.abstract math').count()).toBeGreaterThan(5);
	expect(await page.locator('math [style], math[style]').count()).toBe(0);
	expect(await page.locator('math annotation').first().isVisible()).toBe(false);
	const wide = page.locator('math[tabindex="0"]');
	expect(await wide.count()).toBeGreaterThan(0);
	for (const formula of await wide.all()) {
		const box = await formula.boundingBox();
		expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
	}
	// The script stands higher than its base, and is smaller.
	const [base, script] = await page
		.locator('.abstract msup')
		.first()
		.evaluate((node) =>
			[...node.children].map((child) => child.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
		);
	expect(script?.bottom).toBeLessThan(base?.bottom ?? 0);
});

/** What goes to the clipboard when an element is selected and copied; null where the browser's own way is left. */
async function copied(page: Page, selector: string): Promise<string | null> {
	return await page
		.locator(selector)
		.first()
		.evaluate((element) => {
			getSelection()?.selectAllChildren(element);
			const clipboardData = new DataTransfer();
			const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
			element.dispatchEvent(event);
			return event.defaultPrevented ? clipboardData.getData('text/plain') : null;
		});
}
