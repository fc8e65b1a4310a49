import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatedText } from '../../src/analysis/followed-terms.ts';
import { surprise } from '../../src/analysis/surprise.ts';
import { termChanges } from '../../src/analysis/term-changes.ts';
import { termPapers } from '../../src/analysis/term-papers.ts';
import { partialDateSchema, weekOf } from '../../src/records/dates.ts';
import { paperIdSchema, slugSchema } from '../../src/records/paper.ts';
import { termKey } from '../../src/records/term-key.ts';
import type { TermChanges } from '../../src/records/terms.ts';
import { naiveTerms } from './naive-terms.ts';

interface Parts {
	date: string | null;
	title: string;
	abstract?: string;
	topics?: string[];
}

/** Papers in the order of an index: undated ones first, then by date. */
function papersOf(parts: readonly Parts[]): DatedText[] {
	return parts
		.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
		.map(({ date, title, abstract = '', topics = [] }, at) => ({
			id: paperIdSchema.parse(`arxiv:2401.${String(at).padStart(5, '0')}`),
			date: date === null ? null : partialDateSchema.parse(date),
			title,
			abstract,
			topics: topics.map((slug) => slugSchema.parse(slug)),
		}));
}

function changesOf(parts: readonly Parts[], topics: string[] = []): TermChanges[] {
	const papers = papersOf(parts);
	const slugs = topics.map((slug) => slugSchema.parse(slug));
	return termChanges(papers, slugs, termPapers(papers, 3));
}

const many = (count: number, part: Parts): Parts[] => Array.from({ length: count }, () => part);

function inPeriod(changes: readonly TermChanges[], period: string): TermChanges | undefined {
	return changes.find(({ of }) => 'period' in of && of.period === period);
}

describe('in a month', () => {
	const before = many(60, { date: '2024-03-05', title: 'Rye bread', abstract: 'We bake rye bread with yeast.' });

	test('a term that was rare before rises, with its numbers and papers', () => {
		const now = [
			...many(10, { date: '2024-08-02', title: 'Sourdough', abstract: 'We use Sourdough in bread.' }),
			...many(10, { date: '2024-08-03', title: 'Rye bread', abstract: 'We bake rye bread with yeast.' }),
		];
		const month = inPeriod(changesOf([...before, ...now]), '2024-08');
		expect(month?.these).toEqual({ from: '2024-08', to: '2024-08', papers: 20 });
		expect(month?.before).toEqual({ from: '2024-03', to: '2024-07', papers: 60 });
		expect(month?.rising.map(({ term, papers, before: was, first }) => [term, papers, was, first])).toEqual([
			['Sourdough', 10, 0, true],
		]);
		expect(month?.rising[0]?.ids).toHaveLength(10);
		expect(month?.rising[0]?.surprise).toBeCloseTo(surprise({ papers: 10, of: 20 }, { papers: 0, of: 60 }), 2);
	});

	test('a term that is gone fades', () => {
		const now = many(30, { date: '2024-08-02', title: 'Cakes', abstract: 'We bake cakes.' });
		const month = inPeriod(changesOf([...before, ...now]), '2024-08');
		expect(month?.fading.map(({ term }) => termKey(term))).toContain('rye bread');
		expect(month?.fading.every(({ papers, before: was }) => papers / 30 < was / 60)).toBe(true);
	});

	test('the longer phrase is told where the shorter is hardly anywhere else', () => {
		const now = many(12, { date: '2024-08-02', title: 'Long-horizon baking', abstract: 'A long-horizon task.' });
		const told = inPeriod(changesOf([...before, ...now]), '2024-08')?.rising.map(({ term }) => term.toLowerCase());
		expect(told?.some((term) => term.includes('long-horizon'))).toBe(true);
		expect(told).not.toContain('horizon');
		expect(told).not.toContain('long');
	});

	test('a word that papers never have in their titles is not told, unless it is a name', () => {
		const now = [
			...many(12, { date: '2024-08-02', title: 'Cakes', abstract: 'We showcase cakes.' }),
			...many(12, { date: '2024-08-03', title: 'Rye bread', abstract: 'We showcase bread by GRPO-4.' }),
		];
		const told = inPeriod(changesOf([...before, ...now]), '2024-08')?.rising.map(({ term }) => term);
		expect(told).not.toContain('showcase');
		expect(told).toContain('GRPO-4');
	});

	test('half of a hyphenated word is not told', () => {
		const now = many(12, {
			date: '2024-08-02',
			title: 'Gluten-free',
			abstract: 'Bread that is gluten-free or egg-free.',
		});
		const told = inPeriod(changesOf([...before, ...now]), '2024-08')?.rising.map(({ term }) => termKey(term));
		expect(told).toContain('gluten free');
		expect(told).not.toContain('free');
	});

	test('with too few papers, there or before, nothing is said', () => {
		expect(
			inPeriod(changesOf([...before, ...many(9, { date: '2024-08-02', title: 'Cakes' })]), '2024-08'),
		).toBeUndefined();
		const few = many(29, { date: '2024-03-05', title: 'Rye bread' });
		expect(
			inPeriod(changesOf([...few, ...many(20, { date: '2024-08-02', title: 'Cakes' })]), '2024-08'),
		).toBeUndefined();
	});

	test('topics rise, and are new where no older paper has them', () => {
		const now = [
			...many(10, { date: '2024-08-02', title: 'Cakes', topics: ['cake'] }),
			...many(10, { date: '2024-08-02', title: 'Bread', topics: ['bread'] }),
		];
		const old = before.map((each) => ({ ...each, topics: ['bread'] }));
		const month = inPeriod(changesOf([...old, ...now], ['bread', 'cake', 'tea']), '2024-08');
		expect(month?.topics.map(({ topic, papers, before: was, first }) => [topic, papers, was, first])).toEqual([
			['bread', 10, 60, false],
			['cake', 10, 0, true],
		]);
	});
});

test('the newest papers of a topic are compared with its older ones', () => {
	const of = (date: string, title: string, topics: string[]) => ({ date, title, abstract: title, topics });
	const changes = changesOf(
		[
			...many(40, of('2022-05-01', 'Bread with yeast', ['bread'])),
			...many(20, of('2024-08-01', 'Bread with sourdough', ['bread'])),
			...many(50, of('2024-08-01', 'Cakes with icing', ['cake'])),
		],
		['bread', 'cake'],
	);
	const bread = changes.find((each) => 'topic' in each.of && each.of.topic === 'bread');
	expect(bread?.these).toEqual({ from: '2023-09', to: '2024-08', papers: 20 });
	expect(bread?.before).toEqual({ from: '2022-05', to: '2023-08', papers: 40 });
	expect(bread?.rising.map(({ term }) => termKey(term))).toEqual(['bread with sourdough']);
	expect(bread?.fading.map(({ term }) => termKey(term))).toEqual(['bread with yeast']);
	expect(changes.some((each) => 'topic' in each.of && each.of.topic === 'cake')).toBe(false);
});

test('of no papers, and of papers without dates, nothing is said', () => {
	expect(changesOf([])).toEqual([]);
	expect(changesOf(many(50, { date: null, title: 'Bread' }), ['bread'])).toEqual([]);
});

const word = fc.constantFrom('bread', 'yeast', 'Rye', 'oven', 'sour-dough', 'the', 'crumb');
const title = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const date = fc.option(
	fc.oneof(
		fc.constantFrom('2023', '2024', '2024-02'),
		fc
			.date({ min: new Date('2023-11-20'), max: new Date('2024-03-20'), noInvalidDate: true })
			.map((day) => day.toISOString().slice(0, 10)),
	),
	{ freq: 12 },
);
const library = fc.array(fc.record({ date, title, abstract: title, topics: fc.subarray(['bread', 'cake']) }), {
	minLength: 60,
	maxLength: 160,
});

test('every number is that of a count by hand', () => {
	fc.assert(
		fc.property(library, (parts) => {
			const papers = papersOf(parts);
			const termsIn = new Map(
				papers.map((paper) => [paper.id, new Set([...naiveTerms(paper.title), ...naiveTerms(paper.abstract ?? '')])]),
			);
			const changes = changesOf(parts, ['bread', 'cake']);
			for (const { of, these, before, rising, fading, topics } of changes) {
				if ('topic' in of) continue;
				const periodOf = of.period.includes('W')
					? (day: string) => weekOf(day)
					: (day: string) => (day.length < of.period.length ? null : day.slice(0, of.period.length));
				const within = (from: string, to: string) =>
					papers.filter(({ date: day }) => {
						const period = day === null ? null : periodOf(day);
						return period !== null && from <= period && period <= to;
					});
				const [now, then] = [within(these.from, these.to), within(before.from, before.to)];
				expect([now.length, then.length]).toEqual([these.papers, before.papers]);
				for (const each of [...rising, ...fading]) {
					const having = (some: typeof now) => some.filter(({ id }) => termsIn.get(id)?.has(termKey(each.term)));
					expect([each.papers, each.before]).toEqual([having(now).length, having(then).length]);
					expect(each.ids).toEqual(
						having(now)
							.map(({ id }) => id)
							.reverse()
							.slice(0, 200),
					);
					expect(each.surprise).toBeGreaterThanOrEqual(10.83);
					expect(each.papers / these.papers > each.before / before.papers).toBe(rising.includes(each));
				}
				for (const each of topics) {
					const having = (some: typeof now) => some.filter((paper) => paper.topics.includes(each.topic)).length;
					expect([each.papers, each.before]).toEqual([having(now), having(then)]);
				}
			}
		}),
		{ numRuns: 60 },
	);
});

test('of papers whose dates mean nothing, hardly anything is told', () => {
	let state = 1;
	const draw = (of: number) => {
		// Park and Miller's generator: the same on every machine.
		state = (state * 48_271) % 2_147_483_647;
		return state % of;
	};
	const parts = Array.from({ length: 2400 }, (): Parts => {
		const words = Array.from({ length: 12 }, () => `word${draw(300)}`);
		return {
			date: `${2023 + draw(2)}-${String(1 + draw(12)).padStart(2, '0')}-10`,
			title: words.slice(0, 4).join(' '),
			abstract: words.slice(4).join(' '),
		};
	});
	const months = changesOf(parts).filter(({ of }) => 'period' in of && of.period.length === 7);
	expect(months.length).toBeGreaterThan(15);
	expect(months.reduce((sum, { rising, fading }) => sum + rising.length + fading.length, 0)).toBeLessThan(
		months.length / 2,
	);
});
