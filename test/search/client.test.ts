import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptParts } from '../../src/search/client/excerpt.ts';
import { joinNames, readDate, readNumber, shownDate, shownNumber, splitNames } from '../../src/search/client/facts.ts';
import type { PagefindRecord, PagefindResult } from '../../src/search/client/pagefind.ts';
import { isEmpty, textsWithAWordLess } from '../../src/search/client/query.ts';
import { concatenated, mergedByComments, type NextRecords } from '../../src/search/client/results.ts';
import { openSearch } from '../../src/search/client/search.ts';

const recordWith = (known: Partial<PagefindRecord>): PagefindRecord => ({
	raw_url: '/papers/x/',
	content: '',
	meta: {},
	excerpt: '',
	plain_excerpt: '',
	...known,
});

describe('facts', () => {
	test.each(['2025', '2025-11', '2025-11-24'])('the date %s is read as it was written', (date) => {
		expect(readDate(shownDate(date))).toBe(date);
	});

	test.each([0, 7, 12_345])('the number %d is read as it was written', (value) => {
		expect(readNumber(shownNumber(value))).toBe(value);
	});

	test.each([undefined, '', '12', 'ʘ', 'ʘx', 'ʘ-1'])('%j is no fact', (meta) => {
		expect([readNumber(meta), readDate(meta)]).toEqual([null, null]);
	});

	test('names', () => {
		expect(splitNames(joinNames(['Ada Quill', 'B; C']))).toEqual(['Ada Quill', 'B, C']);
		expect(splitNames(undefined)).toEqual([]);
	});
});

describe('excerptParts', () => {
	test('marks what Pagefind marked, and says where the text goes on', () => {
		const parts = excerptParts(
			recordWith({
				content: 'all a < b\nand more',
				excerpt: 'a &lt; <mark>b</mark> and',
				plain_excerpt: 'a &lt; b and',
			}),
		);
		expect(parts).toEqual([
			{ text: '… ', marked: false },
			{ text: 'a < ', marked: false },
			{ text: 'b', marked: true },
			{ text: ' and', marked: false },
			{ text: ' …', marked: false },
		]);
	});

	test('markup of listings stays text', () => {
		const escaped = '&lt;mark&gt;x&lt;/mark&gt; &lt;img/src=x/onerror=alert(1)&gt; &amp;quot;';
		const parts = excerptParts(
			recordWith({
				content: '<mark>x</mark> <img/src=x/onerror=alert(1)> &amp;quot;',
				excerpt: escaped,
				plain_excerpt: escaped,
			}),
		);
		expect(parts).toEqual([{ text: '<mark>x</mark> <img/src=x/onerror=alert(1)> &amp;quot;', marked: false }]);
	});

	test('is empty when the title is all there is', () => {
		expect(excerptParts(recordWith({ content: 'On bees', excerpt: 'On bees', meta: { title: 'On bees' } }))).toEqual(
			[],
		);
	});
});

describe('textsWithAWordLess', () => {
	test.each([
		['late  interaction ', ['interaction', 'late']],
		['a b c', ['b c', 'a c', 'a b']],
		['word', []],
		['', []],
		['"late interaction" model', []],
		['one two three four five six seven eight nine', []],
	])('%j', (text, expected) => {
		expect(textsWithAWordLess(text)).toEqual(expected);
	});
});

test.each([
	[{ text: ' ', topic: null, year: null }, true],
	[{ text: 'x', topic: null, year: null }, false],
	[{ text: '', topic: 'bees', year: null }, false],
	[{ text: '', topic: null, year: 'undated' }, false],
])('whether %j is empty: %j', (query, expected) => {
	expect(isEmpty({ ...query, order: 'relevance' })).toBe(expected);
});

describe('lists of results', () => {
	/** Comments of papers, most first and unknown last, as lists that know what was loaded of them. */
	const lists = fc.array(
		fc
			.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 6 })
			.map((comments) => comments.sort((a, b) => (b ?? -1) - (a ?? -1))),
		{ maxLength: 4 },
	);

	function resultsOf(commentsOfLists: readonly (readonly (number | null)[])[]) {
		let loaded = 0;
		const made = commentsOfLists.map((comments, list) =>
			comments.map(
				(count, at): PagefindResult => ({
					data: async () => {
						loaded += 1;
						return recordWith({
							raw_url: `${list}.${at}`,
							meta: count === null ? {} : { comments: shownNumber(count) },
						});
					},
				}),
			),
		);
		return { made, loaded: () => loaded };
	}

	async function drained(next: NextRecords, step: number): Promise<PagefindRecord[]> {
		const records = await next(step);
		return records.length < step ? records : [...records, ...(await drained(next, step))];
	}

	test('merging by comments is sorting all by comments, ties by list', async () => {
		await fc.assert(
			fc.asyncProperty(lists, fc.integer({ min: 1, max: 5 }), async (comments, step) => {
				const all = comments.flatMap((list, ofList) => list.map((count, at) => ({ count, url: `${ofList}.${at}` })));
				const expected = all.sort((a, b) => (b.count ?? -1) - (a.count ?? -1)).map(({ url }) => url);
				const { made } = resultsOf(comments);
				expect((await drained(mergedByComments(made), step)).map((record) => record.raw_url)).toEqual(expected);
			}),
		);
	});

	test('merging loads one record ahead in each list', async () => {
		const { made, loaded } = resultsOf([Array(50).fill(5), Array(50).fill(4), Array(50).fill(3)]);
		await mergedByComments(made)(10);
		expect(loaded()).toBe(10 + 3);
	});

	test('concatenating is concatenating', async () => {
		await fc.assert(
			fc.asyncProperty(lists, fc.integer({ min: 1, max: 5 }), async (comments, step) => {
				const { made } = resultsOf(comments);
				const expected = comments.flatMap((list, ofList) => list.map((_, at) => `${ofList}.${at}`));
				expect((await drained(concatenated(made), step)).map((record) => record.raw_url)).toEqual(expected);
			}),
		);
	});
});

test('an empty archive is searched without loading anything', async () => {
	const search = await openSearch({
		segments: [],
		worker: true,
		load: () => Promise.reject(new Error('not to be loaded')),
		address: (path) => path,
	});
	const query = { text: 'bees', topic: null, year: null, order: 'date' } as const;
	const found = await search.search(query);
	expect([found.total, await found.next(10)]).toEqual([0, []]);
	expect((await search.counts(query)).topic.size).toBe(0);
});
