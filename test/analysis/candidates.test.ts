import { expect, test } from 'vitest';
import { candidateFinder } from '../../src/analysis/candidates.ts';
import { termVectors } from '../../src/analysis/term-vectors.ts';
import { Lexicon } from '../../src/analysis/words.ts';

function finderOf(titles: string[]): (paper: number) => number[] {
	const lexicon = new Lexicon();
	const abstract = lexicon.read('', 'running');
	return candidateFinder(
		termVectors(
			titles.map((title) => ({ rounding: 0.5, title: lexicon.read(title, 'heading'), abstract })),
			lexicon,
		),
	);
}

test('the papers that share most come first, the paper itself never', () => {
	const candidatesOf = finderOf(['tensor, kernel, graph', 'graph, poetry', 'kernel, tensor', 'poetry']);
	expect(candidatesOf(0)).toEqual([2, 1]);
	expect(candidatesOf(3)).toEqual([1]);
	expect(candidatesOf(0), 'asked again').toEqual([2, 1]);
});

test('however many papers share a common term, a fixed number is handed on, and rare terms come first', () => {
	const titles = Array.from({ length: 9000 }, (_, at) => (at < 2 ? 'tensor, zeugma' : 'tensor'));
	const candidatesOf = finderOf(titles);
	for (const paper of [0, 4500, 8999]) expect(candidatesOf(paper)).toHaveLength(128);
	expect(candidatesOf(0)[0]).toBe(1);
});
