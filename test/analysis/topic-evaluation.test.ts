import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceOf, evaluateTopics, type JudgedPaper } from '../../src/analysis/topic-evaluation.ts';
import { slugSchema } from '../../src/records/paper.ts';

function judged(title: string, wanted: string[], given: string[]): JudgedPaper {
	return {
		title,
		wanted: wanted.map((slug) => slugSchema.parse(slug)),
		given: given.map((slug) => slugSchema.parse(slug)),
	};
}

describe('the evaluation', () => {
	const evaluation = evaluateTopics([
		judged('Rye', ['bread'], ['bread']),
		judged('Tart', ['cake', 'fruit'], ['cake']),
		judged('Bun', ['bread'], ['cake', 'bread']),
		judged('Salt', ['fruit'], []),
	]);

	test('counts over all labels', () => {
		expect(evaluation.papers).toBe(4);
		expect(evaluation.all).toEqual({ wanted: 5, given: 4, right: 3, precision: 3 / 4, recall: 3 / 5 });
		expect(evaluation.bestRight).toBe(2);
	});

	test('and of each topic; a topic never given has no precision', () => {
		expect(evaluation.topics).toEqual([
			{ topic: 'bread', wanted: 2, given: 2, right: 2, precision: 1, recall: 1 },
			{ topic: 'cake', wanted: 1, given: 2, right: 1, precision: 1 / 2, recall: 1 },
			{ topic: 'fruit', wanted: 2, given: 0, right: 0, precision: null, recall: 0 },
		]);
		expect(evaluation.macroPrecision).toBeCloseTo(3 / 4);
		expect(evaluation.macroRecall).toBeCloseTo(2 / 3);
	});

	test('names the papers that are wrong', () => {
		expect(evaluation.wrong).toEqual([
			{ title: 'Tart', right: ['cake'], false: [], missed: ['fruit'] },
			{ title: 'Bun', right: ['bread'], false: ['cake'], missed: [] },
			{ title: 'Salt', right: [], false: [], missed: ['fruit'] },
		]);
	});

	test('of nothing has no figures', () => {
		expect(evaluateTopics([])).toMatchObject({
			all: { precision: null, recall: null },
			macroPrecision: null,
			topics: [],
		});
	});
});

const slugs = fc.uniqueArray(fc.constantFrom('bread', 'cake', 'fruit', 'tea'));
const papers = fc.array(fc.tuple(slugs, slugs).map(([wanted, given]) => judged('Some', wanted, given)));

test('topics add up to all, and shares are between 0 and 1', () => {
	fc.assert(
		fc.property(papers, (some) => {
			const { all, topics, wrong } = evaluateTopics(some);
			for (const key of ['wanted', 'given', 'right'] as const) {
				expect(topics.reduce((sum, topic) => sum + topic[key], 0)).toBe(all[key]);
			}
			for (const { precision, recall } of [all, ...topics]) {
				for (const share of [precision ?? 0, recall ?? 0]) expect(share >= 0 && share <= 1).toBe(true);
			}
			expect(wrong.length === 0).toBe(all.right === all.wanted && all.right === all.given);
			const balance = balanceOf(all);
			expect(balance).toBeGreaterThanOrEqual(Math.min(all.precision ?? 0, all.recall ?? 0) - 1e-9);
			expect(balance).toBeLessThanOrEqual(Math.max(all.precision ?? 0, all.recall ?? 0) + 1e-9);
		}),
	);
});
