import { expect, test } from 'vitest';
import { type AppliedEnrichment, appliedEnrichmentSchema } from '../../src/records/archive.ts';
import { methodsView } from '../../src/views/methods.ts';
import { paperView } from '../../src/views/paper.ts';
import { authorsInWords, paperRow } from '../../src/views/paper-row.ts';
import { archiveOf, paperOf } from './archive-of.ts';

const paper = paperOf({
	arxivId: '2501.00001',
	authors: ['Ann Bell', 'Carl Berg'].map((name) => ({ name, url: null })),
	authorCount: 2,
	published: '2025-01-01',
	publishedYear: 'explicit',
});

const all: AppliedEnrichment['fields'] = ['arxivId', 'authors', 'authorCount', 'published'];

function sourceOf(fields: AppliedEnrichment['fields'], confidence = 0.9) {
	const applied = { paper: paper.id, fields, source: 'arXiv', arxivId: '2501.00001', confidence, asked: '2026-11-22' };
	return archiveOf([paper], { enrichments: fields.length === 0 ? [] : [appliedEnrichmentSchema.parse(applied)] });
}

test.each<[fields: AppliedEnrichment['fields'], confidence: number, sentence: string | null]>([
	[
		all,
		0.975,
		'Found on arXiv by its title, with a confidence of 0.97, on 22 November 2026: arXiv id, authors, date of publication.',
	],
	[['arxivId'], 0.8, 'Found on arXiv by its title, with a confidence of 0.80, on 22 November 2026: arXiv id.'],
	// Never as certain as a listing.
	[['authors'], 0.999, 'Found on arXiv by its title, with a confidence of 0.99, on 22 November 2026: authors.'],
	[[], 1, null],
])('of %j with %d the page says where it is from', (fields, confidence, sentence) => {
	expect(paperView(sourceOf(fields, confidence), paper.id).found).toBe(sentence);
});

test.each<[fields: AppliedEnrichment['fields'], marked: string[]]>([
	[all, ['Published', 'Authors', 'arXiv']],
	[['authors', 'authorCount'], ['Authors']],
	[['published'], ['Published']],
	[[], []],
])('of %j what was found is marked among the facts, and nothing else', (fields, marked) => {
	const { facts, authorsNote } = paperView(sourceOf(fields), paper.id);
	expect(facts.filter(({ note }) => note === 'found by its title').map(({ label }) => label)).toEqual(marked);
	expect(authorsNote).toBe(fields.includes('authors') ? '2, found by its title' : '2');
});

test('a mark stands before what else is noted', () => {
	const counted = paperOf({ ...paper, authorCount: 9 });
	const source = archiveOf([counted], { enrichments: sourceOf(['authors']).report.enrichment.applied });
	const note = paperView(source, counted.id).facts.find(({ label }) => label === 'Authors')?.note;
	expect(note).toBe('found by its title, and 7 more');
});

test('lists mark names that were found', () => {
	for (const [fields, words] of [
		[all, 'Ann Bell, Carl Berg (found by its title)'],
		[['arxivId'], 'Ann Bell, Carl Berg'],
	] as const) {
		const source = sourceOf([...fields]);
		const [row] = source.index;
		expect(row && paperRow(source, row).byline.authors).toBe(words);
		expect(row && authorsInWords(source, row)).toBe(words);
	}
});

test('what cannot say how sure it is says what listings state only', () => {
	const stated = paperView(sourceOf([]), paper.id).head;
	expect(stated?.tags.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['citation_author', 'citation_arxiv_id', 'citation_publication_date']),
	);
	const found = paperView(sourceOf(all), paper.id).head;
	expect(found?.tags.map(({ name }) => name)).toEqual(['z:itemType', 'citation_title']);
	expect(Object.keys(found?.article ?? {})).toEqual(['@type', 'headline']);
});

test('the page of methods counts what was found', () => {
	const numbers = methodsView(sourceOf(all)).find(({ id }) => id === 'enrichment')?.numbers;
	expect(numbers).toEqual(['1 paper found', 'authors of 1']);
});
