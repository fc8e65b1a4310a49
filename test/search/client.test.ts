import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksNothing } from '../../src/browser/search-address.ts';
import { numbersOf, stepsOf } from '../../src/search/client/columns.ts';
import { excerptOf } from '../../src/search/client/excerpt.ts';
import { joinNames, readDate, readNumber, shownDate, shownNumber, splitNames } from '../../src/search/client/facts.ts';
import { areForms } from '../../src/search/client/forms.ts';
import { fileOfKey, shortKey } from '../../src/search/client/keys.ts';
import { idIn } from '../../src/search/client/named.ts';
import { parseText, tellingWords, withWord, yearRange } from '../../src/search/client/parse.ts';
import { type PaperRecord, resultRow } from '../../src/search/client/row.ts';
import { continuations, farNeighbours, neighbours } from '../../src/search/client/spelling.ts';
import { decodedWords, encodedWords, fileOfWord } from '../../src/search/client/vocabulary.ts';
import { titleFiles } from '../../src/search/index/titles.ts';
import { queryWith } from './opened-search.ts';

const recordWith = (known: Partial<PaperRecord>): PaperRecord => ({
	url: '/papers/x/',
	content: '',
	meta: {},
	...known,
});

describe('facts', () => {
	test.each(['2025', '2025-11', '2025-11-24'])('the date %s is read as it was written', (date) => {
		expect(readDate(shownDate(date))).toBe(date);
	});

	test.each([0, 7, 12_345])('the number %d is read as it was written', (value) => {
		expect(readNumber(shownNumber(value))).toBe(value);
	});

	test.each([undefined, '', '12', 'ʘ', 'ʘx', 'ʘ-1'])('%j is no fact', (meta) => {
		expect([readNumber(meta), readDate(meta)]).toEqual([null, null]);
	});

	test('names', () => {
		expect(splitNames(joinNames(['Ada Quill', 'B; C']))).toEqual(['Ada Quill', 'B, C']);
		expect(splitNames(undefined)).toEqual([]);
	});
});

describe('excerpts', () => {
	test('are the part that has most words of the query, marked in any of their forms', () => {
		const text = `${'before '.repeat(40)}quantized models of the world, and ${'after '.repeat(40)}`;
		const parts = excerptOf(text, ['quantization', 'model']);
		expect(parts.map(({ text }) => text).join('')).toMatch(
			/^… before before before before before quantized models of the world, and after.* …$/,
		);
		expect(parts.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['quantized models']);
	});

	test.each([
		['pre-trained models', 'pretrained', 'pre-trained'],
		['a naïve idea', 'naive', 'naïve'],
		['the norm l-infinity', 'l-infinity', 'l-infinity'],
	])('%s: %s', (text, word, marked) => {
		expect(
			excerptOf(text, [word])
				.filter((part) => part.marked)
				.map((part) => part.text),
		).toContain(marked);
	});

	test('a short text is there as it is, also its markup', () => {
		const text = '<mark>x</mark> <img/src=x onerror=alert(1)> &amp;';
		expect(excerptOf(text, [])).toEqual([{ text, marked: false }]);
		expect(excerptOf('', ['x'])).toEqual([]);
	});

	test('lose no word of a short text and invent none', () => {
		fc.assert(
			fc.property(fc.array(fc.stringMatching(/^\S+$/), { maxLength: 30 }), fc.array(fc.string()), (words, query) => {
				const whole = excerptOf(words.join(' '), query)
					.map(({ text }) => text)
					.join('');
				expect(whole.split(/\s+/).join(' ')).toBe(words.join(' ').split(/\s+/).join(' '));
			}),
		);
	});

	test('there is none when the title is all that is known', () => {
		expect(resultRow(recordWith({ content: 'On bees', meta: { title: 'On bees' } }), ['bees']).excerpt).toEqual([]);
	});
});

describe('parseText', () => {
	const nothing = { words: [], phrases: [], without: [], topics: [], organizations: [], years: [] };
	test.each([
		['late  interaction ', { words: ['late', 'interaction'] }],
		['"late interaction" model', { phrases: ['late interaction'], words: ['model'] }],
		['"late interaction model', { words: ['"late', 'interaction', 'model'] }],
		['-image -"two words" -', { without: ['image', 'two words'] }],
		['pre-training l-infinity', { words: ['pre-training', 'l-infinity'] }],
		['topic:retrieval TOPIC:"two words"', { topics: ['retrieval', 'two words'] }],
		['org:google organisation:x organization:"y z"', { organizations: ['google', 'x', 'y z'] }],
		['year:2019..2021', { years: [{ from: '2019', to: '2021' }] }],
		['year:2019 year:undated', { years: [{ from: '2019', to: '2019' }, 'undated'] }],
		['year:soon', { years: [{ from: '9999', to: '0000' }] }],
		['“late interaction” −image –x', { phrases: ['late interaction'], without: ['image', 'x'] }],
		['-topic:x', { words: ['-topic:x'] }],
		['http://x.org a:b', { words: ['http://x.org', 'a:b'] }],
		['" "', {}],
		['', {}],
	])('%j', (text, expected) => {
		expect(parseText(text)).toEqual({ ...nothing, ...expected });
	});

	test('reads anything', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const { words, phrases, without } = parseText(text);
				for (const each of [...words, ...phrases, ...without]) expect(each).toMatch(/[\p{L}\p{N}]/u);
			}),
		);
	});

	test.each([
		['2019', { from: '2019', to: '2019' }],
		['2019..2021', { from: '2019', to: '2021' }],
		['2019-2021', { from: '2019', to: '2021' }],
		['2021..2019', { from: '2019', to: '2021' }],
		['2019..', { from: '2019', to: null }],
		['..2021', { from: null, to: '2021' }],
		['Undated', 'undated'],
		['..', null],
		['19', null],
		['20192021', null],
		['', null],
	])('years %j', (text, range) => {
		expect(yearRange(text)).toEqual(range);
	});

	test.each([
		['a b a', 'a', 'x', 'x b a'],
		['a b', 'a', null, 'b'],
		['"a b" a -a topic:a', 'a', 'x', '"a b" x -a topic:a'],
		['ab a', 'a', null, 'ab'],
		['a b', 'c', 'x', 'a b'],
	])('%j with %j as %j: %j', (text, word, other, changed) => {
		expect(withWord(text, word, other)).toBe(changed);
	});

	test('what nearly every paper has is not searched for', () => {
		expect(tellingWords(['Attention', 'is', 'All', 'you', 'need'])).toEqual(['Attention', 'All', 'you', 'need']);
		expect(tellingWords(['the', 'of'])).toEqual([]);
	});
});

test.each([
	[{ text: ' ' }, true],
	[{ text: '"-"' }, true],
	[{ text: 'x' }, false],
	[{ topic: 'bees' }, false],
	[{ year: 'undated' }, false],
	[{ organization: 'x' }, false],
	[{ code: true }, false],
])('whether %j is empty: %j', (asked, expected) => {
	expect(asksNothing(queryWith(asked))).toBe(expected);
});

test.each([
	['2405.15738', 'arxiv:2405.15738'],
	[' arXiv: 2405.15738v2 ', 'arxiv:2405.15738'],
	['https://arxiv.org/abs/2405.15738', 'arxiv:2405.15738'],
	['http://www.arxiv.org/pdf/2405.15738v1.pdf?x=1', 'arxiv:2405.15738'],
	['https://arxiv.org/abs/math.GT/0309136v1', 'arxiv:math/0309136'],
	['cs/0503050', 'arxiv:cs/0503050'],
	['10.48550/arXiv.2405.15738', 'arxiv:2405.15738'],
	['https://doi.org/10.18653/v1/2020.ACL-main.1.', 'doi:10.18653/v1/2020.acl-main.1'],
	['doi:10.1000/xyz', 'doi:10.1000/xyz'],
	['arxiv.org/abs/2405.15738', 'arxiv:2405.15738'],
	['arXiv:2405.15738v1 [cs.IR]', 'arxiv:2405.15738'],
	['(https://arxiv.org/abs/2405.15738v2),', 'arxiv:2405.15738'],
	['https://huggingface.co/papers/2405.15738?x=1#y', 'arxiv:2405.15738'],
	['doi.org/10.48550/arXiv.2405.15738', 'arxiv:2405.15738'],
	['https://doi.org/10.48550%2FarXiv.2405.15738', 'arxiv:2405.15738'],
	['DOI 10.1145/3-x.', 'doi:10.1145/3-x'],
	['https://dl.acm.org/doi/10.1145/X?af=R', 'doi:10.1145/x'],
	['https://link.springer.com/article/10.1007/s10-1/#Sec1', 'doi:10.1007/s10-1'],
	['10.1002/(SICI)1097-4636(199823)', 'doi:10.1002/(sici)1097-4636(199823)'],
	['https://example.org/2020.12345', null],
	['%', null],
	['2405.15738 and more', null],
	['attention', null],
	['3.14', null],
	['', null],
])('the id in %j is %j', (text, id) => {
	expect(idIn(text)).toBe(id);
});

describe('vocabulary', () => {
	const words = fc
		.uniqueArray(fc.stringMatching(/^[a-zé0-9]{1,30}$/), { maxLength: 60 })
		.map((each) => each.sort((a, b) => (a < b ? -1 : 1)));

	test('is read as it was written, frequencies to a fifth', () => {
		fc.assert(
			fc.property(words, fc.integer({ min: 1, max: 100_000 }), (each, papers) => {
				const decoded = decodedWords(encodedWords(each.map((word) => [word, papers])));
				expect([...decoded.keys()]).toEqual(each);
				for (const read of decoded.values()) expect(Math.abs(Math.log2(read / papers))).toBeLessThan(0.3);
			}),
		);
	});

	test.each([
		['quantization', 'q'],
		['élan', '_'],
		['3d', '0'],
		['机器', '_'],
	])('%s is in the file %s', (word, file) => {
		expect(fileOfWord(word)).toBe(file);
	});
});

describe('spelling', () => {
	const frequencies = new Map([
		['quantization', 100],
		['quantized', 50],
		['model', 900],
		['modes', 3],
		['mode', 30],
	]);

	test('a word with one letter more, less, other or exchanged leads back to it', () => {
		const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
		fc.assert(
			fc.property(fc.nat(11), fc.constantFrom('more', 'less', 'other', 'exchanged'), letter, (at, change, other) => {
				const word = 'quantization';
				const [before, after] = [word.slice(0, at), word.slice(at)];
				const wrong = {
					more: before + other + after,
					less: before + after.slice(1),
					other: before + other + after.slice(1),
					exchanged: before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2),
				}[change];
				fc.pre(wrong !== word);
				expect(neighbours(wrong, frequencies)).toContain(word);
			}),
		);
	});

	test.each([
		['modle', ['model', 'mode']],
		['xyz', []],
	])('%s may be %j, frequent words first', (word, expected) => {
		expect(neighbours(word, frequencies)).toEqual(expected);
	});

	test('two changes are looked for in long words', () => {
		expect(farNeighbours('quantisaton', frequencies)).toEqual(['quantization']);
		expect(farNeighbours('modxx', frequencies)).toEqual([]);
	});

	test('continuations are longer, frequent ones first', () => {
		expect(continuations('quan', frequencies)).toEqual(['quantization', 'quantized']);
		expect(continuations('mode', frequencies)).toEqual(['model', 'modes']);
	});

	test.each([
		['models', 'model', true],
		['quantize', 'quantization', true],
		['efficinet', 'efficient', false],
		['languae', 'language', false],
		['net', 'network', false],
	])('%s and %s are forms of one word: %j', (a, b, expected) => {
		expect([areForms(a, b), areForms(b, a)]).toEqual([expected, expected]);
	});
});

test('steps are read as they were written', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat(10_000)), (numbers) => {
			const ascending = numbers.sort((a, b) => a - b);
			expect(numbersOf(stepsOf(ascending))).toEqual(ascending);
		}),
	);
});

test('every key is in the file that it is looked up in, and names differ', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.string(), { maxLength: 50 }), (keys) => {
			const short = keys.map(shortKey);
			expect(new Set(short).size).toBe(keys.length);
			const files = titleFiles(
				short.map((key, number) => [key, [0, number]]),
				8,
			);
			for (const [number, key] of short.entries()) {
				expect(JSON.parse(files[fileOfKey(key, 8)] ?? '')[key]).toEqual([[0, number]]);
			}
		}),
	);
});
