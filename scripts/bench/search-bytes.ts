import type { PageSearch } from './search-page.ts';
import type { SearchedSite } from './search-site.ts';
import { type OpenedPage, onStage, type Stage } from './search-stage.ts';
import { grouped, table } from './table.ts';

/** What a search costs over the line, in bytes with headers. */
export interface SearchBytes {
	/** From nothing to ten rows. */
	first: number;
	/** When another of the queries was asked before; the most of all these. */
	next: number;
	/** From nothing, when all of it is typed letter by letter, each letter answered. */
	typed: number;
}

export interface BytesReport {
	papers: number;
	queries: { query: string; daybook: SearchBytes; plain: SearchBytes }[];
	/** The sum of Daybook's first queries ÷ that of plain Pagefind's. */
	ratio: number;
	/** What comes on top of a first query, once each. */
	extras: { of: string; bytes: number }[];
}

export const benchQueries = ['diffusion', 'large language models', 'quantization of weights', 'anomaly segmentation'];

/** Weighs searches beside those of plain Pagefind: one index over pages, nothing set, in its worker. */
export async function searchBytes(site: SearchedSite): Promise<BytesReport> {
	return await onStage(site, { plain: true }, async (stage) => {
		const weighed: BytesReport['queries'] = [];
		for (const query of benchQueries) {
			weighed.push({ query, daybook: await bytesOf(stage.daybook, query), plain: await bytesOf(stage.plain, query) });
		}
		const sum = (name: 'daybook' | 'plain') => weighed.reduce((bytes, { [name]: { first } }) => bytes + first, 0);
		return {
			papers: site.papers.length,
			queries: weighed,
			ratio: sum('daybook') / sum('plain'),
			extras: await extraBytes(stage),
		};
	});
}

async function bytesOf(open: () => Promise<OpenedPage<PageSearch>>, query: string): Promise<SearchBytes> {
	const first = await afterAnother(open, null, query);
	const others = benchQueries.filter((other) => other !== query);
	const next: number[] = [];
	for (const other of others) next.push(await afterAnother(open, other, query));
	return { first, next: Math.max(...next), typed: await typedBytes(open, query) };
}

async function afterAnother(open: () => Promise<OpenedPage<PageSearch>>, other: string | null, query: string) {
	const { search, bytes, close } = await open();
	const rows = (text: string) =>
		search.evaluate(async (search, text) => await search.rows(text, { typing: false }), text);
	if (other !== null) {
		await rows(other);
		bytes();
	}
	await rows(query);
	await close();
	return bytes();
}

async function typedBytes(open: () => Promise<OpenedPage<PageSearch>>, query: string): Promise<number> {
	const { search, bytes, close } = await open();
	await search.evaluate(async (search, query) => {
		for (let length = 1; length <= query.length; length++) await search.rows(query.slice(0, length), { typing: true });
	}, query);
	await close();
	return bytes();
}

/** Bytes that an order, or filters that are opened, load on top of the same query by relevance. */
async function extraBytes({ daybook }: Stage): Promise<BytesReport['extras']> {
	const [query = ''] = benchQueries;
	const extras: BytesReport['extras'] = [];
	for (const order of ['overall', 'date', 'comments', 'upvotes'] as const) {
		const { search, bytes, close } = await daybook();
		await search.evaluate(async (search, query) => await search.rows(query, { typing: false }), query);
		bytes();
		await search.evaluate(
			async (search, asked) => await search.rows(asked.query, { typing: false, order: asked.order }),
			{
				query,
				order,
			},
		);
		await close();
		extras.push({ of: `order ${order}`, bytes: bytes() });
	}
	const { search, bytes, close } = await daybook();
	await search.evaluate(async (search, query) => await search.rows(query, { typing: false }), query);
	bytes();
	await search.evaluate(async (search, query) => await search.counts(query), query);
	extras.push({ of: 'filters', bytes: bytes() });
	await search.evaluate(async (search) => await search.older());
	extras.push({ of: 'older papers', bytes: bytes() });
	await close();
	return extras;
}

export function bytesTable({ papers, queries, ratio, extras }: BytesReport): string {
	const kilobytes = (bytes: number) => grouped(bytes / 1000, 1);
	const cells = ({ first, next, typed }: SearchBytes) => [first, next, typed].map(kilobytes);
	const total = (name: 'daybook' | 'plain') => kilobytes(queries.reduce((sum, query) => sum + query[name].first, 0));
	const head = ['first', 'next', 'typed'];
	const rows = queries.map(({ query, daybook, plain }) => [query, ...cells(daybook), ...cells(plain)]);
	return [
		`kB over the line, ${grouped(papers)} papers; Daybook, then plain Pagefind`,
		table(['query', ...head, ...head], [...rows, ['sum', total('daybook'), '', '', total('plain'), '', '']]),
		`Daybook's first queries weigh ${grouped(ratio, 3)} of plain Pagefind's.`,
		'',
		table(
			[`after “${queries[0]?.query}”`, 'kB'],
			extras.map(({ of, bytes }) => [of, kilobytes(bytes)]),
		),
	].join('\n');
}
