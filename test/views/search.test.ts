import { expect, test } from 'vitest';
import { summarySchema } from '../../src/records/archive.ts';
import { searchView } from '../../src/views/search.ts';

test('offers topics that have papers by name, and years from the newest', () => {
	const summary = summarySchema.parse({
		papers: 4,
		undated: 1,
		topics: [
			{ slug: 'wasps', name: 'Wasps', papers: 2 },
			{ slug: 'ants', name: 'Ants', papers: 0 },
			{ slug: 'bees', name: 'Bees', papers: 1 },
		],
		months: [],
		years: [
			{ year: '2014', papers: 1, topics: {} },
			{ year: '2025', papers: 2, topics: {} },
		],
		shared: [],
		shards: [],
	});
	expect(searchView({ summary })).toEqual({
		topics: [
			{ slug: 'bees', name: 'Bees' },
			{ slug: 'wasps', name: 'Wasps' },
		],
		years: ['2025', '2014'],
		undated: true,
	});
});
