import { describe, expect, test } from 'vitest';
import { termSpelling } from '../../src/analysis/written-term.ts';

const inText = (...abstracts: string[]) => abstracts.map((abstract) => ({ title: 'What is this?', abstract }));

describe('a term is written', () => {
	test.each<[string, string, { title: string; abstract: string | null }[], string]>([
		[
			'as running text has it most often',
			'mixture of expert',
			inText('a mixture of experts', 'the mixture of experts', 'a Mixture-of-Experts'),
			'mixture of experts',
		],
		[
			'not as titles have it',
			'rye bread',
			[
				{ title: 'Rye Bread', abstract: 'On rye bread.' },
				{ title: 'Rye Bread', abstract: null },
			],
			'rye bread',
		],
		['as titles have it where nothing else does', 'rye bread', [{ title: 'Rye Bread', abstract: null }], 'Rye Bread'],
		['not as a sentence begins', 'agent', inText('Agents plan. Agents act. Some agents fail.'), 'agents'],
		['with its small letters among equals', 'llm', inText('one LLM and one llm'), 'llm'],
		['with its own hyphen', 'few shot', inText('in few-shot tasks', 'with few-shot examples', 'few shots'), 'few-shot'],
		['with one space for a break of lines', 'rye bread', inText('of rye\n\tbread'), 'rye bread'],
		['without the ’s of possession', 'baker', inText('the baker’s work'), 'baker'],
	])('%s', (_, key, papers, written) => {
		expect(termSpelling(key, papers)?.text).toBe(written);
	});

	test.each([
		['is in no paper', 'rye bread', inText('wheat bread, rye and bread')],
		['is spread over sentences', 'rye bread', inText('We like rye. Bread is better.')],
		['there is no paper', 'rye bread', []],
	])('not at all where it %s', (_, key, papers) => {
		expect(termSpelling(key, papers)).toBeNull();
	});
});

test.each([
	['nowhere', 'aware', 'being aware of it', 0],
	['behind a hyphen', 'aware', 'context-aware, aware', 0.5],
	['before a hyphen', 'state', 'state-of-the-art state', 0.5],
	['before a decimal', 'fid of 1', 'an FID of 1.5, an FID of 1, an FID of 1.', 1 / 3],
	['everywhere', 'shot', 'few-shot, one-shot', 1],
	['inside a longer name', 'policy optimization', 'by Group Policy Optimization and Policy Optimization', 0.5],
	['before the rest of a name', 'rye bread', 'the Rye Bread Institute, Rye Bread', 0.5],
	['not behind the capital of a sentence', 'rye', 'See this. The Rye', 0],
])('a term that is cut from a longer one %s says so', (_, key, abstract, cut) => {
	expect(termSpelling(key, inText(abstract))?.cut).toBeCloseTo(cut);
});

test.each([
	['within a sentence', 'a rye bread', true],
	['where sentences begin alone', 'Rye bread is good. Rye bread is old.', false],
])('a term that is %s says so', (_, abstract, inSentences) => {
	expect(termSpelling('rye bread', inText(abstract))?.inSentences).toBe(inSentences);
});
