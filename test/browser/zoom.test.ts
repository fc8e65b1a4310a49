import { expect, test } from 'vitest';
import { archiveOfSites, folderOf, siteBases } from '../site/built-site.ts';
import { sharedChromium, sharedServer, watchedPage } from './harness.ts';
import { pageKinds } from './page-kinds.ts';
import { sideways } from './sideways.ts';

const [root] = siteBases;
const browser = sharedChromium();
const site = sharedServer(() => folderOf(root), root.base);

/** Papers whose words are the hardest to fit. */
const hard = archiveOfSites()
	.index.filter(({ title }) => /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}]|\S{60}/u.test(title))
	.map(({ slug }) => ['paper', `/papers/${slug}/`] as const);

const pages = [...pageKinds(archiveOfSites()), ...hard, ['a day of many scripts', '/2025/11/18/'] as const];

// 1280 px at 400 % are 320.
test('no kind of page scrolls sideways at 320 px', { timeout: 300_000 }, async (context) => {
	expect(hard.length).toBeGreaterThanOrEqual(4);
	const viewport = { width: 320, height: 640 };
	const { page } = await watchedPage(await browser(context), await site(), { viewport });
	const found: string[] = [];
	for (const [kind, path] of pages) {
		await page.goto((await site()) + path.slice(1));
		if (path.includes('?q=')) await page.locator('.search-row').first().waitFor();
		const wide = await sideways(page);
		if (wide !== null) found.push(`${kind} ${path}: ${wide}`);
	}
	expect(found).toEqual([]);
});
