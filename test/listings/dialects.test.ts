import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mergeListings } from '../../src/listings/merge.ts';
import type { Entry, Listing } from '../../src/records/listing.ts';
import { listingsOf } from './captured-folder.ts';

/** The same four papers in every form that pages of Hugging Face are saved in. */
const listings = [
	'huggingface-api',
	'huggingface-html',
	'huggingface-html-cards',
	'huggingface-linked-text',
	'huggingface-text',
	'papers-dashboard',
].flatMap((dialect) =>
	listingsOf(join(import.meta.dirname, '../fixtures/dialects', dialect)).map((listing) => ({
		...listing,
		file: `${dialect}/${listing.file}`,
	})),
);

const lanterns = 'We study how lanterns light a harbour at night [1], and give a method that finds the dimmest of them';
const knots =
	'A knot that is tied dry slips when it is wet. We tie 400 knots in the rain and measure the interval [0,1)';

function entriesOf(file: string): Entry[] {
	return named(file).entries;
}

function named(file: string): Listing {
	const listing = listings.find((each) => each.file === file);
	if (listing === undefined) throw new Error(`no ${file}`);
	return listing;
}

describe('a page of papers', () => {
	test.each([
		['huggingface-api/2026-01-05.json', 'api'],
		['huggingface-api/lines.jsonl', 'api'],
		['huggingface-api/literals.json', 'api'],
		['huggingface-api/one-literal.txt', 'api'],
		['huggingface-api/wrapped.json', 'api'],
		['huggingface-html/day.html', 'html'],
		['huggingface-html-cards/day.html', 'html-cards'],
		['huggingface-linked-text/inline.md', 'linked-text'],
		['huggingface-linked-text/addresses-below.md', 'linked-text'],
		['huggingface-linked-text/numbered.md', 'linked-text'],
		['huggingface-linked-text/trending.md', 'linked-text'],
		['huggingface-linked-text/links.md', 'linked-text'],
	])('%s is read', (file, dialect) => {
		expect(named(file).dialect).toBe(`huggingface-${dialect}`);
		expect(
			entriesOf(file)
				.slice(0, 4)
				.map(({ title }) => title),
		).toEqual([
			'Lanterns at the Harbour: A Survey',
			'Knots That Hold in the Rain',
			'Why Gulls Follow Ploughs and Boats Alike',
			'Mending Nets by Hand and by Machine',
		]);
	});

	test.each(['inline.md', 'addresses-below.md', 'numbered.md'])('%s gives what its cards show', (name) => {
		const [first, second, third, fourth] = entriesOf(`huggingface-linked-text/${name}`);
		expect(first).toMatchObject({ authorCount: 3, organization: null, comments: 2, upvotes: 41 });
		expect(first).toMatchObject({ published: '2026-01-03', publishedYear: 'inferred' });
		expect(first?.abstract).toContain(lanterns);
		expect(first?.abstract).toMatch(/ten; code is at https:\/\/example\.org\/lanterns$/);
		expect(second).toMatchObject({ authorCount: null, organization: { slug: 'ropeworks', name: 'The Rope Works' } });
		expect(second).toMatchObject({ published: '2025-12-30', publishedYear: 'explicit', comments: null, upvotes: null });
		expect(second?.abstract).toContain(knots);
		expect(third).toMatchObject({ authorCount: 12, comments: 11, upvotes: 7 });
		expect(fourth).toMatchObject({ authorCount: 1, comments: null, upvotes: 1 });
	});

	test('of what is trending is read once, and its short texts are summaries', () => {
		const [first, second, ...others] = entriesOf('huggingface-linked-text/trending.md');
		expect(others.length).toBe(2);
		expect(first).toMatchObject({ upvotes: 41, summary: null, published: '2026-01-03' });
		expect(first?.abstract).toContain(lanterns);
		expect(first?.links).toEqual([{ url: 'https://github.com/example/p0', kind: 'code' }]);
		expect(second?.abstract).toBe(null);
		expect(second?.summary).toContain(knots);
	});

	test('names who submitted a paper, who is no author of it', () => {
		expect(entriesOf('huggingface-linked-text/submitters.md')).toMatchObject([
			{ title: 'Lanterns at the Harbour: A Survey', upvotes: 1041, authorCount: 3, organization: null, comments: 2 },
			{ title: 'Why Gulls Follow Ploughs and Boats Alike', upvotes: 7, abstract: null, comments: 11 },
		]);
	});

	test('as bare text may show votes, comments on lines of their own, and what stands beside a paper', () => {
		const listing = named('huggingface-text/votes.txt');
		expect(listing).toMatchObject({
			dialect: 'huggingface-text',
			captured: '2026-01-10',
			problems: [{ code: 'entry/extra-line' }],
		});
		expect(listing.entries).toMatchObject([
			{ title: 'Lanterns at the Harbour: A Survey', upvotes: 41, authorCount: 3, published: '2026-01-03', comments: 2 },
			{ title: 'Knots That Hold in the Rain', upvotes: null, published: '2025-12-30', comments: 7 },
			{ title: 'Mending Nets by Hand and by Machine', upvotes: 1204, authorCount: 1, published: '2025-11-05' },
		]);
		expect(listing.entries[0]?.abstract).toMatch(
			/that finds the dimmest of them from the shore\. .* is at https:\/\/example\.org\/lanterns$/,
		);
	});

	test('that ends in the middle of an abstract keeps the paper, and says so', () => {
		expect(entriesOf('huggingface-linked-text/numbered.md')[4]).toMatchObject({ abstractCut: true });
		const { problems } = named('huggingface-linked-text/numbered.md');
		expect(problems.map(({ code }) => code)).toEqual(['entry/no-meta', 'entry/abstract-cut']);
	});

	test('is read to the last line', () => {
		for (const { file, accounting, problems } of listings) {
			const unread = 'lines' in accounting ? accounting.lines.unread : accounting.items.refused;
			// The heading of a reading list is nobody's chrome, and no page shows values with their names.
			expect({ file, unread }).toEqual({ file, unread: /links\.md|submitters\.md/.test(file) ? 1 : 0 });
			expect(problems.filter(({ code }) => code === 'entry/no-date' || code === 'entry/no-abstract')).toEqual([]);
		}
	});

	test('says when it was saved, or whose day it is', () => {
		const times = Object.fromEntries(listings.map(({ file, captured, day }) => [file, captured ?? day]));
		expect(times).toEqual({
			'huggingface-api/2026-01-05.json': '2026-01-05',
			'huggingface-api/lines.jsonl': null,
			'huggingface-api/literals.json': null,
			'huggingface-api/one-literal.txt': null,
			'huggingface-api/wrapped.json': null,
			'huggingface-html/day.html': '2026-01-05',
			'huggingface-html-cards/day.html': null,
			'huggingface-linked-text/addresses-below.md': '2026-01-10',
			'huggingface-linked-text/inline.md': '2026-01-10',
			'huggingface-linked-text/links.md': null,
			'huggingface-linked-text/numbered.md': '2026-01-10T08:30:00.5+00:00',
			'huggingface-linked-text/submitters.md': null,
			'huggingface-linked-text/trending.md': null,
			'huggingface-text/votes.txt': '2026-01-10',
			'papers-dashboard/mixed.md': '2026-01-05T05:11:19+00:00',
		});
	});

	test('met in many forms is one paper, with all of its appearances', () => {
		const { papers } = mergeListings(listings);
		const four = papers.filter(({ appearances }) => appearances.length > 1);
		expect(papers.length).toBe(5);
		expect(four.map(({ appearances }) => appearances.length).toSorted()).toEqual([14, 14, 14, 15]);
		const first = four.find(({ arxivId }) => arxivId === '2601.00001');
		expect(first).toMatchObject({ authorCount: 3, comments: 2, upvotes: 41 });
		expect(first?.abstract).toContain(lanterns);
		expect(papers.flatMap(({ conflicts }) => conflicts.map(({ field }) => field))).toEqual([]);
	});
});
