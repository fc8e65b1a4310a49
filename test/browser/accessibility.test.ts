import { expect, test } from 'vitest';
import { archiveOfSites, folderOf, siteBases } from '../site/built-site.ts';
import { axeFindingsInSchemes } from './axe.ts';
import { sharedChromium, sharedServer, watchedPage } from './harness.ts';
import { pageKinds } from './page-kinds.ts';

const [root] = siteBases;
const browser = sharedChromium();
const site = sharedServer(() => folderOf(root), root.base);

test.for([360, 1280])(
	'axe finds nothing on any kind of page, light or dark, %d px wide',
	{
		timeout: 300_000,
	},
	async (width, context) => {
		const viewport = { width, height: 800 };
		const { page, problems } = await watchedPage(await browser(context), await site(), { viewport });
		const found: string[] = [];
		for (const [kind, path] of pageKinds(archiveOfSites())) {
			await page.goto((await site()) + path.slice(1));
			if (path.includes('?q=')) await page.locator('.search-row').first().waitFor();
			for (const finding of await axeFindingsInSchemes(page)) found.push(`${kind} ${path}: ${finding}`);
		}
		expect(found).toEqual([]);
		expect(problems).toEqual([]);
	},
);
