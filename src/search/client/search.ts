import type { PagefindCounts, PagefindInstance, PagefindResponse, PagefindResult } from './pagefind.ts';
import { filtersOf, orderOf, type Query, termOf, textsWithAWordLess } from './query.ts';
import { concatenated, mergedByComments, type NextRecords } from './results.ts';
import { type ResultRow, resultRow } from './row.ts';
import type { SearchSeam } from './seam.ts';

/** What was found. */
export interface Found {
	/** The query that was answered: the one asked, or with a word less when no paper has all of them. */
	query: Query;
	total: number;
	/** The next rows of the list; fewer than `count` at its end. Calls must not overlap. */
	next(count: number): Promise<ResultRow[]>;
}

/** For each value of a filter, how many papers would be found with it and the query's other filter. */
export interface FilterCounts {
	topic: ReadonlyMap<string, number>;
	year: ReadonlyMap<string, number>;
}

export interface Search {
	/** Rejects when files of the index cannot be loaded. */
	search(query: Query): Promise<Found>;
	/** Counts what an answered query finds. Loads all filters when it is first called. */
	counts(query: Query): Promise<FilterCounts>;
	/** Ends the search's worker. */
	close(): Promise<void>;
}

/** The best of 600 measured queries: a title says more than an abstract, and a word said twice not more than once. */
const ranking = { termFrequency: 0, termSimilarity: 5, metaWeights: { title: 10 } };

/** The filter that tells segments apart. */
const segmentFilter = 'segment';

/** Opens the search of this copy of the site: loads Pagefind and the first files of every segment. */
export async function openSearch(seam: SearchSeam, attempt = 1): Promise<Search> {
	const [newest, ...older] = seam.segments;
	if (!newest) return nothingToSearch;
	const { createInstance } = await seam.load(attempt);
	const pagefind = createInstance({ ...indexOptions(newest), basePath: newest.folder, noWorker: !seam.worker });
	// Reports a first segment that cannot be opened; a merge would wait for it without end.
	await pagefind.options({ ranking });
	await Promise.all(older.map((segment) => pagefind.mergeIndex(segment.folder, { ...indexOptions(segment), ranking })));
	return searchOf(
		pagefind,
		seam.segments.map(({ name }) => name),
	);
}

function indexOptions({ name, cacheTag }: SearchSeam['segments'][number]) {
	return { language: 'en', metaCacheTag: cacheTag, mergeFilter: { [segmentFilter]: name } };
}

const nothingToSearch: Search = {
	search: async (query) => ({ query, total: 0, next: async () => [] }),
	counts: async () => ({ topic: new Map(), year: new Map() }),
	close: async () => {},
};

/** The search over an open instance of Pagefind with these segments, newest first. */
export function searchOf(pagefind: PagefindInstance, segments: readonly string[]): Search {
	return {
		async search(asked) {
			let query = asked;
			let found = await results(pagefind, segments, query);
			if (found.total === 0) {
				query = { ...asked, text: await answerableText(pagefind, asked.text) };
				if (query.text !== asked.text) found = await results(pagefind, segments, query);
			}
			const { total, next } = found;
			return { query, total, next: async (count) => (await next(count)).map(resultRow) };
		},
		async counts(query) {
			await pagefind.filters();
			const [ofTopics, ofYears] = await Promise.all([
				pagefind.search(termOf(query), { filters: filtersOf({ ...query, topic: null }) }),
				pagefind.search(termOf(query), { filters: filtersOf({ ...query, year: null }) }),
			]);
			return { topic: countsIn(ofTopics, 'topic'), year: countsIn(ofYears, 'year') };
		},
		close: () => pagefind.destroy(),
	};
}

function countsIn({ filters }: { filters: PagefindCounts }, name: string): Map<string, number> {
	return new Map(Object.entries(filters[name] ?? {}));
}

/**
 * The text, or, when no paper has all of its words, the text without that one whose absence leaves the fewest papers.
 * Filters do not matter here: a filter never changes the words that are searched.
 */
async function answerableText(pagefind: PagefindInstance, text: string): Promise<string> {
	const shorter = textsWithAWordLess(text);
	if (shorter.length === 0 || (await pagefind.search(text.trim(), {})).results.length > 0) return text;
	let best = { text, found: Number.POSITIVE_INFINITY };
	for (const candidate of shorter) {
		const found = (await pagefind.search(candidate, {})).results.length;
		if (found > 0 && found < best.found) best = { text: candidate, found };
	}
	return best.text;
}

async function results(
	pagefind: PagefindInstance,
	segments: readonly string[],
	query: Query,
): Promise<{ total: number; next: NextRecords }> {
	const order = orderOf(query);
	if (order === 'relevance') {
		const { results } = await pagefind.search(termOf(query), { filters: filtersOf(query) });
		return { total: results.length, next: concatenated([results]) };
	}
	const lists = await sortedInSegments(pagefind, segments, query, order);
	const total = lists.reduce((sum, list) => sum + list.length, 0);
	return { total, next: order === 'date' ? concatenated(lists) : mergedByComments(lists) };
}

/** Pagefind sorts within a segment only, and mixes segments: each is asked for by itself. Newest first, as they are. */
async function sortedInSegments(
	pagefind: PagefindInstance,
	segments: readonly string[],
	query: Query,
	key: 'date' | 'comments',
): Promise<PagefindResult[][]> {
	const responses = await Promise.all(
		segments.map(
			(segment): Promise<PagefindResponse> =>
				pagefind.search(termOf(query), {
					filters: { ...filtersOf(query), ...(segments.length > 1 && { [segmentFilter]: segment }) },
					sort: { [key]: 'desc' },
				}),
		),
	);
	return responses.map(({ results }) => results);
}
