import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { sitePages } from '../../src/views/site-pages.ts';
import { archiveOfSites, folderOf, siteBases } from '../site/built-site.ts';
import { sharedChromium, sharedServer, watchedPage } from './harness.ts';

const [root] = siteBases;
const browser = sharedChromium();
const site = sharedServer(() => folderOf(root), root.base);

/**
 * The longest address of each route, and the search page with results: a page of every kind. Aliases have nothing
 * but a link, and lead on at once.
 */
const pages = [
	...new Map(
		sitePages(archiveOfSites())
			.filter(({ path, key }) => !path.endsWith('.csv') && !(key && 'show' in key && key.show === 'alias'))
			.toSorted((a, b) => a.path.length - b.path.length)
			.map(({ route, path, key }) => [`${route} ${key && 'show' in key ? key.show : ''}`.trim(), path]),
	),
	['search/index with results', '/search/?q=model'] as const,
];

test.for(['light', 'dark'] as const)(
	'axe finds nothing on any kind of page, %s',
	{ timeout: 300_000 },
	async (colorScheme, context) => {
		const { page, problems } = await watchedPage(await browser(context), await site(), { colorScheme });
		const found: string[] = [];
		for (const [kind, path] of pages) {
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
