import type { Search } from '../search/client/found.ts';
import type { SearchSeam } from '../search/client/seam.ts';

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
	await Promise.all([loaded('open.js'), loaded('search.js')]);
	const seam = globalThis.daybookSearch;
	if (!seam || !globalThis.daybookOpenSearch) throw new Error('The scripts of the search did not define it.');
	return { search: await globalThis.daybookOpenSearch(seam), address: seam.address };
}

function loaded(file: string): Promise<void> {
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const script = document.createElement('script');
	script.src = new URL(`pagefind/${file}`, siteRoot()).href;
	script.addEventListener('load', () => resolve());
	script.addEventListener('error', () => reject(new Error(`${file} could not be loaded.`)));
	document.head.append(script);
	return promise.finally(() => script.remove());
}

/** Where the site is, on a server or in a folder: every page has a script there. */
function siteRoot(): string {
	const script = document.querySelector<HTMLScriptElement>('script[src$="settings.js"]');
	return new URL('.', script?.src ?? document.baseURI).href;
}
