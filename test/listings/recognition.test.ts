import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dialects } from '../../src/listings/dialects.ts';
import { readListing } from '../../src/listings/read.ts';
import type { Sidecar } from '../../src/records/listing.ts';
import { requireShared } from '../shared-material.ts';

const item = {
	title: 'A Harbour',
	submittedBy: { name: 'x'.repeat(3000) },
	paper: { id: '2503.00001', title: 'A Harbour', summary: 'We look.', authors: [] },
};

describe('a listing is known by its content', () => {
	test.each([
		['an array', JSON.stringify([item]), 'huggingface-api', 1],
		['an array of no papers', ' [ ] \n', 'huggingface-api', 0],
		['an object that wraps the array', JSON.stringify({ meta: { a: [1] }, data: [item, item] }), 'huggingface-api', 2],
		['an object that wraps an array of no papers', '{"status": "ok", "count": 0, "data": []}', 'huggingface-api', 0],
		['strings of Python literals', JSON.stringify(["{'paper': {'title': 'A Harbour'}}"]), 'huggingface-api', 1],
		[
			'a text dump',
			'Daily Papers\r\n\r\nA Harbour\r\n\r\nWe look.\r\n\r\n• 1 author\r\n·\r\nMay 3, 2024',
			'huggingface-text',
			1,
		],
		['a byte order mark before it', '\ufeffnew\n\nDaily Papers\n', 'huggingface-text', 0],
		[
			'a compact dump',
			'Get trending papers in your email inbox!\nSubscribeA Harbour\nWe look.',
			'huggingface-compact-text',
			1,
		],
	])('%s', (_, content, dialect, entries) => {
		const read = readListing({ file: 'x', bytes: new TextEncoder().encode(content), sidecar: null });
		expect(read).toMatchObject({ dialect });
		expect('entries' in read && read.entries.length).toBe(entries);
	});

	test.each([
		['a web page', '<!doctype html><title>Daily Papers</title>\n·\n'],
		['a letter with a dot', 'Dear reader,\n·\nMay 3, 2024\n'],
		['front matter', '---\nurl: x\n---\nDaily Papers\n\n·\n'],
		['other JSON', '{"name": "daybook", "papers": {"paper": 1}}'],
		['a table', 'title,abstract\nA Harbour,We look.\n'],
	])('%s is none', (_, content) => {
		const read = readListing({ file: 'Daily Papers.txt', bytes: new TextEncoder().encode(content), sidecar: null });
		expect(read).toMatchObject({ problem: { code: 'listing/unknown-dialect' } });
	});

	test('what a scraper damaged is refused, and nothing is made of it', (context) => {
		const folder = requireShared(context, 'captures/hostile');
		for (const name of readdirSync(folder)) {
			const read = readListing({ file: name, bytes: readFileSync(join(folder, name)), sidecar: null });
			expect(read).toMatchObject({ file: name, problem: { code: 'listing/unknown-dialect' } });
		}
	});
});

test('a letter that the end of a file cuts in two costs only itself', () => {
	const bytes = new TextEncoder().encode(
		'Daily Papers\n\nA Harbour\n\nWe look.\n\n• 2 authors\n·\nMay 3, 2024\n\nKnots —',
	);
	for (const cut of [1, 2]) {
		const read = readListing({ file: 'x', bytes: bytes.subarray(0, -cut), sidecar: null });
		expect('entries' in read && read.entries[0]).toMatchObject({
			title: 'A Harbour',
			authorCount: 2,
			published: '2024-05-03',
		});
	}
});

const cards = '<!doctype html><title>Cats</title><p>They purr.</p>';
const dump = 'Daily Papers\n\nA Harbour\n\nWe look.\n\n• 2 authors\n·\nMay 3, 2024\n';
const weekend = '<?xml version="1.0"?><rss version="2.0"><channel><title>Papers</title></channel></rss>';

function readAs(content: string, sidecar: Sidecar | null, file = 'page.txt') {
	return readListing({ file, bytes: new TextEncoder().encode(content), sidecar });
}

describe('a sidecar that names the wrong dialect', () => {
	test.each([
		...dialects
			.filter(({ name }) => !['huggingface-text', 'huggingface-compact-text'].includes(name))
			.map(({ name }) => [name, dump, 'this looks like huggingface-text.']),
		['bibtex', 'Dear reader,\n\nthis is a letter.\n', 'nothing in this file is that.'],
		['huggingface-html', '@article{a, title = {A Harbour}}\n', 'this looks like bibtex.'],
		['ris', cards, 'nothing in this file is that.'],
		['ris', JSON.stringify([item]), 'this looks like huggingface-api.'],
	])('%s: %j', (dialect, content, said) => {
		const read = readAs(content, { dialect });
		expect(read).toMatchObject({
			problem: {
				code: 'listing/other-dialect',
				message: `The sidecar says ${dialect}; ${said}`,
				hint: 'correct dialect: in page.txt.yaml, or leave it out',
			},
		});
	});

	test.each([
		['huggingface-api', '[]'],
		['csl-json', '[]\n'],
		['arxiv-tracker', '{"date": "2025-11-22", "papers": []}'],
		['huggingface-rss', weekend],
		['arxiv-rss', weekend],
		[null, '[]'],
		['bibtex', '% Encoding: UTF-8\n\n% no papers yet\n'],
	])('is not said of %s and %j, which have nothing to be read', (dialect, content) => {
		expect(readAs(content, { dialect })).toMatchObject({ dialect: dialect ?? 'huggingface-api', entries: [] });
	});

	test('is not said where the dialect says itself what is wrong', () => {
		expect(readAs('title,year\nA Harbour,2024\n', { dialect: 'mapped-csv' })).toMatchObject({ dialect: 'mapped-csv' });
	});
});

describe('what is no listing is told from what might be one', () => {
	test.each([
		['page.txt', '', 'This file is empty.', 'save the page again'],
		['page.txt', '\ufeff \r\n\n', 'This file is empty.', 'save the page again'],
		['page.txt.yaml', 'captured: 2025-11-24\n', 'No listing has this sidecar.', 'as page.txt.yaml'],
		['page.yaml', 'captured: 2025-11-24\n', 'No listing has this sidecar.', 'as page.txt.yaml'],
		['page.txt.yml', 'captured: 2025-11-24\n', 'No listing has this sidecar.', 'as page.txt.yaml'],
		['a.csv', 'title,year\nA Harbour,2024\n', 'matches no listing format', 'under columns: in a.csv.yaml'],
		['a.tsv', 'title\tby\nA Harbour\tAnn\n', 'matches no listing format', 'under columns: in a.tsv.yaml'],
		['a.txt', 'title;by\n"A; Harbour";Ann\n', 'matches no listing format', 'under columns: in a.txt.yaml'],
		['a.json', '{"all": [{"name": "A Harbour"}]}', 'matches no listing format', 'under columns: in a.json.yaml'],
		['a.jsonl', '{"name": "A"}\n{"name": "B"}\n', 'matches no listing format', 'under columns: in a.jsonl.yaml'],
		['a.txt', 'Dear reader,\n\nthis, too, is a letter.\n', 'matches no listing format', 'dialect in a.txt.yaml'],
		['a.html', cards, 'matches no listing format', 'dialect in a.html.yaml'],
	])('%s with %j', (file, content, message, hint) => {
		expect(readAs(content, null, file)).toMatchObject({
			problem: { message: expect.stringContaining(message), hint: expect.stringContaining(hint) },
		});
	});

	test('an empty file is one whatever its sidecar says', () => {
		expect(readAs('', { dialect: 'bibtex' })).toMatchObject({ problem: { code: 'listing/empty' } });
	});
});
