import { z } from 'zod';
import { sha256 } from '../records/hash.ts';
import { excerptsTogether } from './client/places.ts';
import { copySchema } from './copy.ts';
import { searchScripts } from './search-scripts.ts';

/** A file of the bundle, and what it is made of. */
const itemSchema = z.discriminatedUnion('kind', [
	/** A file of the site: a page and a style are rewritten, another is taken as it is. */
	z.strictObject({ kind: z.enum(['page', 'style', 'same']), path: z.string() }),
	/** Files of the search index by their paths in its folder: put into a script, or one taken as it is. */
	z.strictObject({ kind: z.literal('search-script'), path: z.string(), files: z.array(z.string()) }),
	z.strictObject({ kind: z.literal('search-file'), path: z.string(), file: z.string() }),
]);
export const itemsSchema = z.array(itemSchema);
export type Item = z.infer<typeof itemSchema>;

/** A bundle before it is made: plain data, so that threads can share the work. */
export const bundlePlanSchema = z.strictObject({
	/** The folder of the built site. */
	folder: z.string(),
	/** The folder of the search index: that of the site, or one of a part of its papers. */
	search: z.string(),
	/** The path that the site was built for, with `/` at both ends. */
	base: z.string(),
	/** Where the site is published, as `https://daybook.example`; null when nobody said. */
	origin: z.string().nullable(),
	/** The paths of all files of the site, with `/`. */
	files: z.array(z.string()),
	/** In the order in which they stand in the bundle, which is that of their paths. */
	items: itemsSchema,
	/** How many excerpts a script of the search holds. */
	together: z.int(),
	copy: copySchema,
});
export type BundlePlan = z.infer<typeof bundlePlanSchema>;

/** Of use on a web server alone, or to those who look for the site there; the copy has a manifest of its own. */
const ofServers =
	/^(?:404\.html|robots\.txt|manifest\.(?:webmanifest|json)|sitemap\.xml|sitemaps\/.*|cards\/.*|(?:.*\/)?\..*)$/;

/** Modules are put together anew, for each page that has some. */
const modules = /^_astro\/.*\.js$/;

/** What the bundle has instead of the site's, or beside it. */
export const styleOfCopy = 'offline.css';
export const opensSearch = 'pagefind/open.js';

/** Plans the bundle of a site's files, those that `isIn` it, and of the files of its search index. */
export function planned(
	site: Pick<BundlePlan, 'folder' | 'search' | 'base' | 'origin' | 'files' | 'copy'>,
	searchFiles: readonly string[],
	isIn: (path: string) => boolean,
): BundlePlan {
	const together = excerptsTogether(site.copy.part?.papers ?? site.copy.papers);
	const scripts = searchScripts(searchFiles, together);
	const held = new Set([...scripts.values()].flat());
	const items: Item[] = [
		...site.files.filter((path) => isTaken(path) && isIn(path)).map((path) => ({ kind: kindOf(path), path })),
		...[...scripts].map(([script, files]) => ({ kind: 'search-script' as const, path: `pagefind/${script}`, files })),
		...searchFiles
			.filter((file) => !held.has(file) && file !== 'open.js')
			.map((file) => ({ kind: 'search-file' as const, path: `pagefind/${file}`, file })),
	];
	return { ...site, together, items: items.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

function isTaken(path: string): boolean {
	return !path.startsWith('pagefind/') && !ofServers.test(path) && !modules.test(path);
}

function kindOf(path: string): 'page' | 'style' | 'same' {
	if (path.endsWith('.html')) return 'page';
	return path.endsWith('.css') ? 'style' : 'same';
}

/** The classic script that stands for these module scripts. */
export function scriptPath(scripts: readonly string[]): string {
	return `_astro/page-${sha256(scripts.join('\n')).slice(0, 12)}.js`;
}
