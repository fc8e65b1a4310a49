import { expect, test } from 'vitest';
import { startStaticServer } from '../../scripts/static-server.ts';
import { sitePages } from '../../src/views/site-pages.ts';
import { archiveOfSites, folderOf, siteBases } from './built-site.ts';
import { checkedLinks } from './checked-links.ts';

test.each(siteBases)(
	'no link is broken at $base, and every page can be reached from home',
	{ timeout: 300_000 },
	async (site) => {
		const server = await startStaticServer({ folder: folderOf(site), base: site.base, port: 0 });
		try {
			const { broken, reached } = await checkedLinks(server.url);
			expect(broken).toEqual([]);
			const unreached = sitePages(archiveOfSites())
				.filter(({ key }) => !(key && 'show' in key && ['alias', 'shared'].includes(key.show)))
				.map(({ path }) => path)
				.filter(
					(path) =>
						path !== '/404.html' && !path.endsWith('.js') && !reached.has(new URL(path.slice(1), server.url).href),
				);
			expect(unreached).toEqual([]);
		} finally {
			await server.close();
		}
	},
);
