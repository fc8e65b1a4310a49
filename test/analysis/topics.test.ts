import fc from 'fast-check';
import { newStemmer } from 'snowball-stemmers';
import { describe, expect, test } from 'vitest';
import { topicRecogniser } from '../../src/analysis/topics.ts';
import type { Topic } from '../../src/records/archive.ts';
import { slugSchema } from '../../src/records/paper.ts';
import { wordsOf } from '../../src/records/title-key.ts';

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
		['model merging', 'Why merged models and models that merge', false],
		['model merging', 'How models merge', true],
		['retrieval-augmented generation', 'Retrieve-augmented generators', true],
		['nearest neighbor search', 'Searching the nearest neighbors', false],
		['nearest neighbor search', 'Nearest-neighbors searches', true],
		['pre-training data', 'Pretrained data', true],
		['pre-training', 'Pre-trained', false],
		['transformer', 'Transformed', false],
		['sourdough bread', 'Sourdough breadth', true],
		['slow baking', 'Slow baker', false],
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
		['weight averaging', 'Weighted averages', ['weighted average'], false],
		['weight averaging', 'Averaging weights by weight averaging', ['weighted average'], true],
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
		['once for terms that share a word', 'Untitled', 'Recognition of speech recognition, speech.', ['speech']],
		['not twice for terms that share a word', 'Untitled', 'Speech recognition. Recognition.', []],
	])('%s', (_, title, abstract, expected) => {
		const recognise = topicRecogniser([topic('speech', ['speech', 'speech recognition', 'recognition'])]);
		expect(recognise({ title, abstract })).toEqual(expected);
	});

	test('by the weight of its terms, the heaviest at a word', () => {
		const recognise = topicRecogniser([topic('speech', ['speech', ['speech recognition', 3]])]);
		expect(recognise({ title: 'Untitled', abstract: 'Speech recognition.' })).toEqual(['speech']);
	});

	test('by weights that add up as written', () => {
		const recognise = topicRecogniser([topic('speech', [['speech', 0.6]])]);
		expect(recognise({ title: 'Untitled', abstract: 'Speech, speech, speech, speech.' })).toEqual([]);
		expect(recognise({ title: 'Untitled', abstract: 'Speech, speech, speech, speech, speech.' })).toEqual(['speech']);
	});

	test('by the thresholds that are named', () => {
		const topics = [topic('speech', ['speech']), topic('music', ['music'])];
		const text = { title: 'Untitled', abstract: 'Speech, speech. Music.' };
		expect(topicRecogniser(topics)(text)).toEqual([]);
		expect(topicRecogniser(topics, { best: 2, further: 2 })(text)).toEqual(['speech']);
		expect(topicRecogniser(topics, { best: 1, further: 1 })(text)).toEqual(['speech', 'music']);
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

/** Small alphabets and a few endings, so that words, stems, terms and not-terms meet often. */
const word = fc
	.tuple(
		fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 }),
		fc.constantFrom('', '', '', 's', 'ed', 'ing'),
	)
	.map((parts) => parts.join(''));
const text = fc
	.array(fc.tuple(word, fc.constantFrom(' ', '-', ', ')), { maxLength: 12 })
	.map((parts) => parts.flat().join(''));
const term = fc
	.tuple(fc.array(word, { minLength: 1, maxLength: 2 }), fc.constantFrom(' ', '-'))
	.map(([words, joint]) => words.join(joint));
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

/** The rule without the trie: each term is looked for at each word, and of hits that share one the heaviest stays. */
function plainly(topics: Topic[], title: string, abstract: string): string[] {
	const scored = topics.map(({ slug, terms, notTerms }) => {
		const score = (of: string) => {
			const words = wordsOf(of);
			const left = words
				.flatMap((_, first) =>
					terms.flatMap(({ term, weight }) => [
						{ first, last: lastWord(words, first, term), weight },
						{ first, last: lastStem(words, first, term), weight },
					]),
				)
				.flatMap(({ first, last, weight }) => (last === null ? [] : { first, last, weight }))
				.filter(({ first, last }) => !notTerms.some((not) => isWithin(words, not, first, last)));
			let sum = 0;
			while (left.length > 0) {
				const best = left.reduce((a, b) => (isBefore(b, a) ? b : a));
				sum += best.weight;
				const apart = left.filter(({ first, last }) => last < best.first || first > best.last);
				left.splice(0, left.length, ...apart);
			}
			return sum;
		};
		return { slug, score: 5 * score(title) + score(abstract) };
	});
	return scored
		.sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1))
		.filter(({ score }, rank) => score >= (rank === 0 ? 3 : 4.5))
		.slice(0, 5)
		.map(({ slug }) => slug);
}

type Span = { first: number; last: number; weight: number };

function isBefore(a: Span, b: Span): boolean {
	if (a.weight !== b.weight) return a.weight > b.weight;
	return a.first !== b.first ? a.first < b.first : a.last > b.last;
}

/** The last word of a term that begins at word `first` as it is written, or null. */
function lastWord(words: string[], first: number, term: string): number | null {
	const key = wordsOf(term).join('');
	if (key.length <= 4) return words[first] === key || words[first] === `${key}s` ? first : null;
	if (!words.slice(first).join('').startsWith(key)) return null;
	let last = first;
	while (words.slice(first, last + 1).join('').length < key.length) last++;
	return last;
}

const stemmer = newStemmer('english');

/** The same for a term with spaces whose words have the stems of the text's. */
function lastStem(words: string[], first: number, term: string): number | null {
	if (!term.includes(' ')) return null;
	const joined = (some: string[]) => some.map((word) => stemmer.stem(word)).join('');
	const length = words
		.slice(first)
		.findIndex((_, at) => joined(words.slice(first, first + at + 1)) === joined(wordsOf(term)));
	return length < 0 ? null : first + length;
}

function isWithin(words: string[], not: string, first: number, last: number): boolean {
	return words.slice(0, first + 1).some((_, notFirst) => (lastWord(words, notFirst, not) ?? -1) >= last);
}
