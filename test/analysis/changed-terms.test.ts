import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	bySurprise,
	type Compared,
	Comparisons,
	chosenTerms,
	isRising,
	ofTerms,
	ofTopics,
	type Thresholds,
} from '../../src/analysis/changed-terms.ts';
import { type Part, surprise } from '../../src/analysis/surprise.ts';
import { paperIdSchema } from '../../src/records/paper.ts';

const idOf = (paper: number) => paperIdSchema.parse(`arxiv:2501.${String(paper).padStart(5, '0')}`);

/** Whether a difference is told of among so many comparisons that come to nothing. */
function isTold(these: Part, before: Part, least: Thresholds, others = 0): Compared | undefined {
	const comparisons = new Comparisons(least);
	comparisons.compare(7, these, before);
	for (let other = 0; other < others; other++) {
		comparisons.compare(8 + other, { papers: 10, of: 100 }, { papers: 10, of: 100 });
	}
	return comparisons.beyondChance()[0];
}

describe('a difference is told of', () => {
	test.each([
		['where it is great enough', 10, 100, 10, 1000, true],
		['of few papers, if surprising', 5, 20, 0, 2000, true],
		['not of four', 4, 20, 0, 20_000, false],
		['not where the share is below 2%', 190, 10_000, 10, 10_000, false],
		['from 2% on', 200, 10_000, 10, 10_000, true],
		['not where it is less than half as much again', 1490, 10_000, 1000, 10_000, false],
		['from half as much again on', 1500, 10_000, 1000, 10_000, true],
		['not where chance may explain it', 6, 20, 6, 60, false],
		['not where shares are equal', 10, 100, 10, 100, false],
		['not without papers before', 10, 100, 0, 0, false],
		['not without these', 0, 0, 10, 100, false],
	])('of a term %s', (_, papers, of, papersBefore, ofBefore, told) => {
		const sides = [
			{ papers, of },
			{ papers: papersBefore, of: ofBefore },
		] as const;
		const [up, down] = [isTold(...sides, ofTerms), isTold(sides[1], sides[0], ofTerms)];
		expect(up !== undefined).toBe(told);
		// What is told of as a rise is told of as a fall when it goes the other way.
		expect(down !== undefined).toBe(told);
		if (up === undefined || down === undefined) return;
		expect([isRising(up), isRising(down)]).toEqual([true, false]);
		expect(up).toEqual({ term: 7, these: sides[0], before: sides[1], surprise: surprise(...sides) });
	});

	test('only if it is beyond what chance makes of as many comparisons', () => {
		// G² is about 14.3, which chance makes once in 6,500 times.
		const sides = [
			{ papers: 12, of: 100 },
			{ papers: 30, of: 1000 },
		] as const;
		expect(surprise(...sides)).toBeGreaterThan(13.5);
		expect(surprise(...sides)).toBeLessThan(15);
		expect(isTold(...sides, ofTerms, 1000)).toBeDefined();
		expect(isTold(...sides, ofTerms, 5000)).toBeUndefined();
	});

	test('of a topic, where it is a tenth of a large one', () => {
		const sides = [
			{ papers: 5600, of: 10_000 },
			{ papers: 5000, of: 10_000 },
		] as const;
		expect(isTold(...sides, ofTopics)).toBeDefined();
		expect(isTold(...sides, ofTerms)).toBeUndefined();
	});
});

interface Term {
	key: string;
	these: number[];
	before?: number[];
	cut?: number;
	/** Null where it says nothing. */
	written?: string | null;
	surprise?: number;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

/** The terms that are chosen of these, which were found among 100 papers (from 100 on) and 100 before. */
function chosen(...terms: Term[]) {
	const all = terms.map(({ these, before = [], surprise: known }, term): Compared => {
		const sides = [
			{ papers: these.length, of: 100 },
			{ papers: before.length, of: 100 },
		] as const;
		return { term, these: sides[0], before: sides[1], surprise: known ?? surprise(...sides) };
	});
	return chosenTerms(all, {
		terms: {
			keys: terms.map(({ key }) => key),
			starts: new Uint32Array(),
			papers: new Uint32Array(),
			titled: new Uint32Array(),
		},
		papersOf: (term) => ({ these: terms[term]?.these ?? [], before: terms[term]?.before ?? [] }),
		written: (term) => {
			const { key, written = key, cut = 0 } = terms[term] ?? { key: '' };
			return written === null ? null : { text: written, inSentences: true, cut };
		},
		isFirst: (term) => terms[term]?.before === undefined,
		idOf,
	});
}

const names = (...terms: Term[]) => chosen(...terms).map(({ term }) => term);

describe('of terms that differ are chosen', () => {
	test('the most surprising first, with their numbers and newest papers', () => {
		const all = chosen(
			{ key: 'rye', these: range(100, 110), before: [3, 4], written: 'Rye' },
			{ key: 'oat', these: range(120, 180), written: 'oats' },
		);
		expect(all).toEqual([
			{
				term: 'oats',
				papers: 60,
				before: 0,
				surprise: Math.round(surprise({ papers: 60, of: 100 }, { papers: 0, of: 100 }) * 100) / 100,
				first: true,
				ids: range(120, 180).reverse().map(idOf),
				idsBefore: [],
			},
			expect.objectContaining({
				term: 'Rye',
				papers: 10,
				before: 2,
				first: false,
				ids: range(100, 110).reverse().map(idOf),
			}),
		]);
	});

	test('at most eight', () => {
		const terms = range(0, 12).map((nth) => ({ key: `word${nth}`, these: range(100 + nth * 8, 108 + nth * 8) }));
		expect(names(...terms)).toEqual(terms.slice(0, 8).map(({ key }) => key));
	});

	test.each<[string, Term[], string[]]>([
		[
			'the longer of two that most papers have both',
			[
				{ key: 'horizon', these: range(100, 120) },
				{ key: 'long horizon', these: range(100, 115) },
			],
			['long horizon'],
		],
		[
			'the shorter where many papers have it alone',
			[
				{ key: 'horizon', these: range(100, 130) },
				{ key: 'long horizon', these: range(100, 115) },
			],
			['horizon'],
		],
		[
			'the shorter where the longer is cut from more',
			[
				{ key: 'horizon', these: range(100, 120) },
				{ key: 'long horizon', these: range(100, 118), cut: 0.6 },
			],
			['horizon'],
		],
		[
			'the shorter where the longer says nothing',
			[
				{ key: 'horizon', these: range(100, 120) },
				{ key: 'long horizon', these: range(100, 118), written: null },
			],
			['horizon'],
		],
		['none that is cut from more', [{ key: 'aware', these: range(100, 120), cut: 0.51 }], []],
		[
			'one of two that half of the papers have both',
			[
				{ key: 'rye', these: range(100, 120) },
				{ key: 'malt', these: range(105, 120) },
			],
			['rye'],
		],
		[
			'both of two that fewer have both',
			[
				{ key: 'rye', these: range(100, 120) },
				{ key: 'malt', these: range(115, 130) },
			],
			['rye', 'malt'],
		],
		[
			'both where one only begins with the letters of the other',
			[
				{ key: 'art', these: range(100, 120) },
				{ key: 'artificial', these: range(130, 150) },
			],
			['art', 'artificial'],
		],
	])('%s', (_, terms, expected) => {
		expect(names(...terms)).toEqual(expected);
	});

	test('of those that faded, by the papers before', () => {
		const before = range(0, 20);
		expect(names({ key: 'rye', these: [], before }, { key: 'malt', these: [], before: range(2, 20) })).toEqual(['rye']);
		expect(chosen({ key: 'rye', these: [], before })[0]).toMatchObject({ papers: 0, before: 20, ids: [] });
	});

	test('never two of one key, and some where some are found', () => {
		const terms = fc.array(
			fc.record({
				key: fc.constantFrom('a b', 'b', 'b c', 'c', 'd', 'a b c'),
				from: fc.integer({ min: 100, max: 170 }),
				length: fc.integer({ min: 3, max: 30 }),
			}),
			{ maxLength: 12 },
		);
		fc.assert(
			fc.property(terms, (all) => {
				const unique = [...new Map(all.map((each) => [each.key, each])).values()];
				const found = chosen(...unique.map(({ key, from, length }) => ({ key, these: range(from, from + length) })));
				expect(found.length).toBeLessThanOrEqual(8);
				expect(new Set(found.map(({ term }) => term)).size).toBe(found.length);
				expect(found.length > 0).toBe(unique.length > 0);
			}),
		);
	});
});

test('the more surprising goes before, and of equals the first', () => {
	const part = { papers: 1, of: 2 };
	const of = (term: number, surprising: number) => ({ term, these: part, before: part, surprise: surprising });
	expect([of(2, 5), of(1, 5), of(3, 9)].sort(bySurprise).map(({ term }) => term)).toEqual([3, 1, 2]);
});
