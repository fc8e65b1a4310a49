/** An address of the site without its base: it begins with `/` and ends with `/` or a file's name. */
export type SitePath = `/${string}`;

export const paperPath = (slug: string): SitePath => `/papers/${slug}/`;

export const topicPath = (slug: string): SitePath => `/topics/${slug}/`;

/** The papers of no topic. */
export const unsortedPath: SitePath = '/topics/unsorted/';

export const organizationPath = (slug: string): SitePath => `/organizations/${slug}/`;

/** The page of a year, a month or a day, by its ISO date, or of a week: that of `2025-W48` is `/2025/w48/`. */
export const periodPath = (period: string): SitePath => `/${period.replaceAll('-', '/').toLowerCase()}/`;

/** The list of all papers of a year or a month. */
export const periodPapersPath = (period: string): SitePath => `${periodPath(period)}papers/`;

export const listingPath = (key: string): SitePath => `/listings/${key}/`;
