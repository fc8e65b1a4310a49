import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citedAuthors } from '../../src/exports/citation.ts';
import { citationTags } from '../../src/exports/citation-tags.ts';
import type { Paper } from '../../src/records/paper.ts';
import { paperOf } from '../views/archive-of.ts';
import { oddPapers } from './papers.ts';

function contents(paper: Paper, name: string): string[] {
	return citationTags(paper)
		.filter((tag) => tag.name === name)
		.map(({ content }) => content);
}

const every = Object.entries(oddPapers);

describe('Google Scholar’s guidelines for inclusion', () => {
	test.each(every)('the title is in citation_title, and nothing else is: %s', (_, paper) => {
		expect(contents(paper, 'citation_title')).toEqual([paper.title]);
	});

	test.each(every)('each author has a tag of their own, in order, and only authors have one: %s', (_, paper) => {
		const names = paper.authors.map(({ name }) => name);
		expect(contents(paper, 'citation_author')).toEqual(names.slice(0, citedAuthors));
	});

	test('a number of authors is no author', () => {
		expect(contents(oddPapers['a number of authors and no names'], 'citation_author')).toEqual([]);
	});

	test('600 authors are all named; of more than the limit, the first', () => {
		expect(contents(oddPapers['600 authors'], 'citation_author')).toHaveLength(600);
		expect(contents(oddPapers['1200 authors'], 'citation_author')).toHaveLength(1000);
	});

	test.each([
		['a day', ['2025/11/04']],
		['a month', ['2025']],
		['a year', ['2025']],
		['an inferred year', []],
		['a day of listing only', []],
		['nothing known', []],
	] as const)('the date is whole, or the year alone, or not given, never made up: %s', (which, dates) => {
		expect(contents(oddPapers[which], 'citation_publication_date')).toEqual(dates);
	});

	test.each(every)('dates are written YYYY/MM/DD or YYYY: %s', (_, paper) => {
		for (const date of contents(paper, 'citation_publication_date')) expect(date).toMatch(/^\d{4}(\/\d{2}\/\d{2})?$/);
	});

	test.each(every)('no tag points to a PDF that is not beside the page: %s', (_, paper) => {
		expect(contents(paper, 'citation_pdf_url')).toEqual([]);
	});
});

describe('Zotero’s translator of embedded metadata', () => {
	/** Those make an item a journal article, a chapter or something else, whatever z:itemType says. */
	const typeSetting = /^citation_(journal_title|conference|conference_title|book_title|inbook_title)$/;
	const thesisOrReport = /^citation_(dissertation_institution|technical_report_institution|isbn)$/;

	test.each(every)('the item is a preprint, and no tag says otherwise: %s', (_, paper) => {
		expect(contents(paper, 'z:itemType')).toEqual(['preprint']);
		for (const { name } of citationTags(paper)) {
			expect(name).not.toMatch(typeSetting);
			expect(name).not.toMatch(thesisOrReport);
		}
	});

	test('the abstract is the paper’s own: a summary by somebody else is none, and a cut one says so', () => {
		expect(contents(oddPapers['an abstract'], 'citation_abstract')).toEqual(['We prove it.']);
		expect(contents(oddPapers['a cut abstract'], 'citation_abstract')).toEqual(['We prove…']);
		expect(contents(oddPapers['a summary'], 'citation_abstract')).toEqual([]);
	});

	test('the day of a listing cannot become the date of an item', () => {
		const names = citationTags(oddPapers['a day of listing only']).map(({ name }) => name);
		expect(names.filter((name) => /date|year/.test(name))).toEqual([]);
	});

	test('identifiers and language are given as they are', () => {
		const { identifiers } = oddPapers;
		expect(contents(identifiers, 'citation_doi')).toEqual(['10.1000/a<b>']);
		expect(contents(identifiers, 'citation_arxiv_id')).toEqual(['hep-th/9901001']);
		expect(contents(identifiers, 'citation_language')).toEqual(['de']);
	});

	test('no tag is empty, for any title and authors', () => {
		const names = fc.array(fc.record({ name: fc.string(), url: fc.constant(null) }), { maxLength: 4 });
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), names, (title, authors) => {
				for (const { content } of citationTags(paperOf({ title, authors }))) expect(content.trim()).not.toBe('');
			}),
		);
	});
});
