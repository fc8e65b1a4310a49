import type { SearchSeam } from '../search/client/seam.ts';
import { openSearch, type Search } from '../search/client/search.ts';

declare global {
	/** Defined by `pagefind/open.js` when that has run. */
	var daybookSearch: SearchSeam | undefined;
}

/** Longer than a slow phone takes; Pagefind itself may wait for a file without end. */
const patience = 45_000;

/** The search of this copy of the site, and how it names its pages. */
export interface OpenedSearch {
	search: Search;
	address: SearchSeam['address'];
}

/** Opens the search. Rejects when a file of it cannot be loaded; an attempt after the first, from 1, loads it anew. */
export async function openedSearch(script: HTMLScriptElement, attempt: number): Promise<OpenedSearch> {
	const seam = await seamOf(script);
	return { search: await inTime(openSearch(seam, attempt)), address: seam.address };
}

/** What the page's own script tag defined; when it could not be loaded, a new one is tried. */
async function seamOf(script: HTMLScriptElement): Promise<SearchSeam> {
	if (!globalThis.daybookSearch && document.readyState !== 'complete') await loaded(window);
	if (!globalThis.daybookSearch) {
		const again = document.createElement('script');
		again.src = script.src;
		document.head.append(again);
		await loaded(again);
	}
	if (!globalThis.daybookSearch) throw new Error('pagefind/open.js did not define the search.');
	return globalThis.daybookSearch;
}

function loaded(target: Window | HTMLScriptElement): Promise<void> {
	return new Promise((resolve, reject) => {
		target.addEventListener('load', () => resolve(), { once: true });
		target.addEventListener('error', () => reject(new Error('A script could not be loaded.')), { once: true });
	});
}

function inTime<T>(work: Promise<T>): Promise<T> {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(new Error('The search index took too long to load.')), patience);
	return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
