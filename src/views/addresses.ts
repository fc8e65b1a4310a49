import type { ReportedListing } from '../records/archive.ts';

/** An address of the site without its base: it begins with `/` and ends with `/` or a file's name. */
export type SitePath = `/${string}`;

export const paperPath = (slug: string): SitePath => `/papers/${slug}/`;

export const topicPath = (slug: string): SitePath => `/topics/${slug}/`;

/** The page of a year, a month or a day, by its ISO date. */
export const periodPath = (period: string): SitePath => `/${period.replaceAll('-', '/')}/`;

/** The list of all papers of a year or a month. */
export const periodPapersPath = (period: string): SitePath => `${periodPath(period)}papers/`;

/** The part of its address that names a listing; null for a file that could not be opened. Files of the same bytes share it. */
export function listingKey({ sha256 }: Pick<ReportedListing, 'sha256'>): string | null {
	return sha256?.slice(0, 12) ?? null;
}

export const listingPath = (key: string): SitePath => `/listings/${key}/`;
