import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BenchPaper } from '../../scripts/bench/bench-paper.ts';
import { judgedMiniSearch } from '../../scripts/bench/minisearch.ts';
import { publishedPapers } from '../../scripts/bench/published-papers.ts';
import { randomNumbers } from '../../scripts/bench/random.ts';
import { judged, qualityOf, qualityTable, rankOf } from '../../scripts/bench/search-quality.ts';
import { makeKnownItems, withAWrongLetter, withoutTwoWords } from '../../scripts/bench/search-queries.ts';
import { syntheticPapers } from '../../scripts/bench/synthetic.ts';

const title = fc
	.array(fc.stringMatching(/^[A-Za-z]{1,12}[,:]?$/), { minLength: 1, maxLength: 12 })
	.map((words) => words.join(' '));
const seed = fc.integer({ min: 1 });

describe('queries made from titles', () => {
	test('the same titles and seed give the same, and another seed gives others', () => {
		const titles = [...syntheticPapers(40)].map((paper) => paper.title);
		expect(makeKnownItems(titles)).toEqual(makeKnownItems(titles));
		expect(makeKnownItems(titles)).not.toEqual(makeKnownItems(titles, 2));
	});

	test('they want the title that they were made from, one query of each kind', () => {
		expect(makeKnownItems(['Attention Is All You Need'])).toMatchObject([
			{ kind: 'dropped-words', wanted: ['Attention Is All You Need'] },
			{ kind: 'one-letter-wrong', wanted: ['Attention Is All You Need'] },
		]);
		expect(makeKnownItems(['Pointer Networks', 'A b c d e', 'ℓ'])).toMatchObject([
			{ kind: 'one-letter-wrong', wanted: ['Pointer Networks'] },
			{ kind: 'dropped-words', wanted: ['A b c d e'] },
		]);
	});

	test('of many titles, those spread evenly are taken', () => {
		const titles = Array.from({ length: 900 }, (_, nth) => `Aardvarks number ${nth}`);
		const wanted = makeKnownItems(titles).map(({ wanted: [title] }) => title);
		expect(wanted).toHaveLength(300);
		expect(wanted.slice(0, 2)).toEqual(['Aardvarks number 0', 'Aardvarks number 3']);
	});

	test('two words are dropped, the others stay in order', () => {
		fc.assert(
			fc.property(title, seed, (title, seed) => {
				const words = title.split(' ');
				const left = withoutTwoWords(title, randomNumbers(seed))?.split(' ');
				if (words.length < 5) {
					expect(left).toBeUndefined();
					return;
				}
				expect(left).toHaveLength(words.length - 2);
				let from = 0;
				for (const word of left ?? []) from = words.indexOf(word, from) + 1 || Number.NaN;
				expect(from).toBeGreaterThan(0);
			}),
		);
	});

	test('one letter is wrong, in the middle of a long word, with two words on each side', () => {
		fc.assert(
			fc.property(title, seed, (title, seed) => {
				const query = withAWrongLetter(title, randomNumbers(seed))?.split(' ');
				const words = title.split(' ');
				if (!words.some((word) => word.length >= 6)) {
					expect(query).toBeUndefined();
					return;
				}
				const matches = words.flatMap((word, at) => {
					const from = Math.max(0, at - 2);
					const window = words.slice(from, at + 3);
					const misspelt = query?.[at - from] ?? '';
					const others = window.toSpliced(at - from, 1, misspelt).join(' ') === query?.join(' ');
					return others && word.length >= 6 && isMisspelt(word, misspelt) ? [at] : [];
				});
				expect(matches.length, `${title} → ${query?.join(' ')}`).toBeGreaterThan(0);
			}),
		);
	});

	test('no mistake is made in markup', () => {
		expect(withAWrongLetter('On $\\mathcal{O}(n)$ <i>x</i>', randomNumbers(1))).toBeNull();
	});
});

/** Whether one inner letter was left out, replaced, or swapped with the next. */
function isMisspelt(word: string, misspelt: string): boolean {
	if (word === misspelt || word[0] !== misspelt[0]) return false;
	return [...word].some((letter, at) => {
		if (at === 0 || at === word.length - 1) return false;
		const [before, after] = [word.slice(0, at), word.slice(at + 1)];
		const swapped = `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`;
		const replaced = misspelt.startsWith(before) && misspelt.endsWith(after) && misspelt.length === word.length;
		return misspelt === before + after || misspelt === swapped || replaced;
	});
}

describe('how well papers are found', () => {
	test('a rank is that of the first wanted title among ten, whatever its case and signs', () => {
		expect(rankOf(['A: b', 'C'], ['x', 'a b', 'c'])).toBe(2);
		expect(rankOf(['z'], [])).toBeNull();
		expect(rankOf(['z'], [...'abcdefghijz'])).toBeNull();
	});

	test('ranks are summed up', () => {
		expect(qualityOf([1, 2, 4, null])).toEqual({
			queries: 4,
			recall1: 0.25,
			recall3: 0.5,
			recall10: 0.75,
			reciprocalRank: (1 + 1 / 2 + 1 / 4) / 4,
		});
		expect(qualityOf([])).toEqual({ queries: 0, recall1: 0, recall3: 0, recall10: 0, reciprocalRank: 0 });
	});

	test('every search is asked every query, and what is not first is told', async () => {
		const items = [
			{ kind: 'p', query: 'one', wanted: ['One'] },
			{ kind: 'p', query: 'two', wanted: ['Two'] },
			{ kind: 'q', query: 'six', wanted: ['Six'] },
		];
		const search = { name: 'Daybook', titles: async () => ['One', 'Two', 'Three', 'Four'] };
		const report = { papers: 4, ...(await judged([search], items)) };
		expect(report.missed).toEqual([
			{ search: 'Daybook', kind: 'p', query: 'two', wanted: ['Two'], rank: 2, first: ['One', 'Two', 'Three'] },
			{ search: 'Daybook', kind: 'q', query: 'six', wanted: ['Six'], rank: null, first: ['One', 'Two', 'Three'] },
		]);
		expect(`\n${qualityTable(report)}\n`).toMatchInlineSnapshot(`
			"
			4 papers      queries  recall@1     @3    @10    MRR
			Daybook, p          2     0.500  1.000  1.000  0.750
			Daybook, q          1     0.000  0.000  0.000  0.000
			Daybook, all        3     0.333  0.667  0.667  0.500
			“six” did not find “Six” but “One”
			"
		`);
	});

	test('MiniSearch finds a title that is misspelt and cut short', async () => {
		const papers = publishedPapers([...syntheticPapers(30), attention], []);
		expect(await judgedMiniSearch(papers).titles('atention is nee')).toContain('Attention Is All You Need');
	});
});

const attention: BenchPaper = {
	title: 'Attention  Is All\u0007You Need',
	abstract: ' ',
	authors: ['Ada Quill'],
	year: 2017,
	upvotes: null,
	comments: null,
};

describe('papers to search', () => {
	test('are as a site publishes them, spread over their year', () => {
		const papers = publishedPapers(
			['a', 'b', 'c', 'd'].map((title) => ({ ...attention, title })),
			[],
		);
		expect(papers.map(({ published }) => published)).toEqual(['2017-01-01', '2017-04-02', '2017-07-02', '2017-10-01']);
		expect(publishedPapers([attention], [])).toMatchObject([
			{ title: 'Attention Is All You Need', slug: 'attention-is-all-you-need', abstract: null, authorCount: 1 },
		]);
	});

	test('have an id and an address of their own, and one that comes twice is one', () => {
		const again = { ...attention, abstract: 'Another.' };
		const papers = publishedPapers([attention, again, attention, again, { ...attention, authors: ['Bo'] }], []);
		expect(papers).toHaveLength(3);
		expect(new Set(papers.map(({ id }) => id)).size).toBe(3);
		expect(new Set(papers.map(({ slug }) => slug)).size).toBe(3);
	});

	test('unknown counts are made up, known ones stay', () => {
		const many = publishedPapers(
			Array.from({ length: 400 }, (_, nth) => ({ ...attention, title: `T ${nth}`, upvotes: nth })),
			[],
		);
		expect(many.map(({ upvotes }) => upvotes)).toEqual(Array.from({ length: 400 }, (_, nth) => nth));
		const none = many.filter(({ comments }) => comments === 0).length;
		expect(none).toBeGreaterThan(100);
		expect(none).toBeLessThan(300);
	});
});
