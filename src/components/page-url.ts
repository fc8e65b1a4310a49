import type { SitePath } from '../views/addresses.ts';
import { href } from './href.ts';

/** The absolute address of a page; null where nobody has said at which address the site is published. */
export function pageUrl(path: SitePath, site: URL | undefined): string | null {
	return site === undefined ? null : new URL(href(path), site).href;
}
