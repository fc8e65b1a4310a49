import type { SitePath } from './addresses.ts';

/** A page and how many papers stand on it. */
export interface CountedLink {
	name: string;
	path: SitePath;
	papers: number;
}
