import type { Page } from 'puppeteer-core';
import { queryIn } from '../../src/browser/search-address.ts';
import { sha256 } from '../../src/records/hash.ts';
import type { FilterCounts, Found, Period } from '../../src/search/client/found.ts';
import type { Query } from '../../src/search/client/query.ts';
import type { ResultRow } from '../../src/search/client/row.ts';

const texts = [
	...[
		'learning',
		'language models',
		'models language',
		'sparse retrieval',
		'transformer',
		'pre-training',
		'pretraining',
	],
	...['"language models"', '"learned sparse retrieval"', 'models -language', 'quantization topic:compression'],
	...['retrieval year:2021..2023', 'embedding year:2023..', 'learning year:undated', 'quantizaton', 'retreival'],
	...['zzzqqq learning', 'nothingofthekind', 'café', 'a', 'the of and', 'LoRA', 'org:google data', '2310.06694', 'β'],
];

const filters = [
	...['q=learning&sort=date', 'q=learning&sort=comments', 'q=learning&sort=upvotes', 'q=learning&sort=overall'],
	...['q=models&topic=compression', 'q=models&topic=compression&year=2023', 'q=models&year=2023&sort=date'],
	...['q=retrieval&code=1', 'topic=dense-retrieval', 'topic=dense-retrieval&sort=comments', 'year=2024&sort=date'],
	...['year=undated', 'org=google', 'q=quantizaton&literal=1', 'q=%22neural+networks%22&topic=weight-space&sort=date'],
];

/** What readers ask: words, phrases, operators, misspelt words, filters and orders. */
export const queries: readonly Query[] = [
	...texts.map((text) => queryIn(`https://daybook.example/?${new URLSearchParams({ q: text })}`)),
	...filters.map((said) => queryIn(`https://daybook.example/?${said}`)),
];

/** Answers by what was asked: how many papers were found, and a hash of rows, excerpts and counts. */
export type Answers = Record<string, string>;

/** What the search of an open page answers to all queries. */
export async function answersOn(page: Page): Promise<Answers> {
	const answers = await page.evaluate(answered, queries);
	return Object.fromEntries(
		answers.map(({ total, ...answer }, at) => [
			JSON.stringify(queries[at]),
			`${total} ${sha256(JSON.stringify(answer))}`,
		]),
	);
}

interface Answered extends Pick<Found, 'change' | 'named'> {
	total: number;
	answered: Query;
	rows: { period: Period | null; total: number; rows: ResultRow[] }[];
	older: number;
	counts: FilterCounts;
	completions: string[];
}

/** Runs in the page: opens its search as the page does, and asks one query after another. */
async function answered(asked: readonly Query[]): Promise<Answered[]> {
	const settings = document.querySelector<HTMLScriptElement>('script[src$="settings.js"]');
	for (const file of ['open.js', 'search.js']) {
		const script = document.createElement('script');
		script.src = new URL(`pagefind/${file}`, settings?.src).href;
		document.head.append(script);
		await new Promise((resolve, reject) => {
			script.addEventListener('load', resolve);
			script.addEventListener('error', reject);
		});
	}
	const seam = globalThis.daybookSearch;
	if (!seam) throw new Error('open.js defined no search');
	const search = await globalThis.daybookOpenSearch?.(seam);
	if (!search) throw new Error('search.js defined no search');
	return await asked.reduce(async (before: Promise<Answered[]>, query) => {
		const answers = await before;
		const { lists, named, change, query: answered, older } = await search.search(query);
		const rows = await Promise.all(
			lists.map(async ({ period, total, next }) => ({ period, total, rows: await next(10) })),
		);
		const counts = await search.counts(query);
		const completions = await search.completions(query.text);
		const total = lists.reduce((sum, list) => sum + list.total, 0);
		return [...answers, { total, change, answered, named, rows, older: older?.papers ?? 0, counts, completions }];
	}, Promise.resolve([]));
}
