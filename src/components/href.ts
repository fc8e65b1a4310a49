import { base } from 'astro:config/client';
import type { SitePath } from '../views/addresses.ts';

/** Of the configuration itself: `import.meta.env.BASE_URL` can be changed by a variable of that name. */
const prefix = base.replace(/\/$/, '');

/** The address of a page of the site, below whatever path the site is served from. */
export function href(path: SitePath): string {
	return `${prefix}${path}`;
}
