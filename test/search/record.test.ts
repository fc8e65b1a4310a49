import { describe, expect, test } from 'vitest';
import { searchRecord } from '../../src/search/record.ts';
import { paperWith } from './synthetic.ts';

describe('searchRecord', () => {
	test('of a paper of which everything is known', () => {
		const paper = paperWith(7, {
			slug: 'on-bees',
			title: 'On bees',
			abstract: 'Bees are studied.',
			authorCount: 3,
			authors: [
				{ name: 'Ada Quill', url: null },
				{ name: 'Semi; Colon', url: null },
			],
			organization: { slug: 'Hive', name: 'The Hive' },
			published: '2024-03',
			publishedYear: 'explicit',
			listedOn: '2024-03-05',
			comments: 12,
			arxivId: '2403.01234',
			doi: '10.1/x',
			topics: ['bees', 'wasps'],
			searchText: 'l infinity',
		});
		expect(searchRecord(paper)).toMatchInlineSnapshot(`
			{
			  "content": "Bees are studied.",
			  "language": "en",
			  "meta": {
			    "also": "l infinity 2403.01234 10.1/x",
			    "authorCount": "ʘ3",
			    "authors": "Ada Quill; Semi, Colon",
			    "comments": "ʘ12",
			    "date": "ʘ20240305",
			    "organization": "The Hive",
			    "title": "On bees",
			  },
			  "url": "/papers/on-bees/",
			}
		`);
	});

	test('of a paper of which nothing is known but its title', () => {
		expect(searchRecord(paperWith(7, { title: 'On bees' }))).toMatchInlineSnapshot(`
			{
			  "content": "On bees",
			  "language": "en",
			  "meta": {
			    "title": "On bees",
			  },
			  "url": "/papers/paper-n7/",
			}
		`);
	});

	test.each([
		['the abstract', { abstract: 'Abstract.', summary: 'Summary.' }, 'Abstract.'],
		['the summary', { abstract: null, summary: 'Summary.' }, 'Summary.'],
		['the title, when the abstract has no word', { abstract: '— … !' }, 'Title'],
		['the slug, when the title has none', { title: '?!', abstract: '$$' }, 'paper-n1'],
		['text without zero-width spaces', { abstract: 'one\u200Bword' }, 'oneword'],
		['text without half characters', { abstract: 'half \uD83D' }, 'half \uFFFD'],
	])('the content is %s', (_, known, content) => {
		expect(searchRecord(paperWith(1, { title: 'Title', ...known })).content).toBe(content);
	});
});
