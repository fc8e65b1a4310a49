import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topicExplainer } from '../../src/analysis/topic-explanation.ts';
import { topicRecogniser } from '../../src/analysis/topics.ts';
import type { Topic } from '../../src/records/archive.ts';
import { slugSchema } from '../../src/records/paper.ts';

/** A taxonomy of a baker. */
const bread: Topic = {
	slug: slugSchema.parse('bread'),
	name: 'Bread',
	terms: [
		{ term: 'bread', weight: 1 },
		{ term: 'sourdough', weight: 2 },
		{ term: 'bread oven', weight: 0.5 },
	],
	notTerms: ['bread knife'],
	parent: null,
};
const cake: Topic = {
	slug: slugSchema.parse('cake'),
	name: 'Cake',
	terms: [{ term: 'slow baking', weight: 1.5 }],
	notTerms: [],
	parent: null,
};
const explain = topicExplainer([bread, cake]);

describe('the explanation of a paper', () => {
	test('has every term found, its words, and what it adds', () => {
		const [first] = explain({ title: 'Sourdough at home', abstract: 'We like our bread, and the crust of it.' });
		expect(first).toMatchObject({ slug: 'bread', name: 'Bread', score: 11, given: true, needed: 3 });
		expect(first?.terms).toEqual([
			{
				where: 'title',
				term: 'sourdough',
				weight: 2,
				points: 10,
				before: '',
				found: 'sourdough',
				after: 'at home',
				notCountedFor: null,
			},
			{
				where: 'abstract',
				term: 'bread',
				weight: 1,
				points: 1,
				before: 'we like our',
				found: 'bread',
				after: 'and the crust of',
				notCountedFor: null,
			},
		]);
	});

	test('names the not-term that excluded a term, also where nothing is left', () => {
		const [only, ...others] = explain({ title: 'Choosing a bread knife', abstract: null });
		expect(others).toEqual([]);
		expect(only).toMatchObject({ slug: 'bread', score: 0, given: false });
		expect(only?.terms).toMatchObject([
			{ term: 'bread', points: 0, notCountedFor: { kind: 'not-term', term: 'bread knife' } },
		]);
	});

	test('names the heavier term at the same words', () => {
		const [only] = explain({ title: 'A bread oven', abstract: null });
		expect(only).toMatchObject({ score: 5 });
		expect(only?.terms.map(({ term, points, notCountedFor }) => ({ term, points, notCountedFor }))).toEqual([
			{ term: 'bread', points: 5, notCountedFor: null },
			{ term: 'bread oven', points: 0, notCountedFor: { kind: 'term', term: 'bread' } },
		]);
	});

	test('tells what a further topic needs, and has a term found by its stems once', () => {
		const found = explain({ title: 'Bread', abstract: 'It was slow baked. Slow bakes, slow baking.' });
		expect(found).toMatchObject([
			{ slug: 'bread', score: 5, needed: 3 },
			{ slug: 'cake', score: 4.5, needed: 4.5, given: true },
		]);
		expect(found[1]?.terms.map((term) => term.found)).toEqual(['slow baked', 'slow bakes', 'slow baking']);
	});

	test('is empty where no term was found', () => {
		expect(explain({ title: 'Tides', abstract: null })).toEqual([]);
	});
});

test('topics behind the most that a paper gets need nothing, and are not given', () => {
	const names = ['alder', 'beech', 'cedar', 'dwarf', 'elder', 'fichte'];
	const trees = names.map((name) => ({
		slug: slugSchema.parse(name),
		name,
		terms: [{ term: name, weight: 1 }],
		notTerms: [],
		parent: null,
	}));
	const found = topicExplainer(trees)({ title: names.join(' '), abstract: null });
	expect(found.map(({ given }) => given)).toEqual([true, true, true, true, true, false]);
	expect(found[5]?.needed).toBeNull();
});

const words = fc.array(fc.constantFrom('bread', 'oven', 'knife', 'sourdough', 'slowly', 'slow', 'baking', 'baked'), {
	maxLength: 12,
});

test('what is explained is what is recognised, and points add up to scores', () => {
	const recognise = topicRecogniser([bread, cake]);
	fc.assert(
		fc.property(words, words, (title, abstract) => {
			const text = { title: title.join(' '), abstract: abstract.join(' ') };
			const found = explain(text);
			expect(found.filter(({ given }) => given).map(({ slug }) => slug)).toEqual(recognise(text));
			for (const { score, terms } of found) {
				expect(terms.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6);
				for (const { points, notCountedFor } of terms) expect(points === 0).toBe(notCountedFor !== null);
			}
		}),
	);
});
