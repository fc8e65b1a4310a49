/** The path a site is served below, with a slash at both ends: `some/base`, `/some/base` and `/some/base/` alike. */
export function basePath(text: string): string {
	const parts = text.split('/').filter(Boolean);
	return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}

/** The path that a page was built for, as its style sheets name it; every page has one, in `_astro/` below the base. */
export function basePathOf(page: string): string {
	return basePath(/ href="([^"]*)\/_astro\//.exec(page)?.[1] ?? '');
}
