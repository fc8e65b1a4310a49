import { expect, test } from 'vitest';
import { summarySchema } from '../../src/records/archive.ts';
import { segmentCapacity } from '../../src/search/segments.ts';
import { searchView } from '../../src/views/search.ts';
import { archiveOf } from './archive-of.ts';

const { report } = archiveOf([]);

test('offers topics that have papers, by name', () => {
	const summary = summarySchema.parse({
		...archiveOf([]).summary,
		topics: [
			{ slug: 'wasps', name: 'Wasps', parent: null, papers: 2 },
			{ slug: 'ants', name: 'Ants', parent: null, papers: 0 },
			{ slug: 'bees', name: 'Bees', parent: null, papers: 1 },
		],
	});
	expect(searchView({ summary, report }).topics).toEqual([
		{ slug: 'bees', name: 'Bees' },
		{ slug: 'wasps', name: 'Wasps' },
	]);
});

test('knows whether the index is in several pieces', () => {
	const { summary } = archiveOf([]);
	const several = (papers: number) => searchView({ summary, report: { ...report, papers } }).severalSegments;
	expect(several(segmentCapacity)).toBe(false);
	expect(several(segmentCapacity + 1)).toBe(true);
});
