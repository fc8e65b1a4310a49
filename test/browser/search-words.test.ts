import { expect, test } from 'vitest';
import { noQuery } from '../../src/browser/search-address.ts';
import {
	askingNothingInWords,
	counted,
	factsOf,
	looserInWords,
	olderInWords,
	periodInWords,
	valueInWords,
} from '../../src/browser/search-words.ts';
import type { Query } from '../../src/search/client/query.ts';

const row = {
	path: '/papers/x/',
	title: 'X',
	excerpt: [],
	authors: [],
	authorCount: null,
	organization: null,
	date: null,
	comments: null,
	upvotes: null,
};

test.each<[Partial<typeof row> | object, string]>([
	[{}, 'date not stated'],
	[{ date: '2025', authorCount: 1 }, '2025 · 1 author'],
	[{ date: '2025-11', authors: ['A', 'B'], comments: 0 }, 'November 2025 · A, B · 0 comments'],
	[
		{ date: '2025-11-04', authors: ['A', 'B', 'C', 'D'], organization: 'O', comments: 1, upvotes: 1234 },
		'4 November 2025 · A, B, C and 1 more · O · 1 comment · 1\u2009234 upvotes',
	],
	[{ authors: ['A', 'B', 'C'], authorCount: 12 }, 'date not stated · A, B, C and 9 more'],
])('the facts of %o', (known, words) => {
	expect(factsOf({ ...row, ...known })).toBe(words);
});

test('numbers have thin spaces, and nouns their number', () => {
	expect([0, 1, 999, 1000, 41_200, 1_234_567].map((papers) => counted(papers, 'paper'))).toEqual([
		'0 papers',
		'1 paper',
		'999 papers',
		'1\u2009000 papers',
		'41\u2009200 papers',
		'1\u2009234\u2009567 papers',
	]);
});

test('periods and years', () => {
	expect(periodInWords({ from: '2019', to: '2021' })).toBe('2019–2021');
	expect(periodInWords({ from: '2019', to: '2019' })).toBe('2019');
	expect(periodInWords({ from: null, to: null })).toBe('Date not stated');
	expect(olderInWords({ period: { from: '2016', to: '2023' }, papers: 41_200, search: async () => [] })).toBe(
		'Search older papers too (2016–2023, 41\u2009200 papers)',
	);
	expect(valueInWords('2019..2021')).toBe('2019–2021');
	expect(valueInWords('undated')).toBe('Not stated');
	expect(valueInWords('google', { name: 'Google' })).toBe('Google');
});

test.each<[Partial<Query>, Partial<Query>, string]>([
	[{ text: 'a b' }, { text: 'a' }, 'Without “b”: 2 papers'],
	[{ topic: 'bees' }, {}, 'In all topics: 2 papers'],
	[{ year: '2020' }, {}, 'In all years: 2 papers'],
	[{ organization: 'google' }, {}, 'Of all organisations: 2 papers'],
	[{ code: true }, {}, 'With and without code: 2 papers'],
	[{ topic: 'bees', code: true }, {}, 'Without filters: 2 papers'],
])('what of %o is left out', (asked, looser, words) => {
	const query = { ...noQuery, ...looser };
	expect(looserInWords({ query, without: 'b', papers: 2 }, { ...noQuery, ...asked })).toBe(words);
});

test('what is said to a text without words', () => {
	expect([' " ', '-'].map(askingNothingInWords)).toEqual([
		'“"” has no word to search for.',
		'“-” has no word to search for.',
	]);
});
