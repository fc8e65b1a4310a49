import { readdir } from 'node:fs/promises';
import { DaybookError } from '../src/errors.ts';
import { readArchive } from '../src/store/read.ts';
import { sitePages } from '../src/views/site-pages.ts';

/** The number of pages of a built site. Throws `build/page-count` when it is not what the archive demands. */
export async function countedPages(dist: string, archive: string): Promise<number> {
	const wanted = sitePages(readArchive(archive)).filter(({ path }) => !/\.(?:csv|js)$/.test(path)).length;
	const made = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html')).length;
	if (made === wanted) return made;
	throw new DaybookError({
		code: 'build/page-count',
		message: `${made} pages were made, and the archive demands ${wanted}.`,
		hint: 'two papers at one address, or a route that leaves out pages: compare dist with sitePages()',
		location: { file: dist },
	});
}
