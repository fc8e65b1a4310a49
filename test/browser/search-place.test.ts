import { expect, test } from 'vitest';
import { placeIn, start } from '../../src/browser/search-place.ts';

test.each([
	[null, start],
	['x', start],
	[{ lengths: 'x', top: 'x', typing: 'x' }, start],
	[
		{ lengths: [20, '7', 10], top: 300, typing: true, other: 1 },
		{ lengths: [20, 10], top: 300, typing: true },
	],
])('the place in the state %o', (state, place) => {
	expect(placeIn(state)).toEqual(place);
});
