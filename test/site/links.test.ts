import { LinkChecker } from 'linkinator';
import { expect, test } from 'vitest';
import { startStaticServer } from '../../scripts/static-server.ts';
import { sitePages } from '../../src/views/site-pages.ts';
import { archiveOfSites, folderOf, siteBases } from './built-site.ts';

test.each(siteBases)(
	'no link is broken at $base, and every page can be reached from home',
	{ timeout: 300_000 },
	async (site) => {
		const server = await startStaticServer({ folder: folderOf(site), base: site.base, port: 0 });
		try {
			const { links } = await new LinkChecker().check({
				path: server.url,
				recurse: true,
				concurrency: 20,
				checkFragments: true,
				redirects: 'error',
				linksToSkip: async (link) => !link.startsWith(server.url) && !isLocal(link),
			});
			const broken = links
				.filter(({ state }) => state === 'BROKEN')
				.map(({ url, parent, status }) => `${status} ${url} on ${parent}`);
			expect(broken).toEqual([]);

			const reached = new Set(links.filter(({ state }) => state === 'OK').map(({ url }) => url.replace(/[?#].*$/, '')));
			const unreached = sitePages(archiveOfSites())
				.filter(({ key }) => !(key && 'show' in key && ['alias', 'shared'].includes(key.show)))
				.map(({ path }) => path)
				.filter((path) => path !== '/404.html' && !reached.has(new URL(path.slice(1), server.url).href));
			expect(unreached).toEqual([]);
		} finally {
			await server.close();
		}
	},
);

/** Addresses on this machine that are not below the base would be mistakes, and are checked too. */
function isLocal(link: string): boolean {
	return new URL(link).hostname === '127.0.0.1';
}
