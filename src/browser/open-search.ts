import type { Search } from '../search/client/found.ts';
import type { SearchSeam } from '../search/client/seam.ts';
import { loadScript } from './load-script.ts';

declare global {
	/** Defined by `pagefind/open.js` when that has run. */
	var daybookSearch: SearchSeam | undefined;
	/** Defined by `pagefind/search.js` when that has run. */
	var daybookOpenSearch: ((seam: SearchSeam) => Promise<Search>) | undefined;
}

/** The search of this copy of the site, and how it names its pages. */
export interface OpenedSearch {
	search: Search;
	address: SearchSeam['address'];
}

let opened: Promise<OpenedSearch> | null = null;

/** The open search, opened by the first call. Rejects when a file of it cannot be loaded. */
export function openedSearch(): Promise<OpenedSearch> {
	opened ??= open();
	return opened;
}

/** After a failure: the next call of `openedSearch` loads everything anew. */
export function closeSearch(): void {
	opened = null;
}

/** Its scripts are no part of any page, so that a page costs nothing of them before a reader searches. */
async function open(): Promise<OpenedSearch> {
	await Promise.all([loadScript('pagefind/open.js'), loadScript('pagefind/search.js')]);
	const seam = globalThis.daybookSearch;
	if (!seam || !globalThis.daybookOpenSearch) throw new Error('The scripts of the search did not define it.');
	return { search: await globalThis.daybookOpenSearch(seam), address: seam.address };
}
