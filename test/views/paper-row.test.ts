import { expect, test } from 'vitest';
import { authorsInWords, paperRow, paperRowWithAbstract } from '../../src/views/paper-row.ts';
import type { ArchiveSource } from '../../src/views/source.ts';
import { archiveOf, paperOf } from './archive-of.ts';

const long = `${'A word, and another. '.repeat(30)}\n\nThe end.`;

function rowOf(parts: Parameters<typeof paperOf>[0], row: typeof paperRow) {
	const source: ArchiveSource = archiveOf([paperOf(parts)], { topics: [{ slug: 'rag', name: 'RAG' }] });
	return source.index.map((paper) => row(source, paper))[0];
}

test.each<[authors: string[], authorCount: number | null, words: string | null]>([
	[[], null, null],
	[[], 0, null],
	[[], 1, '1 author'],
	[[], 5, '5 authors'],
	[['Ada Lovelace'], 1, 'Ada Lovelace'],
	[['Ada Lovelace', 'Alan Turing'], 2, 'Ada Lovelace, Alan Turing'],
	[['Ada Lovelace', 'Alan Turing', 'Grace Hopper'], 3, 'Ada Lovelace, Alan Turing, Grace Hopper'],
	[
		['Ada Lovelace', 'Alan Turing', 'Grace Hopper'],
		1203,
		'Ada Lovelace, Alan Turing, Grace Hopper and 1\u202F200 more',
	],
])('authors %j of %j are %j', (authors, authorCount, words) => {
	const [{ id }, source] = [paperOf(), archiveOf([])];
	expect(authorsInWords(source, { id, authors, authorCount })).toBe(words);
});

test('a row says who and of which organisation, with the colours of its topics', () => {
	const parts = {
		organization: { slug: 'NVIDIA', name: 'NVIDIA Research' },
		authors: [{ name: 'Ada Lovelace', url: null }],
		topics: ['rag'],
		language: 'en',
	};
	expect(rowOf(parts, paperRow)).toMatchObject({
		byline: { authors: 'Ada Lovelace', organization: { name: 'NVIDIA Research', path: '/organizations/nvidia/' } },
		topics: [{ name: 'RAG', path: '/topics/rag/', hue: expect.any(Number) }],
		language: 'en',
		abstract: null,
	});
});

test('a long abstract ends with an ellipsis, and where the list holds it all its two pieces are the text', () => {
	expect(rowOf({ abstract: long }, paperRow)?.abstract).toEqual({
		start: expect.stringMatching(/^A word, .{200,231}[a-z]…$/),
		rest: null,
	});
	const whole = rowOf({ abstract: long }, paperRowWithAbstract)?.abstract;
	expect(whole?.start).not.toContain('…');
	expect(`${whole?.start}${whole?.rest}`).toBe(long);
});

test('a short abstract is its own start', () => {
	const short = { start: 'Short.', rest: null };
	expect(rowOf({ abstract: 'Short.' }, paperRow)?.abstract).toEqual(short);
	expect(rowOf({ abstract: 'Short.' }, paperRowWithAbstract)?.abstract).toEqual(short);
});
