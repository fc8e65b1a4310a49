import { describe, expect, test } from 'vitest';
import { apart, hyphenated, spaced } from '../../src/analysis/text-words.ts';
import { Lexicon } from '../../src/analysis/words.ts';

/** The words a lexicon reads in a text, each with the sign of its link to the one before. */
function read(text: string): string {
	const lexicon = new Lexicon();
	const run = lexicon.read(text, 'running');
	const signs = new Map<number, string>([
		[apart, '|'],
		[spaced, '_'],
		[hyphenated, '-'],
	]);
	return [...run.words].map((word, at) => signs.get(run.links[at] ?? apart) + lexicon.usualForm(word)).join('');
}

describe('the words of a text', () => {
	test.each([
		['low-rank adaptation', '|low-rank_adaptation'],
		['images, videos', '|images|videos'],
		['quality of translation', '|quality|translation'],
		['few-shot learning', '|few-shot_learning'],
		['we propose 12 novel methods', ''],
		["the model's weights", '|model|weights'],
		['at https://github.com/a-b/c?d=e for tokens', '|tokens'],
		['R^3 and x', ''],
		['3D scenes\nand Schrödinger bridges', '|3D_scenes|Schrödinger_bridges'],
		['', ''],
	])('“%s” are %s', (text, words) => {
		expect(read(text)).toBe(words);
	});
});

test.each([
	['regularized', 'Regularization', true],
	['Schrodinger', 'Schrödinger', true],
	['similarity', 'similar', true],
	['network', 'weight', false],
])('%s and %s have one stem: %s', (one, other, expected) => {
	const lexicon = new Lexicon();
	const [first, second] = lexicon.read(`${one}, ${other}`, 'running').words;
	expect(lexicon.stemOf(first ?? -1) === lexicon.stemOf(second ?? -1)).toBe(expected);
});

test.each([
	'generalization',
	'effective',
	'similarity',
	'relation',
	'support',
	'representation',
	'natural',
	'experience',
])('%s has a subject of its own', (word) => {
	expect(read(word)).toBe(`|${word}`);
});

test.each(['the', 'performances', 'Proposed', "don't", 'significantly'])('%s is said everywhere', (word) => {
	expect(read(word)).toBe('');
});

test('a word is seen where a sentence has it inside, not where one begins', () => {
	const lexicon = new Lexicon();
	lexicon.read('Gaussian noise. Sparse weights', 'running');
	expect(['Gaussian', 'noise', 'Sparse', 'weights'].map((word) => lexicon.isSeen(lexicon.numberOf(word)))).toEqual([
		false,
		true,
		false,
		true,
	]);
});

test('a word is shown as sentences write it most often, whatever headings do', () => {
	const lexicon = new Lexicon();
	const [title] = lexicon.read('Sparse LORA', 'heading').words;
	const [, lora] = lexicon.read('dense LORA', 'heading').words;
	lexicon.read('We use sparse LoRA weights, with LoRA adapters and low LORA rank', 'running');
	expect(lexicon.usualForm(title ?? -1)).toBe('sparse');
	expect(lexicon.usualForm(lora ?? -1)).toBe('LoRA');
});
