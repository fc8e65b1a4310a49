import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balancedLines, isCut, oneLine, wrappedLines } from '../../src/charts/wrapped-lines.ts';

/** As in type of one width. */
const measure = (text: string) => [...text].length;

const titles = fc
	.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 30 })
	.map((words) => words.join(' ').replaceAll('…', ''));

describe('lines of a title', () => {
	test.each([
		['', 10, 3, []],
		['one', 10, 3, ['one']],
		['one two three', 7, 3, ['one two', 'three']],
		['one two three four', 7, 2, ['one two', 'three…']],
		['one, two, three', 8, 1, ['one…']],
		['unbreakable', 4, 3, ['unbr', 'eaka', 'ble']],
		['unbreakable', 4, 2, ['unbr', 'eak…']],
		[' many   spaces ', 20, 1, ['many spaces']],
	])('%j, %i wide, at most %i', (text, width, count, lines) => {
		expect(wrappedLines(text, width, count, measure)).toEqual(lines);
	});

	test('are no wider and no more than asked for, and hold the text from its start', () => {
		fc.assert(
			fc.property(titles, fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 5 }), (text, width, count) => {
				const lines = wrappedLines(text, width, count, measure);
				expect(lines.length).toBeLessThanOrEqual(count);
				for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
				const letters = (part: string) => part.replace(/[\s…]/gu, '');
				const shown = letters(lines.join(''));
				if (isCut(lines)) expect(letters(text).startsWith(shown)).toBe(true);
				else expect(shown).toBe(letters(text));
			}),
		);
	});

	test('are balanced without more lines, and without breaking a word', () => {
		expect(balancedLines('Simple Projection Variants Improve it', 30, 2, measure)).toEqual([
			'Simple Projection',
			'Variants Improve it',
		]);
		fc.assert(
			fc.property(titles, (text) => {
				const lines = wrappedLines(text, 30, 4, measure);
				fc.pre(lines.length > 0 && !isCut(lines));
				const balanced = balancedLines(text, 30, lines.length, measure);
				expect(balanced.join(' ')).toBe(lines.join(' '));
				expect(Math.max(...balanced.map(measure))).toBeLessThanOrEqual(Math.max(...lines.map(measure)));
			}),
		);
	});

	test('one of them is cut to its width', () => {
		expect(oneLine('Compression and distillation', 14, measure)).toBe('Compression…');
	});
});
