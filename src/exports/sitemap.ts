import { XMLBuilder } from 'fast-xml-parser';
import { compare } from '../records/order.ts';

/** A page that search engines may find. */
export interface SitemapEntry {
	/** Which pages it is kept with, by a name: `papers-2025`. */
	group: string;
	/** The absolute address. */
	url: string;
	/** When it last changed, as a W3C date; null when the data does not say. */
	modified: string | null;
}

/** A text to be put at the root of the site. */
export interface SiteFile {
	name: string;
	text: string;
}

/** The protocol allows 50,000 addresses and 50 MB a file. */
const capacity = 45_000;
const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, indentBy: '', suppressEmptyNode: true });

/**
 * `sitemap.xml`, an index, and a file of addresses for each group below `sitemaps/`. Groups keep papers of one year
 * together, so that a new paper leaves the files of other years as they are.
 */
export function sitemapFiles(root: string, entries: readonly SitemapEntry[]): SiteFile[] {
	const groups = [...Map.groupBy(entries, ({ group }) => group)].sort(([a], [b]) => compare(a, b));
	const parts = groups.flatMap(([group, members]) => {
		const sorted = [...members].sort((a, b) => compare(a.url, b.url));
		return Array.from({ length: Math.ceil(sorted.length / capacity) }, (_, nth) => ({
			name: `sitemaps/${nth === 0 ? group : `${group}-part-${nth + 1}`}.xml`,
			members: sorted.slice(nth * capacity, (nth + 1) * capacity),
		}));
	});
	const index = parts.map(({ name, members }) => ({ url: root + name, modified: newest(members) }));
	return [
		{ name: 'sitemap.xml', text: document('sitemapindex', 'sitemap', index) },
		...parts.map(({ name, members }) => ({ name, text: document('urlset', 'url', members) })),
	];
}

/** `robots.txt`: everything may be read, and where the sitemap is; null when there is none. */
export function robotsText(sitemap: string | null): string {
	return `User-agent: *\nAllow: /\n${sitemap === null ? '' : `\nSitemap: ${sitemap}\n`}`;
}

function document(list: string, item: string, entries: readonly Omit<SitemapEntry, 'group'>[]): string {
	const items = entries.map(({ url, modified }) => ({ loc: url, ...(modified !== null && { lastmod: modified }) }));
	return builder.build({
		'?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
		[list]: { '@_xmlns': protocol, [item]: items },
	});
}

function newest(entries: readonly SitemapEntry[]): string | null {
	const dates = entries.map(({ modified }) => modified).filter((date) => date !== null);
	return dates.length === 0 ? null : dates.reduce((a, b) => (b > a ? b : a));
}
