import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Found, FoundList, Search } from '../../src/search/client/found.ts';
import type { ResultRow } from '../../src/search/client/row.ts';
import { buildSearchIndex } from '../../src/search/index/build.ts';
import { openInNode, queryOf } from './daybook-search.ts';
import type { Usage } from './measured.ts';
import { randomNumbers } from './random.ts';
import { benchQueries } from './search-bytes.ts';
import type { SearchedSite } from './search-site.ts';
import { onStage } from './search-stage.ts';
import { type CountedTotal, countedTotals } from './search-totals.ts';
import { fixed, grouped, megabytes, table } from './table.ts';

/** An index in segments beside one index of the same papers. */
export interface ScaleReport {
	papers: number;
	/** Null when the index was there. */
	indexing: Usage | null;
	queries: number;
	/** Rows of lists by date before which an older one stands, among the first 200 of each list. */
	inversions: number;
	/** Words whose totals are more than 1 % off a naive count of the papers that have them. */
	miscounted: CountedTotal[];
	/** The queries that find another number of papers in one index. */
	otherTotals: { query: string; total: number; inOne: number }[];
	/** The mean share of one index's first ten that are among the first ten of all segments ranked together. */
	overlap: number;
	/**
	 * The most bytes over the line for a first query: where the newest papers are enough, with all older ones, and where
	 * all are ranked together.
	 */
	newest: number;
	older: number;
	overall: number;
}

const comparedQueries = 100;
const rowsInOrder = 200;

/** Makes the one index too, for which it needs about 100 kB of memory a paper. */
export async function searchScale(site: SearchedSite, work: string): Promise<ScaleReport> {
	const { papers, indexing } = site;
	const queries = twoWordQueries(papers.map(({ title }) => title));
	const one = await oneIndex(site, work);
	try {
		const inSegments = await openInNode(site.folder);
		const words = [...new Set(queries.map((query) => query.split(' ')[0] ?? ''))].filter((word) => !word.includes('-'));
		const totals = await countedTotals(inSegments, papers, words);
		const miscounted = totals.filter(({ total, counted }) => Math.abs(total - counted) > counted / 100);
		const compared = await compare(inSegments, await openInNode(one), queries);
		const counts = { papers: papers.length, queries: queries.length, miscounted };
		return { ...counts, indexing, ...compared, ...(await firstBytes(site)) };
	} finally {
		await rm(one, { recursive: true, force: true });
	}
}

/** Two neighbouring words, of six letters or more, of each of 100 titles spread evenly over all that have such. */
export function twoWordQueries(titles: readonly string[], seed = 1): string[] {
	const random = randomNumbers(seed);
	const pairs = titles.map((title) => {
		const words = title.match(/[\p{L}-]+/gu) ?? [];
		const starts = words.flatMap((word, at) => (Math.min(word.length, words[at + 1]?.length ?? 0) >= 6 ? [at] : []));
		const at = starts[Math.floor(random() * starts.length)];
		return at === undefined ? null : words.slice(at, at + 2).join(' ');
	});
	const whole = pairs.filter((pair) => pair !== null);
	const count = Math.min(comparedQueries, whole.length);
	return Array.from({ length: count }, (_, nth) => whole[Math.floor((nth * whole.length) / count)] ?? '');
}

/** A folder with the same papers and one index of all of them. */
async function oneIndex({ folder, papers }: SearchedSite, work: string): Promise<string> {
	await mkdir(work, { recursive: true });
	const one = await mkdtemp(join(work, 'daybook-bench-one-'));
	await symlink(join(folder, 'data'), join(one, 'data'), 'dir');
	await buildSearchIndex({ dist: one, capacity: papers.length });
	return one;
}

async function compare(inSegments: Search, inOne: Search, queries: readonly string[]) {
	const otherTotals: ScaleReport['otherTotals'] = [];
	const overlaps: number[] = [];
	let inversions = 0;
	for (const query of queries) {
		const ranked = await allLists(await inSegments.search(queryOf(query, 'overall')));
		const reference = await allLists(await inOne.search(queryOf(query, 'overall')));
		const [total, totalInOne] = [totalOf(ranked), totalOf(reference)];
		if (total !== totalInOne) otherTotals.push({ query, total, inOne: totalInOne });
		overlaps.push(overlapOf(await firstOf(ranked, 10), await firstOf(reference, 10)));
		const byDate = await allLists(await inSegments.search(queryOf(query, 'date')));
		inversions += inversionsIn((await firstOf(byDate, rowsInOrder)).map(({ date }) => date));
	}
	return { otherTotals, inversions, overlap: overlaps.reduce((sum, share) => sum + share, 0) / overlaps.length };
}

/** The lists of what was searched, and of the older papers. */
async function allLists({ lists, older }: Found): Promise<FoundList[]> {
	return [...lists, ...((await older?.search()) ?? [])];
}

function totalOf(lists: readonly FoundList[]): number {
	return lists.reduce((sum, { total }) => sum + total, 0);
}

async function firstOf(lists: readonly FoundList[], count: number): Promise<ResultRow[]> {
	const rows: ResultRow[] = [];
	for (const list of lists) if (rows.length < count) rows.push(...(await list.next(count - rows.length)));
	return rows;
}

/** The share of the reference that is in a list; all of it when there is none. */
export function overlapOf(rows: readonly { path: string }[], reference: readonly { path: string }[]): number {
	const paths = new Set(rows.map(({ path }) => path));
	return reference.length === 0 ? 1 : reference.filter(({ path }) => paths.has(path)).length / reference.length;
}

/** How many dates stand right behind an older one, where the unknown is the oldest. */
export function inversionsIn(dates: readonly (string | null)[]): number {
	return dates.filter((date, at) => at > 0 && (date ?? '') > (dates[at - 1] ?? '')).length;
}

async function firstBytes(site: SearchedSite): Promise<Pick<ScaleReport, 'newest' | 'older' | 'overall'>> {
	return await onStage(site, {}, async (stage) => {
		const most = { newest: 0, older: 0, overall: 0 };
		const search = async (query: string, order: 'relevance' | 'overall') => {
			const page = await stage.daybook();
			await page.search.evaluate(
				async (search, asked) => {
					await search.rows(asked.query, { typing: false, order: asked.order });
				},
				{ query, order },
			);
			const first = page.bytes();
			const older = await page.search.evaluate(async (search) => await search.older());
			const all = first + page.bytes();
			await page.close();
			return { first, all, isAll: older === null };
		};
		for (const query of benchQueries) {
			const { first, all, isAll } = await search(query, 'relevance');
			if (!isAll) most.newest = Math.max(most.newest, first);
			most.older = Math.max(most.older, all);
			most.overall = Math.max(most.overall, (await search(query, 'overall')).all);
		}
		return most;
	});
}

export function scaleTable(report: ScaleReport): string {
	const { papers, indexing, queries, inversions, miscounted, otherTotals, overlap, newest, older, overall } = report;
	const usage = indexing && [
		['s to make the index', fixed(indexing.wallSeconds, 1)],
		['s of CPU for it', fixed(indexing.cpuSeconds, 1)],
		['MB of memory meanwhile', megabytes(indexing.peakBytes, 0)],
	];
	const rows = [
		...(usage ?? []),
		['rows out of order by date', grouped(inversions)],
		['totals 1 % off a naive count', grouped(miscounted.length)],
		['totals unlike those of one index', grouped(otherTotals.length)],
		['overlap of the first ten with one index', grouped(overlap, 3)],
		['MB for a first query: the newest papers', megabytes(newest, 3)],
		['MB for it and older papers', megabytes(older, 3)],
		['MB for one that ranks all together', megabytes(overall, 3)],
	];
	const others = otherTotals.map(({ query, total, inOne }) => `“${query}” finds ${total}, in one index ${inOne}`);
	const counts = miscounted.map(({ word, total, counted }) => `“${word}” finds ${total}, counted ${counted}`);
	return [table([`${grouped(papers)} papers, ${queries} queries`, ''], rows), ...counts, ...others].join('\n');
}
