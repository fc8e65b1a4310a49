import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { dateOf } from '../../src/records/paper.ts';
import type { PublishedPaper } from '../../src/records/published-paper.ts';
import type { Found, Search } from '../../src/search/client/found.ts';
import type { Query } from '../../src/search/client/query.ts';
import type { ResultRow } from '../../src/search/client/row.ts';
import type { SearchSeam } from '../../src/search/client/seam.ts';
import { gzip } from '../../src/search/index/gzip.ts';

/** Puts papers where a built site publishes them. */
export async function publish(dist: string, published: readonly PublishedPaper[]): Promise<void> {
	await mkdir(join(dist, 'data/papers'), { recursive: true });
	const shards = Map.groupBy(published, (paper) => dateOf(paper)?.slice(0, 7) ?? 'undated');
	for (const [name, ofShard] of shards) {
		const lines = ofShard.map((paper) => `${JSON.stringify(paper)}\n`).join('');
		await writeFile(join(dist, 'data/papers', `${name}.jsonl.gz`), gzip(lines));
	}
}

/** What an opened search reads, and may be kept from reading. */
export interface WatchedSearch {
	search: Search;
	/** Paths that were read. */
	read: string[];
}

/** The search of a site, as its own script opens it, with files from the disk. `fails` says which cannot be loaded. */
export async function openedSearch(
	dist: string,
	fails: (path: string) => boolean = () => false,
): Promise<WatchedSearch> {
	const folder = join(dist, 'pagefind');
	const read: string[] = [];
	const seam: SearchSeam = {
		segments: JSON.parse(readFileSync(join(folder, 'segments.json'), 'utf8')).reverse(),
		titleFiles: readdirSync(join(folder, 'titles')).length,
		async read(path) {
			read.push(path);
			if (fails(path)) throw new Error(`${path} is not there`);
			return new Uint8Array(await readFile(join(folder, path)));
		},
		address: (path) => path,
	};
	const open: unknown = runInThisContext(
		`${readFileSync(join(folder, 'search.js'), 'utf8')}; globalThis.daybookOpenSearch`,
	);
	if (typeof open !== 'function') throw new Error('search.js did not define how the search is opened');
	return { search: await open(seam), read };
}

export function queryWith(asked: Partial<Query>): Query {
	const nothing = { text: '', topic: null, year: null, organization: null, code: false };
	return { ...nothing, order: 'relevance', literal: false, ...asked };
}

/** What was found, all of it. */
export interface Whole {
	text: string;
	change: Found['change'];
	named: ResultRow[];
	lists: { from: string | null | undefined; total: number; rows: ResultRow[] }[];
	older: number;
	ranked: boolean;
}

export async function wholeAnswer(
	search: Search,
	asked: Partial<Query>,
	options: { typing?: boolean } = {},
): Promise<Whole> {
	const { query, change, named, lists, older, ranked } = await search.search(queryWith(asked), options);
	const whole: Whole['lists'] = [];
	for (const { period, total, next } of lists) {
		const rows: ResultRow[] = [];
		for (let more = await next(7); more.length > 0; more = await next(7)) rows.push(...more);
		whole.push({ from: period?.from, total, rows });
	}
	return { text: query.text, change, named, lists: whole, older: older?.papers ?? 0, ranked };
}
