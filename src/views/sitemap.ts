import { yearOfShard } from '../exports/published-paper.ts';
import type { SitemapEntry } from '../exports/sitemap.ts';
import type { IndexedPaper } from '../records/archive.ts';
import { type Captured, capturedInUtc } from '../records/dates.ts';
import { listingKey } from '../records/listing-contents.ts';
import type { Appearance, PaperId } from '../records/paper.ts';
import { catalogueOf } from './catalogue.ts';
import { partOf } from './parts.ts';
import { type SitePage, sitePages } from './site-pages.ts';
import type { ArchiveSource } from './source.ts';

/** When the page of a paper last changed, by the paper; null when no capture of it has a time. */
export type ModifiedPapers = ReadonlyMap<PaperId, string | null>;

/**
 * The newest of the captures, as sitemaps write it: a day, or a moment in UTC with seconds. A day counts as its
 * midnight, so that such texts in their order are in the order of time.
 */
export function newestCapture(captures: readonly Pick<Appearance, 'captured'>[]): string | null {
	return newest(captures.map(({ captured }) => (captured === null ? null : moment(captured))));
}

/**
 * Every page of the site that search engines may find: not those that lead to others or list what an address could
 * mean, not the page for what is missing or of a withdrawn paper, and no files of data. `root` is the absolute address of the site, with `/`
 * at its end. A list changed when the newest of its papers did.
 */
export function sitemapEntries(source: ArchiveSource, root: string, modified: ModifiedPapers): SitemapEntry[] {
	return sitePages(source)
		.filter(({ path }) => path.endsWith('/'))
		.filter(({ key }) => !(key !== null && 'show' in key && key.show === 'paper' && !source.indexed(key.id)))
		.filter(({ key }) => !(key !== null && 'show' in key && (key.show === 'alias' || key.show === 'shared')))
		.map((page) => ({
			group: groupOf(source, page),
			url: root + page.path.slice(1),
			modified: modifiedOf(source, page, modified),
		}));
}

function modifiedOf(source: ArchiveSource, page: SitePage, modified: ModifiedPapers): string | null {
	const { route, key } = page;
	const { listings } = source.report;
	if (route === 'index') return newestCapture(listings);
	if (key === null) return null;
	if ('show' in key) return key.show === 'paper' ? (modified.get(key.id) ?? null) : null;
	if ('listing' in key) return newestCapture(listings.filter((listing) => listingKey(listing) === key.listing));
	return newest(listed(source, page).map(({ id }) => modified.get(id) ?? null));
}

/** Papers and dates by year, other lists by kind. */
function groupOf(source: ArchiveSource, { path, key }: SitePage): string {
	if (key !== null && 'show' in key) {
		return key.show === 'paper' ? `papers-${yearOfShard(source.indexed(key.id)?.shard ?? '')}` : 'pages';
	}
	const [first = '', second] = path.split('/').filter(Boolean);
	if (/^\d{4}$/.test(first)) return `dates-${first}`;
	return second === undefined ? 'pages' : first;
}

/** The papers that a page lists, as far as its key says which. */
function listed(source: ArchiveSource, { route, path, key }: SitePage): readonly IndexedPaper[] {
	const { years, months, weeks, days, topics, organizations } = catalogueOf(source);
	if (key === null || 'show' in key || 'listing' in key) return [];
	const papers =
		'period' in key
			? [years, months, weeks, days].map((periods) => periods.get(key.period)).find((period) => period)?.papers
			: 'slug' in key && (route.startsWith('topics') ? topics : organizations).get(key.slug);
	if (!papers) return [];
	return 'part' in key ? partOf(papers, path, key.part).items : papers;
}

function moment(captured: Captured): string {
	return captured.length === 10 ? captured : `${capturedInUtc(captured).slice(0, 19)}Z`;
}

function newest(moments: readonly (string | null)[]): string | null {
	return moments.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
}
