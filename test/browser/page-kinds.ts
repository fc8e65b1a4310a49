import { sitePages } from '../../src/views/site-pages.ts';
import type { ArchiveSource } from '../../src/views/source.ts';

/**
 * The longest address of each route, and the search page with results: a page of every kind that the site of an
 * archive has. Aliases have nothing but a link, and lead on at once.
 */
export function pageKinds(source: ArchiveSource): (readonly [kind: string, path: string])[] {
	return [
		...new Map<string, string>(
			sitePages(source)
				.filter(({ path, key }) => /(\/|\.html)$/.test(path) && !(key && 'show' in key && key.show === 'alias'))
				.toSorted((a, b) => a.path.length - b.path.length)
				.map(({ route, path, key }) => [`${route} ${key && 'show' in key ? key.show : ''}`.trim(), path]),
		),
		['search/index with results', '/search/?q=model'],
	];
}
