import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startOf } from '../../src/records/lead.ts';

describe('the start of a text', () => {
	test.each<[text: string, length: number, start: string]>([
		['Short enough.', 13, 'Short enough.'],
		['', 13, ''],
		['one two three', 9, 'one two'],
		['one two three', 7, 'one two'],
		['one two, three', 9, 'one two'],
		['one two — three', 10, 'one two'],
		['one\n\ntwo three', 9, 'one\n\ntwo'],
		['incomprehensibilities', 10, 'incomprehe'],
		['I incomprehensibilities', 10, 'I incompre'],
		['人工智能模型的推理能力', 6, '人工智能模型'],
		['人工智能，模型的推理能力', 5, '人工智能'],
		['AI 人工智能模型的推理能力', 8, 'AI 人工智能模'],
		['aaaa👩‍👩‍👧 and more', 7, 'aaaa'],
		['👩‍👩‍👧👩‍👩‍👧 more', 5, '👩‍👩'],
		['e\u0301e\u0301e\u0301e\u0301', 5, 'e\u0301e\u0301'],
		['…………………………', 5, '……………'],
		['- - - - - - -', 5, '- - -'],
	])('%j in %d is %j', (text, length, start) => {
		expect(startOf(text, length)).toBe(start);
	});

	test('is the beginning of the text as it is, never longer than told, and never empty', () => {
		const texts = fc.oneof(
			fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
			fc
				.array(fc.constantFrom('a', 'word', ' ', '\n', '.', '—', '漢字', '👍🏽'), { minLength: 1 })
				.map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(texts, fc.integer({ min: 1, max: 60 }), (text, length) => {
				const start = startOf(text, length);
				expect(text.startsWith(start)).toBe(true);
				expect(start.length).toBeLessThanOrEqual(length);
				expect(start).not.toBe('');
			}),
		);
	});
});
