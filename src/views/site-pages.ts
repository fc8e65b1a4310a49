import { DaybookError } from '../errors.ts';
import type { PaperId, Slug } from '../records/paper.ts';
import {
	organizationPath,
	paperPath,
	periodPapersPath,
	periodPath,
	type SitePath,
	topicPath,
	unsortedPath,
} from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { changesPath, papersToTell } from './changes.ts';
import { listingGroups, listingPartPath, listingsPartSize } from './listing-groups.ts';
import { type PartNumber, partNumbers, partPath } from './parts.ts';
import { periodKind } from './period-kind.ts';
import type { ArchiveSource } from './source.ts';
import type { TermFile } from './term-script.ts';
import { type TrendChart, termFilePath, trendCsvPath } from './trend-files.ts';
import { trendChartsOf } from './trends.ts';

/** The files of `src/pages/` without their endings, and what each needs to know to make the view of a page. */
interface RouteKeys {
	index: null;
	'404': null;
	'about/index': null;
	'methods/index': null;
	'data/index': null;
	'search/index': null;
	'papers/index': null;
	'papers/by-period.csv': null;
	'papers/[slug]':
		| { show: 'paper' | 'alias'; id: PaperId }
		| { show: 'shared'; slug: Slug }
		| { show: 'part'; part: PartNumber };
	'undated/[...part]': { part: PartNumber };
	'topics/index': null;
	'topics/shares.csv': null;
	'topics/[slug]/[...part]': { slug: Slug; part: PartNumber };
	'topics/unsorted/[...part]': { part: PartNumber };
	'topics/[slug]/trend.csv': { slug: Slug };
	'topics/[slug]/rising/index': { topic: Slug };
	'trends/index': null;
	'trends/[chart].csv': { chart: TrendChart };
	'trends/terms-[file].js': { file: TermFile };
	'organizations/index': null;
	'organizations/[slug]/[...part]': { slug: Slug; part: PartNumber };
	'listings/index': null;
	'listings/conflicts/[...part]': { part: PartNumber };
	/** A part of a listing's page, or of the list of all. */
	'listings/[key]/[...part]': { listing: string; part: number } | { part: number };
	'[year]/index': { period: string };
	'[year]/rising/index': { period: string };
	'[year]/papers/[...part]': { period: string; part: PartNumber };
	'[year]/w[week]/rising/index': { period: string };
	'[year]/w[week]/[...part]': { period: string; part: PartNumber };
	'[year]/[month]/index': { period: string };
	'[year]/[month]/rising/index': { period: string };
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
		...trendPages(source),
		...organizationPages(source),
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
	{ route: 'data/index', path: '/data/', key: null },
	{ route: 'search/index', path: '/search/', key: null },
	{ route: 'papers/index', path: '/papers/', key: null },
	{ route: 'papers/by-period.csv', path: '/papers/by-period.csv', key: null },
	{ route: 'topics/index', path: '/topics/', key: null },
	{ route: 'topics/shares.csv', path: '/topics/shares.csv', key: null },
	{ route: 'trends/index', path: '/trends/', key: null },
	{ route: 'organizations/index', path: '/organizations/', key: null },
	{ route: 'listings/index', path: '/listings/', key: null },
];

function paperPages(source: ArchiveSource): SitePage[] {
	const { index, summary } = source;
	const closed = partNumbers(index.length).filter((part) => part !== null);
	const withPages = [...index, ...summary.withdrawn];
	const atSlug = (slug: string, key: RouteKeys['papers/[slug]']): SitePage => {
		return { route: 'papers/[slug]', path: paperPath(slug), key };
	};
	return [
		...closed.map((part) => atSlug(String(part), { show: 'part', part })),
		...withPages.map(({ slug, id }) => atSlug(slug, { show: 'paper', id })),
		...withPages.flatMap(({ aliases, id }) => aliases.map((alias) => atSlug(alias, { show: 'alias', id }))),
		...summary.shared.map(({ slug }) => atSlug(slug, { show: 'shared', slug })),
		...partNumbers(catalogueOf(source).undated.length).map((part): SitePage => {
			return { route: 'undated/[...part]', path: partPath('/undated/', part), key: { part } };
		}),
	];
}

function periodPages(source: ArchiveSource): SitePage[] {
	const { years, months, weeks, days, pageYears } = catalogueOf(source);
	return [
		...pageYears.flatMap((period): SitePage[] => {
			const papers = years.get(period)?.papers.length ?? 0;
			return [
				{ route: '[year]/index', path: periodPath(period), key: { period } },
				...(papers === 0 ? [] : listParts('[year]/papers/[...part]', periodPapersPath(period), period, papers)),
			];
		}),
		...[...weeks].flatMap(([period, { papers }]) =>
			listParts('[year]/w[week]/[...part]', periodPath(period), period, papers.length),
		),
		...[...months].flatMap(([period, { papers }]): SitePage[] => [
			{ route: '[year]/[month]/index', path: periodPath(period), key: { period } },
			...listParts('[year]/[month]/papers/[...part]', periodPapersPath(period), period, papers.length),
		]),
		...[...days].flatMap(([period, { papers }]) =>
			listParts('[year]/[month]/[day]/[...part]', periodPath(period), period, papers.length),
		),
	];
}

type PeriodListRoute =
	| '[year]/papers/[...part]'
	| '[year]/w[week]/[...part]'
	| '[year]/[month]/papers/[...part]'
	| '[year]/[month]/[day]/[...part]';

function listParts(route: PeriodListRoute, path: SitePath, period: string, length: number): SitePage[] {
	return partNumbers(length).map((part) => ({ route, path: partPath(path, part), key: { period, part } }));
}

function topicPages(source: ArchiveSource): SitePage[] {
	const { topics, unsorted } = catalogueOf(source);
	const ofTopics = [...topics].flatMap(([slug, papers]): SitePage[] => [
		...partNumbers(papers.length).map((part): SitePage => {
			return { route: 'topics/[slug]/[...part]', path: partPath(topicPath(slug), part), key: { slug, part } };
		}),
		{ route: 'topics/[slug]/trend.csv', path: `${topicPath(slug)}trend.csv`, key: { slug } },
	]);
	return [
		...ofTopics,
		...partNumbers(unsorted.length).map((part): SitePage => {
			return { route: 'topics/unsorted/[...part]', path: partPath(unsortedPath, part), key: { part } };
		}),
	];
}

function trendPages(source: ArchiveSource): SitePage[] {
	return [
		...trendChartsOf(source).map((chart): SitePage => {
			return { route: 'trends/[chart].csv', path: trendCsvPath(chart), key: { chart } };
		}),
		...(['periods', ...Array(source.termPeriods.files).keys()] as const).map((file): SitePage => {
			return { route: 'trends/terms-[file].js', path: termFilePath(file), key: { file } };
		}),
		...source.summary.topics
			.filter(({ papers }) => papers >= papersToTell)
			.map(({ slug }): SitePage => {
				return { route: 'topics/[slug]/rising/index', path: changesPath({ topic: slug }), key: { topic: slug } };
			}),
		...source.termChanges.flatMap(({ of }): SitePage[] => {
			if ('topic' in of) return [];
			const path = changesPath(of);
			const kind = periodKind(of.period);
			if (kind === 'week') return [{ route: '[year]/w[week]/rising/index', path, key: of }];
			if (kind === 'year') return [{ route: '[year]/rising/index', path, key: of }];
			return [{ route: '[year]/[month]/rising/index', path, key: of }];
		}),
	];
}

function organizationPages(source: ArchiveSource): SitePage[] {
	return [...catalogueOf(source).organizations].flatMap(([slug, papers]) =>
		partNumbers(papers.length).map((part): SitePage => {
			const path = partPath(organizationPath(slug), part);
			return { route: 'organizations/[slug]/[...part]', path, key: { slug, part } };
		}),
	);
}

function listingPages(source: ArchiveSource): SitePage[] {
	const route = 'listings/[key]/[...part]';
	const closed = partNumbers(source.report.listings.length, listingsPartSize).filter((part) => part !== null);
	const conflicts: SitePath = '/listings/conflicts/';
	return [
		...partNumbers(source.summary.conflicting.length).map((part): SitePage => {
			return { route: 'listings/conflicts/[...part]', path: partPath(conflicts, part), key: { part } };
		}),
		...closed.map((part): SitePage => ({ route, path: partPath('/listings/', part), key: { part } })),
		...[...listingGroups(source).values()].flatMap((group) =>
			Array.from({ length: group.parts }, (_, nth): SitePage => {
				const part = nth + 1;
				return { route, path: listingPartPath(group.key, part), key: { listing: group.key, part } };
			}),
		),
	];
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
