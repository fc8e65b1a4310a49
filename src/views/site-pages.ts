import { DaybookError } from '../errors.ts';
import type { PaperId, Slug } from '../records/paper.ts';
import {
	listingKey,
	listingPath,
	paperPath,
	periodPapersPath,
	periodPath,
	type SitePath,
	topicPath,
} from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { type PartNumber, partNumbers, partPath } from './parts.ts';
import type { ArchiveSource } from './source.ts';

/** The files of `src/pages/` without their endings, and what each needs to know to make the view of a page. */
interface RouteKeys {
	index: null;
	'404': null;
	'about/index': null;
	'methods/index': null;
	'search/index': null;
	'papers/index': null;
	'papers/[slug]':
		| { show: 'paper' | 'alias'; id: PaperId }
		| { show: 'shared'; slug: Slug }
		| { show: 'part'; part: PartNumber };
	'undated/[...part]': { part: PartNumber };
	'topics/index': null;
	'topics/[slug]/[...part]': { slug: Slug; part: PartNumber };
	'topics/[slug]/trend.csv': { slug: Slug };
	'listings/index': null;
	'listings/[key]': { listing: string };
	'[year]/index': { period: string };
	'[year]/papers/[...part]': { period: string; part: PartNumber };
	'[year]/[month]/index': { period: string };
	'[year]/[month]/papers/[...part]': { period: string; part: PartNumber };
	'[year]/[month]/[day]/[...part]': { period: string; part: PartNumber };
}

export type Route = keyof RouteKeys;

/** One address of the site. Small, since there is one for every page: a key, never the record. */
export type SitePage = { [R in Route]: { route: R; path: SitePath; key: RouteKeys[R] } }[Route];

export type PageOf<R extends Route> = Extract<SitePage, { route: R }>;

const made = new WeakMap<ArchiveSource, readonly SitePage[]>();

/**
 * Every page of the site, single pages and data behind charts too: the one place that says which addresses exist.
 * Papers come in the order of their shards. Throws `site/one-address` when two pages have the same path.
 */
export function sitePages(source: ArchiveSource): readonly SitePage[] {
	const known = made.get(source);
	if (known) return known;
	const pages = [
		...singlePages,
		...paperPages(source),
		...periodPages(source),
		...topicPages(source),
		...listingPages(source),
	];
	refuseSharedPaths(pages);
	made.set(source, pages);
	return pages;
}

const singlePages: readonly SitePage[] = [
	{ route: 'index', path: '/', key: null },
	{ route: '404', path: '/404.html', key: null },
	{ route: 'about/index', path: '/about/', key: null },
	{ route: 'methods/index', path: '/methods/', key: null },
	{ route: 'search/index', path: '/search/', key: null },
	{ route: 'papers/index', path: '/papers/', key: null },
	{ route: 'topics/index', path: '/topics/', key: null },
	{ route: 'listings/index', path: '/listings/', key: null },
];

function paperPages(source: ArchiveSource): SitePage[] {
	const { index, summary } = source;
	const closed = partNumbers(index.length).filter((part) => part !== null);
	const atSlug = (slug: string, key: RouteKeys['papers/[slug]']): SitePage => {
		return { route: 'papers/[slug]', path: paperPath(slug), key };
	};
	return [
		...closed.map((part) => atSlug(String(part), { show: 'part', part })),
		...index.map(({ slug, id }) => atSlug(slug, { show: 'paper', id })),
		...index.flatMap(({ aliases, id }) => aliases.map((alias) => atSlug(alias, { show: 'alias', id }))),
		...summary.shared.map(({ slug }) => atSlug(slug, { show: 'shared', slug })),
		...partNumbers(catalogueOf(source).undated.length).map((part): SitePage => {
			return { route: 'undated/[...part]', path: partPath('/undated/', part), key: { part } };
		}),
	];
}

function periodPages(source: ArchiveSource): SitePage[] {
	const { years, months, days } = catalogueOf(source);
	return [
		...[...years].flatMap(([period, { papers }]): SitePage[] => [
			{ route: '[year]/index', path: periodPath(period), key: { period } },
			...listParts('[year]/papers/[...part]', periodPapersPath(period), period, papers.length),
		]),
		...[...months].flatMap(([period, { papers }]): SitePage[] => [
			{ route: '[year]/[month]/index', path: periodPath(period), key: { period } },
			...listParts('[year]/[month]/papers/[...part]', periodPapersPath(period), period, papers.length),
		]),
		...[...days].flatMap(([period, { papers }]) =>
			listParts('[year]/[month]/[day]/[...part]', periodPath(period), period, papers.length),
		),
	];
}

type PeriodListRoute = '[year]/papers/[...part]' | '[year]/[month]/papers/[...part]' | '[year]/[month]/[day]/[...part]';

function listParts(route: PeriodListRoute, path: SitePath, period: string, length: number): SitePage[] {
	return partNumbers(length).map((part) => ({ route, path: partPath(path, part), key: { period, part } }));
}

function topicPages(source: ArchiveSource): SitePage[] {
	return [...catalogueOf(source).topics].flatMap(([slug, papers]): SitePage[] => [
		...partNumbers(papers.length).map((part): SitePage => {
			return { route: 'topics/[slug]/[...part]', path: partPath(topicPath(slug), part), key: { slug, part } };
		}),
		{ route: 'topics/[slug]/trend.csv', path: `${topicPath(slug)}trend.csv`, key: { slug } },
	]);
}

function listingPages({ report }: ArchiveSource): SitePage[] {
	const keys = new Set(report.listings.map(listingKey).filter((key) => key !== null));
	return [...keys].map((listing) => ({ route: 'listings/[key]', path: listingPath(listing), key: { listing } }));
}

function refuseSharedPaths(pages: readonly SitePage[]): void {
	const taken = new Map<SitePath, SitePage>();
	for (const page of pages) {
		const other = taken.get(page.path);
		if (other) {
			throw new DaybookError({
				code: 'site/one-address',
				message: `Two pages would stand at ${page.path}: ${described(other)} and ${described(page)}.`,
				hint: 'look up both in content/archive/index.jsonl, and report this together with the listings',
			});
		}
		taken.set(page.path, page);
	}
}

/** A page in words: what shows it, of what. */
function described({ route, key }: SitePage): string {
	return [route, ...Object.values(key ?? {})].join(' ');
}
