import { describe, expect, test } from 'vitest';
import { conflictsView } from '../../src/views/disagreements.ts';
import { listingsView } from '../../src/views/listings.ts';
import { archiveOf, paperOf } from './archive-of.ts';

const published = {
	field: 'published',
	values: [
		{ value: '2026-01-03', listing: 'a.json' },
		{ value: '2026-01-04', listing: 'b.md' },
	],
};

describe('the page of conflicts', () => {
	test('names each paper on which listings disagree, newest first, with what each says', () => {
		const source = archiveOf([
			paperOf({
				id: 'arxiv:2601.00001',
				slug: 'lanterns',
				title: 'Lanterns',
				published: '2026-01-03',
				conflicts: [published],
			}),
			paperOf({ id: 'arxiv:2601.00002', slug: 'knots', title: 'Knots', published: '2026-01-04' }),
			paperOf({ id: 'arxiv:2601.00003', slug: 'nets', title: 'Nets', published: '2026-01-05', conflicts: [published] }),
		]);
		const view = conflictsView(source, null);
		expect(view.lead).toMatch(/^Of 2 papers of 3 /);
		expect(view.part.items.map(({ name, path }) => [name, path])).toEqual([
			['Nets', '/papers/nets/'],
			['Lanterns', '/papers/lanterns/'],
		]);
		expect(view.part.items[0]?.disagreements).toEqual([
			{
				field: 'the date of publication',
				values: [
					{ text: '3 January 2026', listing: { file: 'a.json', path: null } },
					{ text: '4 January 2026', listing: { file: 'b.md', path: null } },
				],
			},
		]);
		expect(listingsView(source, null).conflicts).toEqual({
			name: 'They disagree on 2 papers.',
			path: '/listings/conflicts/',
		});
	});

	test('says so where there is none', () => {
		const source = archiveOf([paperOf({ id: 'arxiv:2601.00002', slug: 'knots' })]);
		expect(conflictsView(source, null)).toMatchObject({
			lead: 'The listings nowhere contradict each other.',
			part: { items: [] },
		});
		expect(listingsView(source, null).conflicts).toBe(null);
	});
});
