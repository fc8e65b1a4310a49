import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { robotsText, sitemapFiles } from '../../src/exports/sitemap.ts';
import type { ArchiveStore } from '../../src/store/read.ts';
import { type ModifiedPapers, sitemapEntries } from '../../src/views/sitemap.ts';

/**
 * Writes `robots.txt` and, when the site's address is known, its sitemap: a sitemap of any other address would be
 * wrong. `root` is that address with the base, `/` at its end. Gives the number of addresses.
 */
export function writeSitemap(
	archive: ArchiveStore,
	dist: string,
	root: string | null,
	modified: ModifiedPapers,
): number {
	const entries = root === null ? [] : sitemapEntries(archive, root, modified);
	const files = root === null ? [] : sitemapFiles(root, entries);
	const robots = { name: 'robots.txt', text: robotsText(root === null ? null : `${root}sitemap.xml`) };
	for (const { name, text } of [...files, robots]) {
		const file = join(dist, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	return entries.length;
}
