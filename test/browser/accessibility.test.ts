import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { archiveOfSites, folderOf, siteBases } from '../site/built-site.ts';
import { sharedChromium, sharedServer, watchedPage } from './harness.ts';
import { pageKinds } from './page-kinds.ts';

const [root] = siteBases;
const browser = sharedChromium();
const site = sharedServer(() => folderOf(root), root.base);

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
	[360, 1280].map((width) => [colorScheme, width] as const),
);

test.for(looks)(
	'axe finds nothing on any kind of page, %s, %d px wide',
	{ timeout: 300_000 },
	async ([colorScheme, width], context) => {
		const viewport = { width, height: 800 };
		const { page, problems } = await watchedPage(await browser(context), await site(), { colorScheme, viewport });
		const found: string[] = [];
		for (const [kind, path] of pageKinds(archiveOfSites())) {
			await page.goto((await site()) + path.slice(1));
			if (path.includes('?q=')) await page.locator('.search-row').first().waitFor();
			for (const finding of await axeFindings(page)) found.push(`${kind} ${path}: ${finding}`);
		}
		expect(found).toEqual([]);
		expect(problems).toEqual([]);
	},
);

/** What axe finds wrong with the page that is shown. */
async function axeFindings(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.map(({ id, help, nodes }) => `${id}, ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}
