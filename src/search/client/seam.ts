/** Papers of one period as an index of their own. */
export interface SearchSegment {
	/** Its folder below `pagefind/`; another one when anything in it is another. */
	folder: string;
	/** Dates of its oldest and its newest dated paper, as exact as they are known; null when none has one. */
	from: string | null;
	to: string | null;
	/** How many papers it has. They are numbered from 0: those without a date, then oldest first. */
	papers: number;
	/** What Pagefind calls the index. */
	hash: string;
}

/** How this copy of the site finds the files of its search: `pagefind/open.js` defines it, on a server and offline. */
export interface SearchSeam {
	/** Newest first. */
	segments: readonly SearchSegment[];
	/** How many files `titles/<number>.json` the index of titles and ids has: a power of two. */
	titleFiles: number;
	/** The bytes of a file, by its path below `pagefind/`. Rejects when it cannot be loaded; asked again, it tries again. */
	read(path: string): Promise<Uint8Array>;
	/** The address of a page of the site, from its path without base: `/papers/x/`. */
	address(path: string): string;
}
