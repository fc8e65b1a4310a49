import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, runInContext, runInThisContext } from 'node:vm';
import { z } from 'zod';
import { DaybookError } from '../../src/errors.ts';
import type { Found, Search } from '../../src/search/client/found.ts';
import type { Order, Query } from '../../src/search/client/query.ts';
import type { ResultRow } from '../../src/search/client/row.ts';
import type { JudgedSearch } from './search-quality.ts';

/** Opens the search of a site in this process, by the scripts that its pages load. Throws `bench/no-search`. */
export async function openInNode(site: string): Promise<Search> {
	const folder = join(site, 'pagefind');
	const [seamScript, searchScript] = await Promise.all(['open.js', 'search.js'].map((name) => script(folder, name)));
	const page = createContext({ document: { currentScript: { src: 'file:///pagefind/open.js' } }, URL });
	runInContext(seamScript ?? '', page);
	runInThisContext(searchScript ?? '');
	const { segments, titleFiles } = seamSchema.parse(Reflect.get(page, 'daybookSearch'));
	if (!globalThis.daybookOpenSearch) throw noSearch(join(folder, 'search.js'));
	return await globalThis.daybookOpenSearch({
		segments,
		titleFiles,
		read: async (path) => new Uint8Array(await readFile(join(folder, path))),
		address: (path) => path,
	});
}

const seamSchema = z.object({
	titleFiles: z.int(),
	segments: z.array(
		z.object({
			folder: z.string(),
			from: z.string().nullable(),
			to: z.string().nullable(),
			papers: z.int(),
			hash: z.string(),
		}),
	),
});

async function script(folder: string, name: string): Promise<string> {
	try {
		return await readFile(join(folder, name), 'utf8');
	} catch (cause) {
		throw noSearch(join(folder, name), cause);
	}
}

function noSearch(file: string, cause?: unknown): DaybookError {
	return new DaybookError({
		code: 'bench/no-search',
		message: 'This site has no search index.',
		hint: 'run npm run build, or name the folder of a site with --from',
		location: { file },
		cause,
	});
}

/** A query without filters. */
export function queryOf(text: string, order: Order = 'relevance'): Query {
	return { text, topic: null, year: null, organization: null, code: false, order, literal: false };
}

/** The first rows as a reader sees them who searches older papers too. */
export async function firstRows(found: Found, count = 10): Promise<ResultRow[]> {
	const rows = [...found.named];
	for (const list of found.lists) {
		if (rows.length < count) rows.push(...(await list.next(count - rows.length)));
	}
	for (const list of rows.length < count ? ((await found.older?.search()) ?? []) : []) {
		if (rows.length < count) rows.push(...(await list.next(count - rows.length)));
	}
	return rows.slice(0, count);
}

export function judgedDaybook(search: Search): JudgedSearch {
	return {
		name: 'Daybook',
		titles: async (query) => (await firstRows(await search.search(queryOf(query)))).map(({ title }) => title),
	};
}
