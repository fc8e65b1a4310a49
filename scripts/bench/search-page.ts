import type { Options } from 'minisearch';
import type { Found } from '../../src/search/client/found.ts';
import type { Order } from '../../src/search/client/query.ts';
import type { IndexedPaper } from './minisearch.ts';

/** A search that was opened in a page. */
export interface PageSearch {
	/** Titles of the first ten rows at most, when the data of all of them is there. */
	rows(text: string, how: { typing: boolean; order?: Order }): Promise<string[]>;
}

export interface DaybookInPage extends PageSearch {
	/** Counts beside filters for a text, without its rows. */
	counts(text: string): Promise<void>;
	/** Searches older papers for what was searched last, and gives how many of ten rows of each list came; null without. */
	older(): Promise<number | null>;
}

// The functions below are sent to a page as text and run there: they know nothing of this file.

/** Daybook's, by the two scripts that a page adds when its reader comes to the search. */
export async function openDaybook(): Promise<DaybookInPage> {
	for (const name of ['open.js', 'search.js']) {
		const script = document.createElement('script');
		script.src = `pagefind/${name}`;
		const loaded = new Promise((resolve, reject) => {
			script.onload = resolve;
			script.onerror = reject;
		});
		document.head.append(script);
		await loaded;
	}
	const { daybookSearch: seam, daybookOpenSearch: open } = globalThis;
	if (!seam || !open) throw new Error('The scripts of the search did not define it.');
	const search = await open(seam);
	const queryOf = (text: string, order: Order) => ({
		...{ text, topic: null, year: null, organization: null, code: false, order, literal: false },
	});
	let last: Found | null = null;
	return {
		async rows(text, { typing, order = 'relevance' }) {
			last = await search.search(queryOf(text, order), { typing });
			const rows = [...last.named];
			for (const list of last.lists) {
				if (rows.length < 10) rows.push(...(await list.next(10 - rows.length)));
			}
			return rows.slice(0, 10).map(({ title }) => title);
		},
		async counts(text) {
			await search.counts(queryOf(text, 'relevance'));
		},
		async older() {
			const lists = await last?.older?.search();
			if (!lists) return null;
			let rows = 0;
			for (const list of lists) rows += (await list.next(10)).length;
			return rows;
		},
	};
}

interface PlainPagefind {
	init(): Promise<void>;
	search(text: string): Promise<{ results: { data(): Promise<{ meta: { title: string } }> }[] }>;
}

/** Pagefind's own, as its documentation has it. */
export async function openPlain(): Promise<PageSearch> {
	const pagefind: PlainPagefind = await import(new URL('pagefind/pagefind.js', document.baseURI).href);
	await pagefind.init();
	return {
		async rows(text) {
			const { results } = await pagefind.search(text);
			const rows = await Promise.all(results.slice(0, 10).map((result) => result.data()));
			return rows.map(({ meta }) => meta.title);
		},
	};
}

interface MiniSearchModule {
	default: {
		loadJSON(json: string, options: object): { search(text: string): { title: string; text: string }[] };
	};
}

/** MiniSearch, with the whole index in memory. */
export async function openMiniSearch(options: Options<IndexedPaper>): Promise<PageSearch> {
	const { default: miniSearch }: MiniSearchModule = await import(new URL('minisearch.js', document.baseURI).href);
	const index = miniSearch.loadJSON(await (await fetch('index.json')).text(), options);
	return {
		rows: async (text) =>
			index
				.search(text)
				.slice(0, 10)
				.map(({ title }) => title),
	};
}
