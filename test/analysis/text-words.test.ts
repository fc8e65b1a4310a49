import { describe, expect, test } from 'vitest';
import { eachWord } from '../../src/analysis/text-words.ts';

const signs = ['|', '_', '-', '’'];

/** The words of a text, each behind the sign of its link. */
function read(text: string): string {
	const words: string[] = [];
	eachWord(text, (word, link) => words.push(`${signs[link]}${word}`));
	return words.join('');
}

describe('the words of a text and their links', () => {
	test.each([
		['', ''],
		['one two\n\t three', '|one_two_three'],
		['state-of‑the‐art', '|state-of-the-art'],
		['one - two -- three', '|one|two|three'],
		['one, (two) three.', '|one|two|three'],
		['  spaces before', '|spaces_before'],
		["the model's loss", '|the_model’loss'],
		['the models’ loss', '|the_models|loss'],
		['the model’s-eye view', '|the_model|eye_view'],
		["the model's (new) loss", '|the_model|new|loss'],
		["it's", '|it'],
		["'s first", '|first'],
		["don't 's 's end", '|don|t’end'],
		['s and S stay', '|s_and_S_stay'],
		['e\u0301t\u00e9 3D 日本', '|e\u0301t\u00e9_3D_日本'],
		['see https://example.org/a-b?c here', '|see|here'],
		['(www.example.org) ends', '|ends'],
	])('%j: %s', (text, words) => {
		expect(read(text)).toBe(words);
	});

	test('stand at their places, also behind addresses and possessives', () => {
		const text = "At https://example.org/x 𝒳-ray's end, l’été";
		const words: string[] = [];
		eachWord(text, (word, _, from) => {
			words.push(word);
			expect(text.slice(from, from + word.length)).toBe(word);
		});
		expect(words).toEqual(['At', '𝒳', 'ray', 'end', 'l', 'été']);
	});
});
