import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptsOf } from '../../src/listings/excerpts.ts';
import { jsonItems, pointerFinder } from '../../src/listings/json-items.ts';
import { readListing } from '../../src/listings/read.ts';
import type { Place, Problem } from '../../src/records/listing.ts';

const problemAt = (at: Place | null): Problem => ({ code: 'test/problem', at, message: '', hint: '' });
const excerptAt = (content: string, at: Place) => excerptsOf(content, [problemAt(at)], pointerFinder)[0];

describe('lines of a text', () => {
	test.each([
		['one line', 'a\nb\nc', [2, 2], { from: 2, lines: ['b'], cut: false }],
		['several', 'a\nb\n\nd', [2, 4], { from: 2, lines: ['b', '', 'd'], cut: false }],
		['any line break', 'a\r\nb\rc\nd', [2, 3], { from: 2, lines: ['b', 'c'], cut: false }],
		['an empty line', 'a\n\nc', [2, 2], { from: 2, lines: [''], cut: false }],
		['the last, which has no line break', 'a\nb', [2, 9], { from: 2, lines: ['b'], cut: false }],
		['an empty file', '', [1, 1], { from: 1, lines: [''], cut: false }],
	] as const)('%s', (_, content, [from, to], excerpt) => {
		expect(excerptAt(content, [from, to])).toEqual({ at: [from, to], ...excerpt });
	});

	test('that the file does not have are none', () => {
		expect(excerptsOf('a', [problemAt([7, 8])])).toEqual([]);
	});

	test('are at most twelve of 300 characters, and say when they were cut', () => {
		const many = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`).join('\n');
		expect(excerptAt(many, [3, 20])).toMatchObject({ from: 3, cut: true, lines: { length: 12, 11: 'line 14' } });
		expect(excerptAt('x'.repeat(300), [1, 1])).toMatchObject({ cut: false });
		expect(excerptAt(`${'x'.repeat(299)}🙂`, [1, 1])).toMatchObject({ cut: true, lines: [`${'x'.repeat(299)}…`] });
		const words = `${'x'.repeat(290)} characterization of nothing`;
		expect(excerptAt(words, [1, 1])).toMatchObject({ lines: [`${'x'.repeat(290)}…`] });
	});

	test('are kept once for several problems, and not for problems of no place', () => {
		const found = excerptsOf('a\nb', [problemAt([1, 1]), problemAt(null), problemAt([1, 1]), problemAt([2, 2])]);
		expect(found.map(({ from }) => from)).toEqual([1, 2]);
	});

	test('of any text are lines of it', () => {
		const content = fc
			.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\r\n', '\n', '\r')))
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(content, fc.nat(20), fc.nat(20), (text, first, length) => {
				const lines = text.split(/\r\n|\n|\r/);
				const [excerpt] = excerptsOf(text, [problemAt([first + 1, first + 1 + length])]);
				expect(excerpt?.lines).toEqual(
					first < lines.length ? lines.slice(first, first + Math.min(12, length + 1)) : undefined,
				);
			}),
		);
	});
});

describe('places of JSON', () => {
	const pretty = `[
	{ "paper": { "title": "A, [b]" } },
	{
		"paper": {
			"title": "B",
			"upvotes": "many"
		},
		"title": 3
	},
	"{'paper': {'title': 'python'}}"
]`;

	test.each([
		['/0', 2, ['\t{ "paper": { "title": "A, [b]" } }']],
		['/1/paper/upvotes', 6, ['\t\t\t"upvotes": "many"']],
		['/1/title', 8, ['\t\t"title": 3']],
		['/1/paper', 4, ['\t\t"paper": {', '\t\t\t"title": "B",', '\t\t\t"upvotes": "many"', '\t\t}']],
		['/1/paper/missing', 4, ['\t\t"paper": {', '\t\t\t"title": "B",', '\t\t\t"upvotes": "many"', '\t\t}']],
		['/2/paper/title', 10, [`\t"{'paper': {'title': 'python'}}"`]],
	])('%s', (pointer, from, lines) => {
		expect(excerptAt(pretty, pointer)).toEqual({ at: pointer, from, lines, cut: false });
	});

	test('in one long line stand alone', () => {
		const line = JSON.stringify([{ paper: { title: 'A' } }, { paper: { title: 'B', upvotes: 'many' } }]);
		expect(excerptAt(line, '/1/paper/upvotes')).toMatchObject({ from: 1, lines: ['"upvotes":"many"'] });
	});

	test('in an object that wraps the array, and in a file that ends in the middle', () => {
		expect(excerptAt('{"data":[{"a":1},{"b":2', '/data/1')).toMatchObject({ lines: ['{"b":2'] });
		expect(excerptsOf('[1,', [problemAt('')], pointerFinder)).toEqual([]);
	});

	test('that are not there are none', () => {
		for (const pointer of ['/9', '/x', '', '/data/0']) expect(excerptAt(pretty, pointer)).toBeUndefined();
	});

	test('are those that the items were read at', () => {
		const cut = fc.tuple(
			fc.jsonValue().map((value) => JSON.stringify([value, { paper: value }], null, '\t')),
			fc.nat(),
		);
		fc.assert(
			fc.property(cut, ([whole, length]) => {
				const text = whole.slice(0, 1 + (length % whole.length));
				const find = pointerFinder(text);
				const { items = [], broken = [] } = jsonItems(text) ?? {};
				for (const { pointer, value } of items) {
					const span = find(pointer);
					expect(span && JSON.parse(text.slice(span.from, span.to))).toEqual(value);
				}
				for (const pointer of broken) expect(find(pointer)).not.toBeNull();
			}),
		);
	});
});

describe('a listing that was read', () => {
	const read = (file: string, text: string) =>
		readListing({ file, bytes: new TextEncoder().encode(text), sidecar: null });

	test('keeps the lines that its problems are about', () => {
		const text = 'Daily Papers\n\nNov 24\n\nA title\n\nAn abstract.\n\n• 3 authors\n·\nwhat\n';
		const { problems, excerpts } = { problems: [], ...read('page.txt', text) };
		expect(problems.map(({ code, at }) => [code, at])).toContainEqual(['line/unread', [11, 11]]);
		expect(excerpts).toContainEqual({ at: [11, 11], from: 11, lines: ['what'], cut: false });
	});

	test('keeps the items that were refused', () => {
		const { excerpts } = read('2025-11-24.json', '[\n{"paper": {"title": "A", "id": "2511.00001"}},\n{"paper": 3}\n]');
		expect(excerpts).toEqual([{ at: '/1', from: 3, lines: ['{"paper": 3}'], cut: false }]);
	});

	test('keeps the first line of a file that is not recognised', () => {
		expect(read('letter.txt', 'Dear <b>reader</b>,\n\nthis')).toMatchObject({
			problem: { code: 'listing/unknown-dialect' },
			excerpts: [{ at: [1, 1], from: 1, lines: ['Dear <b>reader</b>,'], cut: false }],
		});
	});
});
