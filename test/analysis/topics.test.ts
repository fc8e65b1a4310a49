import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTopic } from '../../src/analysis/topic-file.ts';
import { topicRecogniser } from '../../src/analysis/topics.ts';
import type { Topic } from '../../src/records/archive.ts';
import { slugSchema } from '../../src/records/paper.ts';
import { wordsOf } from '../../src/records/title-key.ts';
import { requireShared } from '../shared-material.ts';

function topic(slug: string, terms: (string | [string, number])[], notTerms: string[] = []): Topic {
	return {
		slug: slugSchema.parse(slug),
		name: slug,
		terms: terms.map((term) => (typeof term === 'string' ? { term, weight: 1 } : { term: term[0], weight: term[1] })),
		notTerms,
		parent: null,
	};
}

/** Whether a topic of this one term is given to a paper of this title. */
function found(term: string, title: string, notTerms: string[] = []): boolean {
	return topicRecogniser([topic('it', [term], notTerms)])({ title, abstract: null }).length === 1;
}

describe('a term', () => {
	test.each([
		['regulariz', 'Weight regularization', true],
		['regulariz', 'REGULARIZED nets', true],
		['regulariz', 'Preregularization', false],
		['pre-training data', 'Pretraining data at scale', true],
		['pretraining data', 'Pre training data at scale', true],
		['super-net', 'One supernet for all', true],
		['supernet', 'One super-net for all', true],
		['schrodinger bridge', 'A Schrödinger-bridge view', true],
		['A/B test', 'Interference in a/b testing', true],
		['rag', 'RAG for law', true],
		['rag', 'Many RAGs', true],
		['rag', 'Storage and average', false],
		['rag', 'Ragged arrays', false],
		['nas', 'NASA', false],
		['nas', 'Batches of N as a bound', false],
		['gan', 'What GANs cannot generate', true],
		['gan', 'Gang of four', false],
		['gene', 'Generalization', false],
		['3d', '3D shapes', true],
		['item id', 'Item identifiers', true],
		['latent space', 'A latent', false],
		['latent space', '', false],
	])('%s in “%s”: %s', (term, title, expected) => {
		expect(found(term, title)).toBe(expected);
	});

	test.each([
		['clip', 'Gradient clip and clip', ['gradient clip'], true],
		['clip', 'Gradient clip', ['gradient clip'], false],
		['statistical', 'Statistical physics', ['statistic'], false],
		['recommend', 'Recommends the best', ['recommends the'], false],
		['recommendation engine', 'Recommendation engines', ['recommendation'], true],
	])('%s in “%s” but not in %j: %s', (term, title, notTerms, expected) => {
		expect(found(term, title, notTerms)).toBe(expected);
	});

	test('of another topic is not removed by a not-term', () => {
		const recognise = topicRecogniser([topic('one', ['clip'], ['gradient clip']), topic('two', ['clip'])]);
		expect(recognise({ title: 'Gradient clip', abstract: null })).toEqual(['two']);
	});
});

describe('a topic is given', () => {
	test.each([
		['for a hit in the title', 'Speech', null, ['speech']],
		['for three hits in the abstract', 'Untitled', 'Speech, speech and speech.', ['speech']],
		['not for two', 'Untitled', 'Speech and speech.', []],
		['not where nothing is said', '', null, []],
		['once for two terms at one word', 'Untitled', 'Speech recognition, speech recognition.', []],
	])('%s', (_, title, abstract, expected) => {
		const recognise = topicRecogniser([topic('speech', ['speech', 'speech recognition'])]);
		expect(recognise({ title, abstract })).toEqual(expected);
	});

	test('by the weight of its terms, the heaviest at a word', () => {
		const recognise = topicRecogniser([topic('speech', ['speech', ['speech recognition', 3]])]);
		expect(recognise({ title: 'Untitled', abstract: 'Speech recognition.' })).toEqual(['speech']);
	});

	test('beside a better one only for about a hit in the title', () => {
		const recognise = topicRecogniser([topic('speech', ['speech']), topic('music', ['music'])]);
		expect(recognise({ title: 'Speech', abstract: 'Music, music and music.' })).toEqual(['speech']);
		expect(recognise({ title: 'Speech', abstract: 'Music, music, music, music, music.' })).toEqual(['music', 'speech']);
	});

	test('best first, ties by slug, and five at most', () => {
		const names = ['delta', 'alpha', 'echo', 'charlie', 'bravo', 'foxtrot'];
		const recognise = topicRecogniser(names.map((name) => topic(name, [name])));
		expect(recognise({ title: names.join(' '), abstract: 'Foxtrot.' })).toEqual([
			'foxtrot',
			'alpha',
			'bravo',
			'charlie',
			'delta',
		]);
	});
});

/** Small alphabets, so that words, terms and not-terms meet often. */
const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 6 });
const text = fc
	.array(fc.tuple(word, fc.constantFrom(' ', '-', ', ')), { maxLength: 12 })
	.map((parts) => parts.flat().join(''));
const term = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));
const taxonomy = fc
	.array(
		fc.tuple(
			fc.array(fc.tuple(term, fc.constantFrom(0.5, 1, 2)), { minLength: 1, maxLength: 4 }),
			fc.array(term, { maxLength: 2 }),
		),
		{
			minLength: 1,
			maxLength: 7,
		},
	)
	.map((topics) => topics.map(([terms, notTerms], at) => topic(`topic-${at}`, terms, notTerms)));

test('one pass over all terms finds what a search for each term finds', () => {
	fc.assert(
		fc.property(taxonomy, text, text, (topics, title, abstract) => {
			expect(topicRecogniser(topics)({ title, abstract })).toEqual(plainly(topics, title, abstract));
		}),
		{ numRuns: 500 },
	);
});

test('the order of the topics does not matter', () => {
	fc.assert(
		fc.property(taxonomy, text, text, (topics, title, abstract) => {
			const reversed = topicRecogniser(topics.toReversed());
			expect(reversed({ title, abstract })).toEqual(topicRecogniser(topics)({ title, abstract }));
		}),
	);
});

/** The rule without the trie. */
function plainly(topics: Topic[], title: string, abstract: string): string[] {
	const scored = topics.map(({ slug, terms, notTerms }) => {
		const score = (of: string) => {
			const words = wordsOf(of);
			return words.reduce((sum, _, first) => {
				const weights = terms
					.filter(({ term }) => {
						const last = lastWord(words, first, term);
						return last !== null && !notTerms.some((not) => isWithin(words, not, first, last));
					})
					.map(({ weight }) => weight);
				return sum + Math.max(0, ...weights);
			}, 0);
		};
		return { slug, score: 5 * score(title) + score(abstract) };
	});
	return scored
		.sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1))
		.filter(({ score }, rank) => score >= (rank === 0 ? 3 : 5))
		.slice(0, 5)
		.map(({ slug }) => slug);
}

/** The last word of a term that begins at word `first`, or null. */
function lastWord(words: string[], first: number, term: string): number | null {
	const key = wordsOf(term).join('');
	if (key.length <= 4) return words[first] === key || words[first] === `${key}s` ? first : null;
	if (!words.slice(first).join('').startsWith(key)) return null;
	let last = first;
	while (words.slice(first, last + 1).join('').length < key.length) last++;
	return last;
}

function isWithin(words: string[], not: string, first: number, last: number): boolean {
	return words.slice(0, first + 1).some((_, notFirst) => (lastWord(words, notFirst, not) ?? -1) >= last);
}

interface Labelled {
	file: string;
	ordinal: number;
	title: string;
	topics: string[];
}

test('the topics of this archive agree with a reader’s labels', (context) => {
	const labels = readLines<Labelled>(requireShared(context, 'truth/topic-labels.jsonl'));
	const entries = readLines<Labelled & { abstract: string | null }>(requireShared(context, 'truth/entries.jsonl'));
	const entryAt = new Map(entries.map((entry) => [`${entry.file} ${entry.ordinal}`, entry]));
	const folder = resolve(import.meta.dirname, '../../content/topics');
	const recognise = topicRecogniser(
		readdirSync(folder).map((name) => parseTopic(name, readFileSync(join(folder, name), 'utf8'))),
	);

	let [given, right, wanted, papers, bestRight] = [0, 0, 0, 0, 0];
	for (const { file, ordinal, topics } of labels) {
		const entry = entryAt.get(`${file} ${ordinal}`);
		if (!entry) continue;
		const recognised: string[] = recognise(entry);
		papers++;
		given += recognised.length;
		wanted += topics.length;
		right += recognised.filter((slug) => topics.includes(slug)).length;
		if (topics.includes(recognised[0] ?? '')) bestRight++;
	}
	expect(papers).toBeGreaterThanOrEqual(50);
	expect(right / given, 'precision').toBeGreaterThanOrEqual(0.88);
	expect(right / wanted, 'recall').toBeGreaterThanOrEqual(0.8);
	expect(bestRight / papers, 'the best topic is among the labels').toBeGreaterThanOrEqual(0.94);
});

function readLines<T>(path: string): T[] {
	return readFileSync(path, 'utf8')
		.trim()
		.split('\n')
		.map((line): T => JSON.parse(line));
}
