import { describe, expect, test } from 'vitest';
import { evaluateTopics } from '../../src/analysis/topic-evaluation.ts';
import { foldedEvaluation, type LabelledText } from '../../src/analysis/topic-folds.ts';
import { type TopicText, topicRecogniser } from '../../src/analysis/topics.ts';
import type { Topic } from '../../src/records/archive.ts';
import { slugSchema } from '../../src/records/paper.ts';

const moss = slugSchema.parse('moss');

function taxonomy(...terms: string[]): Topic[] {
	return [{ slug: moss, name: 'Moss', terms: terms.map((term) => ({ term, weight: 1 })), notTerms: [], parent: null }];
}

/** Papers on mosses, each with a word of its own. */
const papers: LabelledText[] = Array.from({ length: 20 }, (_, at) => ({
	id: `t:${at}`,
	title: `Sphagnum in bogs, ${'abcdefghijklmnopqrst'.charAt(at).repeat(6)}`,
	abstract: null,
	wanted: [moss],
}));
const archive = new Map(papers.map((paper) => [paper.id, paper]));

describe('five folds', () => {
	test('hold every paper once, and find what a term of all papers finds', () => {
		const { folds, evaluation } = foldedEvaluation(taxonomy('sphagnum'), papers, archive);
		expect(folds).toHaveLength(5);
		expect(folds.reduce((sum, fold) => sum + fold.papers, 0)).toBe(20);
		expect(folds.map(({ termsLeftOut }) => termsLeftOut)).toEqual([0, 0, 0, 0, 0]);
		expect(evaluation.all).toMatchObject({ precision: 1, recall: 1 });
	});

	test('leave out terms that only papers of the fold have', () => {
		const fitted = taxonomy(...papers.map(({ title }) => title.slice(-6)));
		const recognise = topicRecogniser(fitted);
		const plain = evaluateTopics(papers.map((paper) => ({ ...paper, given: recognise(paper) })));
		expect(plain.all.recall).toBe(1);
		const { folds, evaluation } = foldedEvaluation(fitted, papers, archive);
		expect(folds.reduce((sum, fold) => sum + fold.termsLeftOut, 0)).toBe(20);
		expect(evaluation.all).toMatchObject({ given: 0, recall: 0 });
	});

	test('keep terms that papers without labels have too', () => {
		const terms = papers.map(({ title }) => title.slice(-6));
		const wider = new Map<string, TopicText>(archive).set('t:other', { title: terms.join(' '), abstract: null });
		expect(foldedEvaluation(taxonomy(...terms), papers, wider).evaluation.all.recall).toBe(1);
	});

	test('take the thresholds from the other folds', () => {
		// Two papers of each kind: what is said once is not the topic, what is said twice is.
		const weak = papers.map(({ id }, at) => ({
			id,
			title: 'Bogs',
			abstract: at % 2 === 0 ? 'Sphagnum.' : 'Sphagnum on sphagnum.',
			wanted: at % 2 === 0 ? [] : [moss],
		}));
		const { folds, evaluation } = foldedEvaluation(
			taxonomy('sphagnum'),
			weak,
			new Map(weak.map((one) => [one.id, one])),
		);
		expect(new Set(folds.map(({ thresholds }) => thresholds.best))).toEqual(new Set([2]));
		expect(evaluation.all).toMatchObject({ precision: 1, recall: 1 });
	});

	test('depend on nothing but the papers: not on their order', () => {
		const topics = taxonomy('sphagnum', 'aaaaaa', 'bbbbbb');
		const { folds, evaluation } = foldedEvaluation(topics, papers, archive);
		const reversed = foldedEvaluation(topics, papers.toReversed(), archive);
		expect(reversed.folds).toEqual(folds);
		expect(reversed.evaluation.all).toEqual(evaluation.all);
	});

	test('of no papers are empty', () => {
		expect(foldedEvaluation(taxonomy('sphagnum'), [], new Map()).evaluation.papers).toBe(0);
	});
});
