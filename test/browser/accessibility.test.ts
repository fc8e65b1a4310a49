import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { folderOf, siteBases } from '../site/built-site.ts';
import { sharedChromium, sharedServer, watchedPage } from './harness.ts';
import { pageKinds } from './page-kinds.ts';

const [root] = siteBases;
const browser = sharedChromium();
const site = sharedServer(() => folderOf(root), root.base);

test.for(['light', 'dark'] as const)(
	'axe finds nothing on any kind of page, %s',
	{ timeout: 300_000 },
	async (colorScheme, context) => {
		const { page, problems } = await watchedPage(await browser(context), await site(), { colorScheme });
		const found: string[] = [];
		for (const [kind, path] of pageKinds()) {
			await page.goto((await site()) + path.slice(1));
			if (path.includes('?q=')) await page.locator('.search-row').first().waitFor();
			// Aliases lead on at once.
			if (!page.url().endsWith(path)) continue;
			const { violations } = await new AxeBuilder({ page }).analyze();
			found.push(
				...violations.map(
					({ id, help, nodes }) => `${kind} ${path}: ${id}, ${help}: ${nodes.map(({ html }) => html).join(' ')}`,
				),
			);
		}
		expect(found).toEqual([]);
		expect(problems).toEqual([]);
	},
);
