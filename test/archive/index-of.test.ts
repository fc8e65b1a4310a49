import { expect, test } from 'vitest';
import { indexOf, shardsOf } from '../../src/archive/index-of.ts';
import { indexedPaperSchema } from '../../src/records/archive.ts';
import { appearanceOf, paperOf } from '../views/archive-of.ts';

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

test('the index holds what was gained in upvotes, where they are known at two times', () => {
	const at = (captured: string | null, upvotes: number | null, comments: number | null = null) => {
		const plain = appearanceOf({ captured });
		return { ...plain, values: { ...plain.values, upvotes, comments } };
	};
	const momentumOf = (...appearances: ReturnType<typeof at>[]) => indexed({ appearances })?.momentum;
	expect(momentumOf(at('2025-05-17', 7), at('2025-05-20', 41))).toEqual({ upvotes: 34, comments: null, hours: 72 });
	expect(momentumOf(at('2025-05-17', 7, 2), at('2025-05-20', 7, 1))).toEqual({ upvotes: 0, comments: -1, hours: 72 });
	expect(momentumOf(at('2025-05-17', null, 2), at('2025-05-20', null, 3))).toBeNull();
	expect(momentumOf(at(null, 7), at('2025-05-20', 41))).toBeNull();
});

test('a line of the index is what its schema says', () => {
	const paper = indexed({ authors: people(9), abstract: 'x'.repeat(999), organization: { slug: '..', name: '' } });
	expect(indexedPaperSchema.parse(paper)).toEqual(paper);
});
