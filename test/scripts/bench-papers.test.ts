import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Corpus, corpusPaper } from '../../scripts/bench/corpus.ts';
import { randomNumbers, zipfRanks } from '../../scripts/bench/random.ts';
import { syntheticPapers } from '../../scripts/bench/synthetic.ts';

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

describe('random numbers', () => {
	test('a seed decides them, on every machine', () => {
		const random = randomNumbers(1);
		expect([random(), random(), random()].map((number) => number * 2 ** 32)).toEqual([
			2693262067, 11749833, 2265367787,
		]);
	});

	test('they are from 0 up to 1', () => {
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const random = randomNumbers(seed);
				for (let nth = 0; nth < 100; nth++) {
					const number = random();
					expect(number >= 0 && number < 1).toBe(true);
				}
			}),
		);
	});

	test('a Zipf rank is met in proportion to one divided by its place', () => {
		const rank = zipfRanks(3);
		const sum = 1 + 1 / 2 + 1 / 3;
		const below = (share: number) => share / sum - 1e-9;
		expect([0, below(1), below(1) + 1e-6, below(1.5), below(1.5) + 1e-6, 1 - 1e-9].map(rank)).toEqual([
			0, 0, 1, 1, 2, 2,
		]);
	});
});

describe('made-up papers', () => {
	const papers = [...syntheticPapers(2000)];
	const wordsOf = (text: string) => text.split(' ');

	test('the same seed gives the same papers, and another gives others', () => {
		expect(digest(papers)).toBe('b5c87383b94052e2');
		expect(digest([...syntheticPapers(2000, 2)])).not.toBe(digest(papers));
	});

	test('more papers begin with those of fewer', () => {
		expect([...syntheticPapers(100)]).toEqual(papers.slice(0, 100));
	});

	test('they have the size of papers', () => {
		const lengths = papers.map(({ abstract }) => wordsOf(abstract).length);
		expect(lengths.reduce((sum, length) => sum + length, 0) / papers.length).toBeGreaterThan(140);
		expect(lengths.reduce((sum, length) => sum + length, 0) / papers.length).toBeLessThan(170);
		for (const { title, authors, upvotes, comments } of papers) {
			expect(wordsOf(title).length).toBeGreaterThanOrEqual(6);
			expect(wordsOf(title).length).toBeLessThanOrEqual(12);
			expect(authors.length).toBeGreaterThan(0);
			expect(Number.isSafeInteger(upvotes) && Number.isSafeInteger(comments)).toBe(true);
		}
	});

	test('few words are in most abstracts, and many in one', () => {
		const inAbstracts = new Map<string, number>();
		for (const { abstract } of papers) {
			for (const word of new Set(wordsOf(abstract))) inAbstracts.set(word, (inAbstracts.get(word) ?? 0) + 1);
		}
		const counts = [...inAbstracts.values()];
		expect(counts.filter((count) => count > papers.length / 2).length).toBeLessThan(50);
		expect(counts.filter((count) => count > papers.length / 2).length).toBeGreaterThan(5);
		expect(counts.filter((count) => count === 1).length).toBeGreaterThan(counts.length / 3);
	});

	test('about one title in a hundred is met again', () => {
		const repeated = papers.length - new Set(papers.map(({ title }) => title)).size;
		expect(repeated).toBeGreaterThan(5);
		expect(repeated).toBeLessThan(50);
	});
});

describe('papers of a corpus', () => {
	const line = (parts: object) =>
		JSON.stringify({ id: 'x', title: 'T', authors: ['A'], abstract: 'B', year: 2020, venue: 'v', url: 'u', ...parts });

	test('a line gives a paper, and no counts', () => {
		expect(corpusPaper(line({ title: 'On $x$', authors: ['Ada', 'Bo'] }))).toEqual({
			title: 'On $x$',
			abstract: 'B',
			authors: ['Ada', 'Bo'],
			year: 2020,
			upvotes: null,
			comments: null,
		});
		expect(corpusPaper(line({ abstract: null }))?.abstract).toBe('');
	});

	test.each(['', '{', '[]', 'null', line({ year: null }), line({ year: 20 }), line({ title: 7 })])(
		'what is not a paper gives none: %s',
		(text) => {
			expect(corpusPaper(text)).toBeNull();
		},
	);

	const corpusOf = (text: string) => new Corpus(new TextEncoder().encode(text));
	const titles = (corpus: Corpus, count: number) => corpus.papers(count).papers.map(({ title }) => title);
	const ten = corpusOf(Array.from({ length: 10 }, (_, at) => `${line({ title: String(at) })}\n`).join(''));

	test('fewer papers are spread evenly over the file', () => {
		expect(ten.size).toBe(10);
		expect(titles(ten, 3)).toEqual(['0', '3', '6']);
		expect(titles(ten, 5)).toEqual(['0', '2', '4', '6', '8']);
	});

	test('all of them are all, and no more', () => {
		expect(titles(ten, 10)).toEqual([...'0123456789']);
		expect(titles(ten, 99)).toEqual([...'0123456789']);
	});

	test('only newlines part lines, and the last needs none', () => {
		const corpus = corpusOf(`${line({ title: 'a\u2028b' })}\n\n${line({ title: 'c' })}`);
		expect(titles(corpus, 9)).toEqual(['a\u2028b', 'c']);
	});

	test('lines without a paper are named by their numbers', () => {
		expect(corpusOf(`\n${line({})}\n{"cut`).papers(9)).toMatchObject({ papers: [{ title: 'T' }], unread: [3] });
	});
});
