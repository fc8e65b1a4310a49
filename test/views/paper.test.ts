import { expect, test } from 'vitest';
import { aliasView, paperView } from '../../src/views/paper.ts';
import type { Fact } from '../../src/views/paper-facts.ts';
import { appearanceOf, archiveOf, paperOf } from './archive-of.ts';

type Parts = Parameters<typeof paperOf>[0];

function viewOf(parts: Parts) {
	const paper = paperOf(parts);
	return paperView(archiveOf([paper]), paper.id);
}

/** Facts as a reader sees them. */
function facts(parts: Parts): string[] {
	return viewOf(parts).facts.map(({ label, values, note }: Fact) => {
		const shown = values.map(({ text, path, url }) => [text, path ?? url].filter(Boolean).join(' → '));
		return `${label}: ${shown.join(', ')}${note === null ? '' : ` (${note})`}`;
	});
}

test.each<[string, Parts, string[]]>([
	['nothing', {}, ['Published: not stated', 'Authors: not stated']],
	['a day', { published: '2025-11-24', publishedYear: 'explicit' }, ['Published: 24 November 2025 → /2025/11/24/']],
	[
		'an inferred year',
		{ published: '2025-11-24', publishedYear: 'inferred' },
		['Published: 24 November 2025 → /2025/11/24/ (year inferred)'],
	],
	['a year', { published: '2019' }, ['Published: 2019 → /2019/']],
	[
		'a day of listing',
		{ published: '2025-11-20', listedOn: '2025-11-24' },
		['Listed on: 24 November 2025 → /2025/11/24/', 'Published: 20 November 2025'],
	],
	[
		'more days',
		{ listedOn: '2025-11-24', listedAlso: ['2025-11-26'] },
		['Listed on: 24 November 2025 → /2025/11/24/, 26 November 2025'],
	],
	['one author', { authorCount: 1 }, ['Authors: 1 author (names not stated)']],
	['many authors', { authorCount: 1200 }, ['Authors: 1\u202F200 authors (names not stated)']],
	['no authors', { authorCount: 0 }, ['Authors: 0 authors (names not stated)']],
	[
		'names',
		{
			authors: [
				{ name: 'Ada', url: 'https://example.org/ada' },
				{ name: 'Emmy', url: null },
			],
			authorCount: 2,
		},
		['Authors: Ada → https://example.org/ada, Emmy'],
	],
	[
		'fewer names than authors',
		{ authors: [{ name: 'Ada', url: 'javascript:alert(1)' }], authorCount: 9 },
		['Authors: Ada (and 8 more)'],
	],
	[
		'an organisation',
		{ organization: { slug: 'Google', name: 'Google' } },
		['Organisation: Google → /organizations/google/'],
	],
	[
		'identifiers',
		{ arxivId: '2511.12345', version: 2, doi: '10.1/x', venue: 'ICML' },
		[
			'arXiv: 2511.12345, version 2 → https://arxiv.org/abs/2511.12345',
			'DOI: 10.1/x → https://doi.org/10.1/x',
			'Venue: ICML',
		],
	],
	['attention', { comments: 0, upvotes: 1300 }, ['Comments: 0', 'Upvotes: 1\u202F300']],
])('facts of a paper with %s', (_, parts, expected) => {
	expect(facts(parts)).toEqual(expect.arrayContaining(expected));
});

test.each<[string, string, number, string]>([
	['2025-05-17', '2025-05-20', 41, 'Upvotes: 41 (+12 between captures, 17 to 20 May 2025)'],
	['2025-05-17', '2025-06-01T10:00Z', 29, 'Upvotes: 29 (unchanged between captures, 17 May to 1 June 2025)'],
	['2024-12-31', '2025-01-01', 26, 'Upvotes: 26 (−3 between captures, 31 December 2024 to 1 January 2025)'],
	[
		'2025-05-17T02:02:24+02:00',
		'2025-05-17T18:30Z',
		2029,
		'Upvotes: 2\u202F029 (+2\u202F000 between captures, 17 May 2025, 00:02 to 18:30 UTC)',
	],
	['2025-05-17', '2025-05-17', 41, 'Upvotes: 41'],
])('what was gained between captures of %s and %s', (from, to, upvotes, expected) => {
	const appearances = [
		{ captured: from, count: 29 },
		{ captured: to, count: upvotes },
	].map(({ captured, count }) => {
		const plain = appearanceOf({ captured });
		return { ...plain, values: { ...plain.values, upvotes: count, comments: 3 } };
	});
	const found = facts({ appearances, upvotes, comments: null });
	expect(found).toContain(expected);
	expect(found.join()).not.toContain('Comments');
});

test('numbers that no source gives are not shown', () => {
	expect(facts({}).join()).not.toMatch(/Comments|Upvotes|Organisation|arXiv|DOI|Venue|Listed/);
});

test('a summary stands in for a missing abstract, and never beside one', () => {
	expect(viewOf({ summary: 'By a machine.' })).toMatchObject({ abstractHtml: null, summary: 'By a machine.' });
	expect(viewOf({ summary: 'By a machine.', abstract: 'Ours.', abstractHtml: 'Ours.' }).summary).toBeNull();
});

test.each<[string, Parts, string[]]>([
	['an arXiv id', { arxivId: 'cs/0503050' }, ['https://arxiv.org/abs/cs/0503050', 'https://arxiv.org/pdf/cs/0503050']],
	['a DOI', { doi: '10.1000/a<b>#c' }, ['https://doi.org/10.1000/a%3Cb%3E%23c']],
	[
		'neither',
		{ title: 'What & why? "100%" \uD800' },
		[
			'https://arxiv.org/search/?searchtype=title&query=What+%26+why%3F+%22100%25%22+%EF%BF%BD',
			'https://scholar.google.com/scholar?q=%22What+%26+why%3F+%22100%25%22+%EF%BF%BD%22',
			'https://www.semanticscholar.org/search?q=What+%26+why%3F+%22100%25%22+%EF%BF%BD',
			'https://openreview.net/search?term=What+%26+why%3F+%22100%25%22+%EF%BF%BD',
		],
	],
])('where to look up a paper with %s', (_, parts, urls) => {
	expect(viewOf(parts).lookups.map(({ url }) => url)).toEqual(urls);
});

test('links are named by their kind, once, and only those of the web', () => {
	const links = [
		{ url: 'https://github.com/a/b/', kind: 'code' as const },
		{ url: 'https://github.com/a/b/', kind: 'other' as const },
		{ url: 'javascript:alert(1)', kind: 'project' as const },
		{ url: 'data:text/html,x', kind: 'paper' as const },
		{ url: 'not an address', kind: 'other' as const },
	];
	expect(viewOf({ links }).links).toEqual([{ label: 'Code', text: 'github.com/a/b', url: 'https://github.com/a/b/' }]);
});

test('an appearance tells what its listing said, and where', () => {
	const values = {
		title: 'A paper, first named so',
		authorCount: 3,
		organization: { slug: 'x', name: 'X Lab' },
		published: '2025-11-03',
		publishedYear: 'inferred' as const,
		comments: 1,
		upvotes: null,
	};
	const { appearances } = viewOf({
		appearances: [appearanceOf({ values, captured: '2025-11-24', position: 7, at: [12, 12] })],
	});
	expect(appearances).toEqual([
		{
			listing: { file: 'source/first.txt', path: '/listings/abababababab/' },
			captured: '24 November 2025',
			place: 'entry 7, line 12',
			values: ['3 authors', 'X Lab', 'published 3 November 2025 (year inferred)', '1 comment'],
			title: 'A paper, first named so',
		},
	]);
});

test('an appearance of which little is known says so', () => {
	const { appearances } = viewOf({ appearances: [appearanceOf({ at: '/0/paper', listing: 'gone.json' })] });
	expect(appearances).toEqual([
		{
			listing: { file: 'gone.json', path: null },
			captured: null,
			place: 'entry 1, item 1, paper',
			values: [],
			title: null,
		},
	]);
});

test('listings that disagree are named with their values', () => {
	const field = (name: string, ...values: Parameters<typeof JSON.stringify>[0][]) => ({
		field: name,
		values: values.map((value) => ({ value, listing: 'source/first.txt' })),
	});
	const { disagreements } = viewOf({
		conflicts: [
			field('published', '2025-11-03', null),
			field('organization', { slug: 'x', name: 'X Lab' }),
			field('authorCount', 3, 4),
		],
	});
	expect(disagreements.map((each) => [each.field, ...each.values.map(({ text }) => text)])).toEqual([
		['the date of publication', '3 November 2025', 'not stated'],
		['the organisation', 'X Lab'],
		['the number of authors', '3', '4'],
	]);
});

test.each([
	[{ date: '2025-11-24', reason: 'An error in the proof' }, 'Withdrawn on 24 November 2025: An error in the proof'],
	[{ date: null, reason: '' }, 'This paper was withdrawn.'],
])('a withdrawn paper says so', (withdrawn, sentence) => {
	expect(viewOf({ withdrawn }).withdrawn).toBe(sentence);
});

test('related papers and topics lead to their pages', () => {
	const other = paperOf({ id: 'arxiv:2501.00002', slug: 'other', title: 'Other' });
	const paper = paperOf({
		topics: ['rag', 'unknown'],
		related: [
			{ id: other.id, score: 0.5, terms: ['sparse retrieval'] },
			{ id: 'arxiv:2501.99999', score: 0.4, terms: [] },
		],
	});
	const source = archiveOf([paper, other], { topics: [{ slug: 'rag', name: 'RAG' }] });
	expect(paperView(source, paper.id)).toMatchObject({
		topics: [{ name: 'RAG', path: '/topics/rag/' }],
		related: [{ name: 'Other', path: '/papers/other/', shares: ['sparse retrieval'] }],
	});
});

test('keyphrases lead to the search for them, as they stand', () => {
	expect(viewOf({ keyphrases: ['mixture of experts', 'C & D'] }).keyphrases).toEqual([
		{ name: 'mixture of experts', path: '/search/?q=%22mixture+of+experts%22' },
		{ name: 'C & D', path: '/search/?q=%22C+%26+D%22' },
	]);
});

test('another address leads to the paper', () => {
	const paper = paperOf({ aliases: ['old'] });
	expect(aliasView(archiveOf([paper]), paper.id)).toEqual({ title: 'A paper', path: '/papers/a-paper/' });
});
