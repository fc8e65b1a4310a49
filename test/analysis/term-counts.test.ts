import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedTerms } from '../../src/analysis/term-counts.ts';
import { termPapers } from '../../src/analysis/term-papers.ts';
import { termFile } from '../../src/records/term-key.ts';
import { naiveTerms } from './naive-terms.ts';

const trend = (length: number) => ({
	unit: 'month' as const,
	periods: Array.from({ length }, (_, at) => {
		return { period: `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`, papers: 1, of: 1 };
	}),
});

function countsOf(texts: readonly { text: string; period: number }[], length = 3) {
	const papers = texts.map(({ text }) => ({ title: text, abstract: null }));
	return countedTerms(
		trend(length),
		termPapers(papers, 3),
		Int32Array.from(texts, ({ period }) => period),
	);
}

describe('the counts of terms', () => {
	test('are pairs of a period and its papers, without periods that have none', () => {
		const [rye, oats] = ['rye', 'oats'];
		const { periods, counts } = countsOf([
			{ text: rye, period: 2 },
			{ text: rye, period: 0 },
			{ text: `${rye}, ${oats}`, period: 2 },
			{ text: `${oats} and ${oats}`, period: 1 },
			// In no period, but a paper that has it.
			{ text: oats, period: -1 },
		]);
		expect(periods).toMatchObject({ unit: 'month', least: 3, files: 1 });
		expect(periods.periods.map(({ of }) => of)).toEqual([1, 1, 1]);
		expect(counts).toEqual([{ oat: [1, 1, 2, 1], rye: [0, 1, 2, 2] }]);
	});

	test('of an archive without papers are an empty file', () => {
		expect(countedTerms({ unit: 'year', periods: [] }, termPapers([], 3), new Int32Array())).toEqual({
			periods: { unit: 'year', periods: [], least: 3, files: 1 },
			counts: [{}],
		});
	});

	test('leave out what fewer than three papers have, and of 40 000 papers what fewer than four have', () => {
		const some = (text: string, count: number) => Array.from({ length: count }, () => ({ text, period: 0 }));
		const few = [...some('rye', 2), ...some('oats', 3), ...some('spelt', 4)];
		expect(Object.keys(countsOf(few).counts[0] ?? {})).toEqual(['oat', 'spelt']);
		const { periods, counts } = countsOf([...few, ...some('', 39_991)]);
		expect(periods.least).toBe(4);
		expect(Object.keys(counts[0] ?? {})).toEqual(['spelt']);
	});

	test('are those of a slow reading, each term in the file of its key', () => {
		const word = fc.constantFrom('rye', 'Oats', 'of', 'the', 'bread', 'Breads', 'GPT-4', 'k', '7', 'constructor', 'a');
		const text = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));
		const paper = fc.record({ text, period: fc.integer({ min: -1, max: 2 }) });
		fc.assert(
			fc.property(fc.array(paper, { maxLength: 30 }), (papers) => {
				const { periods, counts } = countsOf(papers);
				const found = counts.flatMap((each, file) => {
					for (const key of Object.keys(each)) expect(termFile(key, periods.files)).toBe(file);
					return Object.entries(each);
				});
				const keys = new Set(papers.flatMap(({ text: words }) => [...naiveTerms(words)]));
				const expected = [...keys].flatMap((key) => {
					const having = papers.filter(({ text: words }) => naiveTerms(words).has(key));
					if (having.length < 3) return [];
					const inPeriods = [0, 1, 2].map((at) => having.filter(({ period }) => period === at).length);
					return [[key, inPeriods.flatMap((count, at) => (count > 0 ? [at, count] : []))] as const];
				});
				expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
				expect(found).toHaveLength(expected.length);
			}),
		);
	});

	test('are cut into a power of two of files, six of which and the periods are 30 kB at most', () => {
		const syllables = [
			'ba',
			'ko',
			'lu',
			'mi',
			're',
			'sta',
			'to',
			've',
			'zu',
			'na',
			'pri',
			'do',
			'gel',
			'fi',
			'hun',
			'ost',
		];
		const wordOf = (number: number) =>
			[number, number >> 4, number >> 8, (number * 7) >> 2].map((part) => syllables[part & 15]).join('');
		const texts = Array.from({ length: 3000 }, (_, at) => ({
			text: Array.from({ length: 40 }, (_, nth) => wordOf((at * 31 + nth * nth * 17) % 4000)).join(' '),
			period: (at * 7) % 60,
		}));
		const { periods, counts } = countsOf(texts, 60);
		expect(periods.files).toBeGreaterThanOrEqual(16);
		expect(Math.log2(periods.files) % 1).toBe(0);
		expect(counts).toHaveLength(periods.files);
		const sizes = counts.map((each) => gzipSync(JSON.stringify(each)).length).sort((a, b) => b - a);
		const six = sizes.slice(0, 6).reduce((sum, size) => sum + size, gzipSync(JSON.stringify(periods)).length);
		expect(six).toBeLessThanOrEqual(30_000);
		expect(sizes.at(-1)).toBeGreaterThan((sizes[0] ?? 0) / 3);
	});
});
