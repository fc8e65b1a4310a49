import { expect, test } from 'vitest';
import { type Misread, misreadInWords } from '../../src/search/client/misread-words.ts';

test.each<[Misread, string]>([
	[
		{ kind: 'unknown', operator: 'has', value: 'code', instead: [] },
		'There is no filter “has:”, only topic:, org: and year:.',
	],
	[
		{ kind: 'topic', operator: 'topic', value: 'bess', instead: ['bees', 'ants'] },
		'There is no topic “bess”, but there are bees and ants.',
	],
	[
		{ kind: 'topic', operator: 'topic', value: 'x', instead: ['a', 'b', 'c'] },
		'There is no topic “x”, but there are a, b and c.',
	],
	[{ kind: 'topic', operator: 'topic', value: 'bess', instead: [] }, 'There is no topic “bess”.'],
	[
		{ kind: 'organization', operator: 'org', value: 'x', instead: ['The X'] },
		'There is no organisation “x”, but there is The X.',
	],
	[
		{ kind: 'topic', operator: 'topic', value: '', instead: ['bees'] },
		'Behind “topic:” stands nothing: it takes bees.',
	],
	[
		{ kind: 'year', operator: 'year', value: 'soon', instead: ['2020', '2024'] },
		'“soon” is no year: papers are of 2020–2024.',
	],
	[
		{ kind: 'years', operator: 'year', value: '2010..2012', instead: ['2024'] },
		'No paper is of 2010–2012: they are of 2024.',
	],
])('%o in one sentence', (misread, words) => {
	expect(misreadInWords(misread)).toBe(words);
});
