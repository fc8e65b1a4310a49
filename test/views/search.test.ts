import { expect, test } from 'vitest';
import { summarySchema } from '../../src/records/archive.ts';
import { searchView } from '../../src/views/search.ts';
import { archiveOf } from './archive-of.ts';

test('offers topics that have papers by name, and years from the newest', () => {
	const summary = summarySchema.parse({
		...archiveOf([]).summary,
		undated: 1,
		topics: [
			{ slug: 'wasps', name: 'Wasps', parent: null, papers: 2 },
			{ slug: 'ants', name: 'Ants', parent: null, papers: 0 },
			{ slug: 'bees', name: 'Bees', parent: null, papers: 1 },
		],
		years: [
			{ year: '2014', papers: 1, topics: {} },
			{ year: '2025', papers: 2, topics: {} },
		],
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
