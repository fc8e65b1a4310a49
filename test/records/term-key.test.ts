import fc from 'fast-check';
import { expect, test } from 'vitest';
import { singular, termFile, termKey } from '../../src/records/term-key.ts';

test.each([
	['models', 'model'],
	['queries', 'query'],
	['databases', 'database'],
	['approaches', 'approach'],
	['losses', 'loss'],
	['boxes', 'box'],
	['bus', 'bus'],
	['corpus', 'corpus'],
	['loss', 'loss'],
	['analysis', 'analysis'],
	['gas', 'gas'],
	['llms', 'llm'],
	['series', 'sery'],
])('%s is counted as %s', (word, expected) => {
	expect(singular(word)).toBe(expected);
});

test.each([
	['Large-Language Models', 'large language model'],
	['  chain   of\tthought ', 'chain of thought'],
	['GPT‑4', 'gpt 4'],
	['the model’s loss', 'the model loss'],
	['α-divergence', 'alpha divergence'],
	['Café', 'cafe'],
	['!?', ''],
])('the key of %j is %j', (text, expected) => {
	expect(termKey(text)).toBe(expected);
});

test('a key is its own key, however often it is taken', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('model', 'query', 'loss', 'chain', 'thought', 'box', 'gpt'), { minLength: 1 }),
			(words) => {
				const key = termKey(words.join(' '));
				expect(termKey(key)).toBe(key);
			},
		),
	);
});

test('every key has one file among those there are, and files fill evenly', () => {
	const keys = Array.from({ length: 4096 }, (_, number) => `term ${number}`);
	const filled = new Map<number, number>();
	for (const key of keys) {
		const file = termFile(key, 16);
		expect(termFile(key, 16)).toBe(file);
		filled.set(file, (filled.get(file) ?? 0) + 1);
	}
	expect([...filled.keys()].every((file) => Number.isInteger(file) && file >= 0 && file < 16)).toBe(true);
	expect(Math.max(...filled.values())).toBeLessThan(2 * (keys.length / 16));
	expect(filled.size).toBe(16);
});
