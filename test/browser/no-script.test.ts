import { expect, test } from 'vitest';
import { archiveOfSites, folderOf, siteBases } from '../site/built-site.ts';
import { sharedChromium, sharedServer, watchedPage } from './harness.ts';
import { pageKinds } from './page-kinds.ts';

const [root] = siteBases;
const browser = sharedChromium();
const site = sharedServer(() => folderOf(root), root.base);

const kinds = pageKinds(archiveOfSites()).filter(([, path]) => !path.startsWith('/search/'));

test('every kind of page says the same without scripts as with them', { timeout: 300_000 }, async (context) => {
	expect(kinds.length).toBeGreaterThan(15);
	const started = await browser(context);
	const { page: plain } = await watchedPage(started, await site(), { javaScriptEnabled: false });
	const { page: lively } = await watchedPage(started, await site());
	for (const [kind, path] of kinds) {
		const address = (await site()) + path.slice(1);
		await plain.goto(address);
		await lively.goto(address);
		// What is told in their place is not there with scripts.
		await plain.locator('main noscript').evaluateAll((told) => told.map((each) => each.remove()));
		expect(await plain.locator('main').innerText(), kind).toBe(await lively.locator('main').innerText());
		expect(await plain.locator('main button:visible').count(), `${kind} has a button that does nothing`).toBe(
			await plain.locator('main form button:visible').count(),
		);
	}
});

test('without scripts the search page says what to do instead', async (context) => {
	const { page } = await watchedPage(await browser(context), await site(), { javaScriptEnabled: false });
	await page.goto(`${await site()}search/?q=model`);
	const main = page.locator('main');
	expect(await main.innerText()).toMatch(/script/i);
	expect(await main.getByRole('link').count()).toBeGreaterThan(0);
	expect(await main.locator('select:visible, button:visible').count()).toBe(0);
});
