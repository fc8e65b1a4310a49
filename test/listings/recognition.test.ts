import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readListing } from '../../src/listings/read.ts';
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
		['nothing', ''],
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
