import { sitePages } from '../../src/views/site-pages.ts';
import { archiveOfSites } from '../site/built-site.ts';

/**
 * The longest address of each route, and the search page with results: a page of every kind. Aliases have nothing
 * but a link, and lead on at once.
 */
export function pageKinds(): (readonly [kind: string, path: string])[] {
	return [
		...new Map<string, string>(
			sitePages(archiveOfSites())
				.filter(({ path, key }) => /(\/|\.html)$/.test(path) && !(key && 'show' in key && key.show === 'alias'))
				.toSorted((a, b) => a.path.length - b.path.length)
				.map(({ route, path, key }) => [`${route} ${key && 'show' in key ? key.show : ''}`.trim(), path]),
		),
		['search/index with results', '/search/?q=model'],
	];
}
