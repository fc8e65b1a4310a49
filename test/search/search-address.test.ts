import { expect, test } from 'vitest';
import { queryIn, searchOf } from '../../src/browser/search-address.ts';
import type { Query } from '../../src/search/client/query.ts';

const nothing: Query = { text: '', topic: null, year: null, order: 'relevance' };

test.each<[string, Query]>([
	['?', nothing],
	['?q=late+interaction', { ...nothing, text: 'late interaction' }],
	[
		'?q=a%26b%3D%23&topic=bees&year=undated&sort=comments',
		{ text: 'a&b=#', topic: 'bees', year: 'undated', order: 'comments' },
	],
	['?year=2024&sort=date', { ...nothing, year: '2024', order: 'date' }],
])('%s is the address of its query', (search, query) => {
	expect(searchOf(query)).toBe(search);
	expect(queryIn(`https://example.org/search/${search}`)).toEqual(query);
});

test('what an address says amiss is not said', () => {
	expect(queryIn('file:///site/search/index.html?q=&topic=&sort=hostile&other=1#x')).toEqual(nothing);
});
