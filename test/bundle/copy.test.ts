import { describe, expect, test } from 'vitest';
import { copyInWords, readme } from '../../src/bundle/copy.ts';

const all = { papers: 12_345, captured: '2025-11-24', live: 'https://daybook.example/', part: null };

describe('what a copy says of itself', () => {
	test('all of an archive', () => {
		expect(copyInWords(all)).toEqual([
			'Offline copy of Daybook',
			'12\u202F345 papers',
			'made from the archive of 24 November 2025',
		]);
	});

	test('a part of it', () => {
		expect(copyInWords({ ...all, part: { since: '2025-11-01', papers: 7 } })).toEqual([
			'Offline copy of a part of Daybook',
			'7 of 12\u202F345 papers, from 1 November 2025 on',
			'made from the archive of 24 November 2025',
		]);
	});

	test('one paper, captured nobody knows when', () => {
		expect(copyInWords({ ...all, papers: 1, captured: null })).toEqual(['Offline copy of Daybook', '1 paper']);
	});
});

test('README.txt', () => {
	expect(readme(all)).toMatchInlineSnapshot(`
		"Offline copy of Daybook

		12 345 papers.
		Made from the archive of 24 November 2025.
		The live site is at https://daybook.example/

		Unpack the archive first, all of it, then open index.html in a browser. Pages, charts and
		search work without a network. Links marked with an arrow lead to the web.

		The folder can be moved, renamed, and put on a web server below any path.
		manifest.json names every file with its size and SHA-256.
		"
	`);
});
