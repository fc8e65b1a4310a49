import { describe, expect, test } from 'vitest';
import { uncoveredPhrases } from '../../src/analysis/topic-gaps.ts';
import type { Topic } from '../../src/records/archive.ts';
import { slugSchema } from '../../src/records/paper.ts';

const bread: Topic = {
	slug: slugSchema.parse('bread'),
	name: 'Bread',
	terms: [{ term: 'crust', weight: 1 }],
	notTerms: ['jam tart'],
	parent: null,
};

const unsorted = [
	{ title: 'Copper kettles', abstract: 'We measured jam kettles in the cold. The crust was thin.' },
	{ title: 'Jam', abstract: 'A jam kettle is measured, and the crust forgotten.' },
	{ title: 'Of jars', abstract: 'Jam kettles, which were measured. A crust.' },
	{ title: 'Tin', abstract: 'Jam kettles and pots.' },
];
const sorted = Array.from({ length: 12 }, (_, at) => ({
	title: `Crust ${at}`,
	abstract: at < 6 ? 'It was measured.' : 'It was eaten, with a pot of tea.',
}));

function phrases(...args: Parameters<typeof uncoveredPhrases>): string[] {
	return uncoveredPhrases(...args).map(({ phrase }) => phrase);
}

describe('the phrases that no topic knows', () => {
	test('are counted in all their forms, and shown in the commonest', () => {
		expect(uncoveredPhrases([bread], { unsorted, sorted })).toEqual([
			{ phrase: 'jam kettles', papers: 4, sorted: 0, examples: ['Copper kettles', 'Jam'] },
		]);
	});

	test('are not those of a term, and without the term they are', () => {
		const more = unsorted.map(({ title, abstract }) => ({ title, abstract: `${abstract} Stone crusts.` }));
		expect(phrases([bread], { unsorted: more, sorted })).not.toContain('Stone crusts');
		expect(phrases([], { unsorted: more, sorted }).join(', ').toLowerCase()).toContain('stone crusts');
	});

	test('are most frequent first where no paper has a topic, and the longer of two that say the same', () => {
		expect(phrases([], { unsorted, sorted: [] })).toEqual(['jam kettles', 'crust', 'measured']);
	});

	test('need three papers, and join no words over a stop word or a stop', () => {
		const few = unsorted.slice(0, 2);
		expect(phrases([], { unsorted: few, sorted: [] })).toEqual([]);
		const apart = ['of jam. Pots', 'of jam and pots', 'of jam, pots'].map((abstract) => ({ title: 'Tin', abstract }));
		expect(phrases([], { unsorted: apart, sorted: [] })).not.toContain('jam pots');
	});

	test('are at most as many as asked', () => {
		expect(phrases([], { unsorted, sorted: [] }, 1)).toEqual(['jam kettles']);
	});

	test('of no papers are none', () => {
		expect(phrases([bread], { unsorted: [], sorted: [] })).toEqual([]);
	});

	test('name papers first that have them in the title', () => {
		const titled = [...unsorted, { title: 'A jam kettle of tin', abstract: null }];
		expect(uncoveredPhrases([bread], { unsorted: titled, sorted })[0]).toMatchObject({
			papers: 5,
			examples: ['A jam kettle of tin', 'Copper kettles'],
		});
	});
});
