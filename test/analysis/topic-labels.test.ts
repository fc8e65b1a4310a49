import { describe, expect, test } from 'vitest';
import { matchLabels, type TopicLabel } from '../../src/analysis/topic-labels.ts';

const rye = {
	title: 'Rye & Ferment',
	appearances: [{ listing: 'bakers/june.txt', position: 1, title: 'Rye & Ferment' }],
};
const wheat = {
	title: 'Wheat',
	appearances: [
		{ listing: 'bakers/june.txt', position: 2, title: 'WHEAT' },
		{ listing: 'bakers/july.txt', position: 1, title: 'Of Wheat' },
	],
};
const twin = { title: 'Wheat', appearances: [{ listing: 'millers/june.txt', position: 2, title: 'Wheat' }] };

function label(line: number, parts: Partial<TopicLabel>): TopicLabel {
	return { line, file: null, ordinal: null, title: null, topics: [], ...parts };
}

describe('a label names the paper', () => {
	test.each<[string, Partial<TopicLabel>, { title: string }]>([
		['at its place in a listing', { file: 'bakers/june.txt', ordinal: 1 }, rye],
		['by the last part of the path', { file: 'july.txt', ordinal: 1 }, wheat],
		['by its title, whatever its punctuation', { title: 'rye, ferment' }, rye],
		['by a title that one listing has', { title: 'Of wheat' }, wheat],
		['at a place where its title is', { file: 'june.txt', ordinal: 2, title: 'Wheat' }, wheat],
		['of its title where another stands at the place', { file: 'june.txt', ordinal: 2, title: 'Rye & Ferment' }, rye],
	])('%s', (_, parts, paper) => {
		const { matched, problems } = matchLabels([label(1, parts)], [rye, wheat]);
		expect(problems).toEqual([]);
		expect(matched.map((match) => match.paper)).toEqual([paper]);
	});
});

describe('a label is a problem', () => {
	test.each<[string, Partial<TopicLabel>, string]>([
		['at a place that is not', { file: 'june.txt', ordinal: 9 }, 'labels/no-paper'],
		['of a listing that is not', { file: 'une.txt', ordinal: 1 }, 'labels/no-paper'],
		['of a title that is not', { title: 'Oats' }, 'labels/no-paper'],
		['of a title that is not, at a place that is', { file: 'june.txt', ordinal: 1, title: 'Oats' }, 'labels/no-paper'],
		['of two papers at places alike', { file: 'june.txt', ordinal: 2 }, 'labels/two-papers'],
		['of two papers with a title', { title: 'Wheat' }, 'labels/two-papers'],
	])('%s', (_, parts, code) => {
		const { matched, problems } = matchLabels([label(7, parts)], [rye, wheat, twin]);
		expect(matched).toEqual([]);
		expect(problems).toMatchObject([{ code, line: 7 }]);
	});

	test('where its paper was labelled before', () => {
		const { matched, problems } = matchLabels(
			[label(1, { title: 'Of Wheat' }), label(2, { title: 'Wheat' })],
			[rye, wheat],
		);
		expect(matched).toHaveLength(1);
		expect(problems).toMatchObject([{ code: 'labels/twice', line: 2, message: '“Wheat” has labels on line 1.' }]);
	});
});
