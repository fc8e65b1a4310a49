import { describe, expect, test } from 'vitest';
import { answersOf } from '../../src/archive/answers.ts';
import { papersSought } from '../../src/archive/papers-sought.ts';
import { readListings } from '../../src/archive/read-listings.ts';
import { type Enrichment, enrichmentSchema } from '../../src/records/enrichment.ts';
import { titleId } from '../../src/records/ids.ts';
import { answer, correction, idOf, knots, lanterns, listing } from './asked-papers.ts';

describe('of several answers', () => {
	const paper = { id: idOf(lanterns), ids: [idOf(lanterns), idOf(knots)] };
	test.each<[what: string, answers: Enrichment[], line: number | null]>([
		['its own is taken', [answer(knots, { arxivId: '2501.00002' }, 1), answer(lanterns, {}, 2)], 2],
		['that of a paper which has become part of it is taken', [answer(knots, {}, 1)], 1],
		['none is of another paper', [answer({ title: 'Nets' }, {}, 1)], null],
	])('%s', (_, answers, line) => {
		expect(answersOf([paper], answers).get(paper.id)?.line ?? null).toBe(line);
	});

	test('those of two that became one under a new id are taken where they agree, else none', () => {
		const merged = { id: titleId('Nets', []), ids: paper.ids };
		const agreeing = [answer(lanterns, {}, 1), answer(knots, {}, 2)];
		const others = [answer(lanterns, {}, 1), answer(knots, null, 2)];
		expect(answersOf([merged], agreeing).has(merged.id)).toBe(true);
		expect(answersOf([merged], others).has(merged.id)).toBe(false);
	});

	test('one whose old id two papers have is of neither', () => {
		const two = ['One', 'Two'].map((title) => ({ id: titleId(title, []), ids: [idOf(lanterns)] }));
		expect(answersOf(two, [answer(lanterns, {})]).size).toBe(0);
	});
});

describe('papers are sought', () => {
	const rows = [
		lanterns,
		knots,
		{ title: 'Nets of Two', arxiv: '2501.00003' },
		{ title: 'Word' },
		{ title: 'Old Sails' },
	];
	const seek = (answers: Enrichment[], again: boolean, corrections: object[] = []) =>
		papersSought(readListings([listing(...rows)], 'x'), corrections.map(correction), answers, again).map(
			({ title }) => title,
		);

	test('that have a title of some words, and no arXiv id', () => {
		expect(seek([], false).sort()).toEqual([knots.title, lanterns.title, 'Old Sails']);
	});

	test('only those that were not answered about, found or not', () => {
		expect(seek([answer(lanterns, {}), answer(knots, null, 2)], false)).toEqual(['Old Sails']);
	});

	test('all of them again, those asked longest ago first', () => {
		const older = { ...answer(knots, null, 2), asked: enrichmentSchema.shape.asked.parse('2026-01-01') };
		expect(seek([answer(lanterns, {}), older], true)).toEqual(['Old Sails', knots.title, lanterns.title]);
	});

	test('not those that a maintainer withdrew, or knows the id or the lack of it', () => {
		const corrections = [
			{ paper: idOf(lanterns), withdraw: true },
			{ paper: idOf(knots), field: 'arxivId', value: '2501.00009' },
		];
		expect(seek([], false, corrections)).toEqual(['Old Sails']);
		// Only an answer gives a reason to say that there is none.
		const refused = [{ paper: idOf(knots), field: 'arxivId', value: null }];
		expect(seek([answer(knots, {})], true, refused)).not.toContain(knots.title);
	});
});
