import { describe, expect, test } from 'vitest';
import type { BenchPaper } from '../../scripts/bench/bench-paper.ts';
import { dailyListings } from '../../scripts/bench/daily-listings.ts';
import { syntheticPapers } from '../../scripts/bench/synthetic.ts';
import { readListing } from '../../src/listings/read.ts';
import type { Listing } from '../../src/records/listing.ts';

const paper: BenchPaper = {
	title: 'On $x$',
	abstract: 'We prove it.',
	authors: ['Ada Lovelace'],
	year: 2020,
	upvotes: 5,
	comments: 2,
};

const papersOf = (year: number, count: number): BenchPaper[] =>
	Array.from({ length: count }, (_, at) => ({ ...paper, title: `Paper ${at}`, year }));

/** As the project reads them. */
function listings(papers: Iterable<BenchPaper>): Listing[] {
	return [...dailyListings(papers)].map(({ name, content }) => {
		const read = readListing({ file: name, bytes: new TextEncoder().encode(content), sidecar: null });
		if (!('entries' in read)) throw new Error(read.problem.message);
		return read;
	});
}

describe('daily listings', () => {
	test('a paper is written as the API writes it', () => {
		expect([...dailyListings([paper])]).toMatchInlineSnapshot(`
			[
			  {
			    "content": "[{"paper":{"id":"2001.00001","authors":[{"name":"Ada Lovelace","hidden":false}],"publishedAt":"2020-01-01T00:00:00.000Z","submittedOnDailyAt":"2020-01-01T00:00:00.000Z","title":"On $x$","summary":"We prove it.","upvotes":5},"publishedAt":"2020-01-01T00:00:00.000Z","title":"On $x$","summary":"We prove it.","numComments":2}]
			",
			    "name": "2020-01-01.json",
			  },
			]
		`);
	});

	test('a count that is not known is not written', () => {
		const [file] = dailyListings([{ ...paper, upvotes: null, comments: null }]);
		expect(file?.content).not.toMatch(/upvotes|numComments/);
	});

	test('they are read without a problem but that of the capture', () => {
		const read = listings(syntheticPapers(500));
		expect(new Set(read.flatMap(({ problems }) => problems.map(({ code }) => code)))).toEqual(
			new Set(['listing/no-capture-date']),
		);
		expect(read.every(({ dialect, file, day }) => dialect === 'huggingface-api' && file === `${day}.json`)).toBe(true);
	});

	test('each paper has an id of its own, of the month of its day', () => {
		const read = listings([...papersOf(1999, 300), ...papersOf(2000, 300)]);
		const ids = read.flatMap(({ day, entries }) =>
			entries.map(({ arxivId }) => {
				expect(arxivId?.slice(0, 4)).toBe(day?.slice(2, 7).replace('-', ''));
				return arxivId;
			}),
		);
		expect(new Set(ids).size).toBe(600);
	});

	test.each([
		[1, 2020, ['2020-01-01']],
		[40, 2020, ['2020-01-01']],
		[41, 2021, ['2021-01-01', '2021-07-02']],
		[160, 2020, ['2020-01-01', '2020-04-01', '2020-07-02', '2020-10-01']],
	])('%i papers of %i are spread over the year', (count, year, days) => {
		expect([...dailyListings(papersOf(year, count))].map(({ name }) => name.slice(0, -'.json'.length))).toEqual(days);
	});

	test('a year of more papers than days of forty has longer days', () => {
		const sizes = [...dailyListings(papersOf(2024, 366 * 50))].map(({ content }) => JSON.parse(content).length);
		expect(sizes).toEqual(Array.from({ length: 366 }, () => 50));
	});
});
