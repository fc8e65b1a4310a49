import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvColumns, csvHeader, csvLines } from '../../src/exports/papers-csv.ts';
import { publishedPaper, yearOfShard } from '../../src/exports/published-paper.ts';
import type { Paper } from '../../src/records/paper.ts';
import { paperOf } from '../views/archive-of.ts';
import { oddPapers } from './papers.ts';

type Row = Record<keyof typeof csvColumns, string>;

/** The rows as a reader of CSV finds them. */
function rows(papers: readonly Paper[]): Row[] {
	return parse<Row>(csvHeader() + csvLines(papers.map(publishedPaper)), { bom: true, columns: true });
}

test('a table begins with a byte order mark and the names of its columns', () => {
	expect(csvHeader().startsWith('\uFEFFid,slug,title,authors,')).toBe(true);
	expect(Object.keys(rows([paperOf()])[0] ?? {})).toEqual(Object.keys(csvColumns));
});

test('what is not known is empty, and nothing known is', () => {
	expect(rows([oddPapers['nothing known']])).toMatchInlineSnapshot(`
		[
		  {
		    "appearances": "1",
		    "arxivId": "",
		    "authorCount": "",
		    "authors": "",
		    "comments": "",
		    "doi": "",
		    "id": "arxiv:2501.00001",
		    "language": "",
		    "listedOn": "",
		    "organization": "",
		    "published": "",
		    "publishedYear": "",
		    "slug": "a-paper",
		    "title": "A paper",
		    "topics": "",
		    "upvotes": "",
		    "venue": "",
		  },
		]
	`);
	expect(rows([oddPapers.names, oddPapers['an inferred year'], oddPapers.identifiers])).toMatchObject([
		{ authors: 'Ada Lovelace; Turing, Alan; Grace Hopper', authorCount: '3' },
		{ published: '2025-11-04', publishedYear: 'inferred' },
		{ arxivId: 'hep-th/9901001', doi: '10.1000/a<b>', language: 'de', venue: 'ICML' },
	]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('a spreadsheet does not run %j', (title) => {
	expect(rows([paperOf({ title })])[0]?.title).toBe(`'${title}`);
});

test('any text comes back as it was, but for the apostrophe before a formula', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (titles) => {
			const read = rows(titles.map((title) => paperOf({ title }))).map(({ title }) => title);
			expect(read.map((title, nth) => (title === `'${titles[nth]}` ? title.slice(1) : title))).toEqual(titles);
			for (const title of read) expect(title).not.toMatch(/^[=+\-@\t\r]/);
		}),
	);
});

test.each([
	['2025-11', '2025'],
	['2025-11-2', '2025'],
	['2019', '2019'],
	['undated', 'undated'],
	['undated-3', 'undated'],
])('the papers of shard %s are in the table of %s', (shard, year) => {
	expect(yearOfShard(shard)).toBe(year);
});
