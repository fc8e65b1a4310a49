import type { PagefindModule } from './pagefind.ts';

/** A segment's index, where this copy of the site has it. */
export interface SegmentFolder {
	name: string;
	/** Address of its folder, with `/` at its end. */
	folder: string;
	cacheTag: string;
}

/** How search is opened in this copy of the site: `pagefind/open.js` defines it, on a server and offline. */
export interface SearchSeam {
	/** Newest first. */
	segments: readonly SegmentFolder[];
	/** Whether Pagefind may start a worker. */
	worker: boolean;
	/** Loads Pagefind itself. An attempt after the first, from 1, asks the server anew. */
	load(attempt: number): Promise<PagefindModule>;
	/** The address of a page of the site, from its path without base. */
	address(path: string): string;
}
