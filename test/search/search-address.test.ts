import { expect, test } from 'vitest';
import { asksNothing, noQuery, queryIn, searchOf } from '../../src/browser/search-address.ts';
import type { Query } from '../../src/search/client/query.ts';

const nothing: Query = {
	text: '',
	topic: null,
	year: null,
	organization: null,
	code: false,
	order: 'relevance',
	literal: false,
};

test.each<[string, Query]>([
	['?', nothing],
	['?q=late+interaction', { ...nothing, text: 'late interaction' }],
	[
		'?q=a%26b%3D%23&topic=bees&year=undated&sort=comments',
		{ ...nothing, text: 'a&b=#', topic: 'bees', year: 'undated', order: 'comments' },
	],
	['?year=2024&sort=date', { ...nothing, year: '2024', order: 'date' }],
	[
		'?q=x&year=2019..2021&org=google&code=1&sort=overall&literal=1',
		{
			...nothing,
			text: 'x',
			year: '2019..2021',
			organization: 'google',
			code: true,
			order: 'overall',
			literal: true,
		},
	],
])('%s is the address of its query', (search, query) => {
	expect(searchOf(query)).toBe(search);
	expect(queryIn(`https://example.org/search/${search}`)).toEqual(query);
});

test('what an address says amiss is not said', () => {
	expect(queryIn('file:///site/search/index.html?q=&topic=&org=&code=yes&literal=&sort=hostile&other=1#x')).toEqual(
		nothing,
	);
});

test.each<[Partial<Query>, boolean]>([
	[{}, true],
	[{ text: ' "-" ' }, true],
	[{ order: 'date', literal: true }, true],
	[{ text: 'ℓ' }, false],
	[{ text: '陈' }, false],
	[{ code: true }, false],
	[{ year: 'undated' }, false],
	[{ organization: 'google' }, false],
])('whether %o asks for nothing: %s', (query, expected) => {
	expect(asksNothing({ ...noQuery, ...query })).toBe(expected);
});
