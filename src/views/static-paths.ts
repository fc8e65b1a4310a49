import type { PageOf, Route, SitePage } from './site-pages.ts';
import { sitePages } from './site-pages.ts';
import type { ArchiveSource } from './source.ts';

/** The key of a route's pages, as they get it. */
export type KeyOf<R extends Route> = PageOf<R>['key'];

/** A page as Astro's `getStaticPaths` wants it. */
export interface StaticPath<P extends SitePage> {
	params: Record<string, string | undefined>;
	props: { key: P['key'] };
}

/** The pages of one route, from the one list of all pages. */
export function staticPaths<R extends Route>(source: ArchiveSource, route: R): StaticPath<PageOf<R>>[] {
	return sitePages(source)
		.filter((page): page is PageOf<R> => page.route === route)
		.map(staticPath);
}

function staticPath<P extends SitePage>(page: P): StaticPath<P> {
	return { params: paramsOf(page), props: { key: page.key } };
}

/**
 * What the brackets of a route stand for in a page's path: in `w[week]`, what comes after the `w`, in `[file].js`
 * what comes before the ending. Undefined for `[...part]` where the path ends before it.
 */
export function paramsOf({ route, path }: Pick<SitePage, 'route' | 'path'>): Record<string, string | undefined> {
	const segments = path.split('/').filter(Boolean);
	const params: Record<string, string | undefined> = {};
	for (const [at, pattern] of route.split('/').entries()) {
		const [, before = '', name, after = ''] = /^([^[]*)\[(?:\.\.\.)?(\w+)\]([^[]*)$/.exec(pattern) ?? [];
		if (name) params[name] = segments[at]?.slice(before.length, segments[at].length - after.length);
	}
	return params;
}
