import type { SitePath } from '../views/addresses.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page of the site, below whatever path the site is served from. */
export function href(path: SitePath): string {
	return `${base}${path}`;
}
