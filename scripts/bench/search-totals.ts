import { newStemmer } from 'snowball-stemmers';
import type { PublishedPaper } from '../../src/records/published-paper.ts';
import { wordsOf } from '../../src/records/title-key.ts';
import type { Search } from '../../src/search/client/found.ts';
import { queryOf } from './daybook-search.ts';

/** How many papers a search says it finds for a word, and how many have it. */
export interface CountedTotal {
	word: string;
	total: number;
	counted: number;
}

/**
 * Compares totals for single words with a count that knows nothing of the index: papers of whose title, abstract and
 * authors a word has the same stem. They need not be equal, for the index also takes `NeuralNet` and `real-time` apart
 * and together.
 */
export async function countedTotals(
	search: Search,
	papers: readonly PublishedPaper[],
	words: readonly string[],
): Promise<CountedTotal[]> {
	const counts = countsByStem(papers, words);
	const totals: CountedTotal[] = [];
	for (const [at, word] of words.entries()) {
		const { lists } = await search.search({ ...queryOf(word, 'overall'), literal: true });
		totals.push({ word, total: lists.reduce((sum, { total }) => sum + total, 0), counted: counts[at] ?? 0 });
	}
	return totals;
}

/** For each word, how many papers have one of its stem. */
export function countsByStem(papers: readonly PublishedPaper[], words: readonly string[]): number[] {
	const stemmer = newStemmer('english');
	const stems = new Map<string, string>();
	const stemOf = (word: string): string => {
		const stem = stems.get(word) ?? stemmer.stem(word);
		stems.set(word, stem);
		return stem;
	};
	const asked = words.map((word) => wordsOf(word).map(stemOf).join(' '));
	const counts = new Map(asked.map((stem) => [stem, 0]));
	for (const { title, abstract, summary, authors } of papers) {
		const text = [title, abstract, summary, ...authors.map(({ name }) => name)].join(' ');
		for (const stem of new Set(wordsOf(text).map(stemOf))) {
			const count = counts.get(stem);
			if (count !== undefined) counts.set(stem, count + 1);
		}
	}
	return asked.map((stem) => counts.get(stem) ?? 0);
}
