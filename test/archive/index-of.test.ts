import { expect, test } from 'vitest';
import { indexOf, shardsOf } from '../../src/archive/index-of.ts';
import { indexedPaperSchema } from '../../src/records/archive.ts';
import { paperOf } from '../views/archive-of.ts';

const indexed = (parts: Parameters<typeof paperOf>[0]) => indexOf(shardsOf([paperOf(parts)]))[0];
const people = (count: number) => Array.from({ length: count }, (_, nth) => ({ name: `Author ${nth + 1}`, url: null }));

test('the index holds the start of the abstract, else of the summary', () => {
	const long = 'word '.repeat(100).trim();
	expect(indexed({ abstract: long, summary: 'Other.' })).toMatchObject({ lead: long.slice(0, 239), leadCut: true });
	expect(indexed({ summary: 'A summary.' })).toMatchObject({ lead: 'A summary.', leadCut: false });
	expect(indexed({})).toMatchObject({ lead: null, leadCut: false });
});

test.each([
	[0, null, [], null],
	[0, 5, [], 5],
	[2, null, ['Author 1', 'Author 2'], 2],
	[2, 1, ['Author 1', 'Author 2'], 2],
	[4, 600, ['Author 1', 'Author 2', 'Author 3'], 600],
])('the index holds of %d authors by name, %j in all: %j, %j', (named, stated, authors, authorCount) => {
	expect(indexed({ authors: people(named), authorCount: stated })).toMatchObject({ authors, authorCount });
});

test('the index holds the address of the organisation, and the language', () => {
	const paper = indexed({ organization: { slug: 'ByteDance_Seed', name: 'ByteDance' }, language: 'fr' });
	expect(paper).toMatchObject({ organization: { slug: 'bytedance-seed', name: 'ByteDance' }, titleLanguage: 'fr' });
	expect(indexed({ organization: { slug: '', name: '' } })?.organization).toBeNull();
});

test('a line of the index is what its schema says', () => {
	const paper = indexed({ authors: people(9), abstract: 'x'.repeat(999), organization: { slug: '..', name: '' } });
	expect(indexedPaperSchema.parse(paper)).toEqual(paper);
});
