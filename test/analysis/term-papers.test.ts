import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termPapers } from '../../src/analysis/term-papers.ts';
import { naiveTerms } from './naive-terms.ts';

const termsOf = (title: string, abstract: string | null = null) => termPapers([{ title, abstract }], 1).keys.toSorted();

describe('the terms of a text', () => {
	test.each([
		['Diffusion models', ['diffusion', 'diffusion model', 'model']],
		['A mixture of experts', ['expert', 'mixture', 'mixture of expert']],
		['GPT-4', ['gpt', 'gpt 4']],
		['k-means', ['k mean', 'mean']],
		['retrieval, generation', ['generation', 'retrieval']],
		['retrieval – generation', ['generation', 'retrieval']],
		["the model's loss", ['loss', 'model', 'model loss']],
		['sparse https://example.org/some/path loss', ['loss', 'sparse']],
		['The of and', []],
		['2024', []],
		['', []],
	])('%j: %j', (text, expected) => {
		expect(termsOf(text)).toEqual(expected);
	});

	test('do not run from the title into the abstract', () => {
		expect(termsOf('Dense', 'Retrieval')).toEqual(['dense', 'retrieval']);
	});
});

const word = fc.constantFrom(
	'model',
	'models',
	'sparse',
	'of',
	'the',
	'a',
	'k',
	'4',
	'expert',
	'loss',
	'Loss',
	'mixture',
);
const gap = fc.constantFrom(' ', ' ', ' ', '-', ', ', '. ', ' (', ' – ');
const text = fc
	.array(fc.tuple(word, gap), { maxLength: 24 })
	.map((parts) => parts.map(([each, after]) => each + after).join(''));
const library = fc.array(fc.record({ title: text, abstract: fc.option(text) }), { maxLength: 12 });

test('terms and their papers are those of the definition', () => {
	fc.assert(
		fc.property(library, fc.integer({ min: 1, max: 3 }), (papers, least) => {
			const expected = new Map<string, number[]>();
			const titled = new Map<string, number>();
			papers.forEach(({ title, abstract }, paper) => {
				const inTitle = naiveTerms(title);
				for (const term of new Set([...inTitle, ...naiveTerms(abstract ?? '')])) {
					expected.set(term, [...(expected.get(term) ?? []), paper]);
					if (inTitle.has(term)) titled.set(term, (titled.get(term) ?? 0) + 1);
				}
			});
			const found = termPapers(papers, least);
			const told = found.keys.map((key, term) => [
				key,
				[...found.papers.subarray(found.starts[term], found.starts[term + 1])],
				found.titled[term],
			]);
			const wanted = [...expected].filter(([, having]) => having.length >= least);
			expect(told.toSorted()).toEqual(wanted.map(([key, having]) => [key, having, titled.get(key) ?? 0]).toSorted());
		}),
	);
});
