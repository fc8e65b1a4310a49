import { describe, expect, test } from 'vitest';
import { topicTrend } from '../../src/analysis/trend.ts';
import { slugSchema } from '../../src/records/paper.ts';

const topic = slugSchema.parse('vision');

type Months = Readonly<Record<string, readonly [papers: number, ofTopic: number]>>;

/** An archive of these months, of papers whose year alone is known, and of 7 undated papers, 2 of them of the topic. */
function archive(months: Months, yearOnly: Months = {}) {
	const years: Record<string, readonly [number, number]> = { ...yearOnly };
	for (const [month, [papers, ofTopic]] of Object.entries(months)) {
		const [before, ofTopicBefore] = years[month.slice(0, 4)] ?? [0, 0];
		years[month.slice(0, 4)] = [before + papers, ofTopicBefore + ofTopic];
	}
	const all = Object.values(years);
	return {
		papers: all.reduce((total, [papers]) => total + papers, 7),
		topics: [{ slug: topic, name: 'Vision', papers: all.reduce((total, [, ofTopic]) => total + ofTopic, 2) }],
		months: Object.entries(months).map(([month, [papers, count]]) => ({ month, papers, topics: { [topic]: count } })),
		years: Object.entries(years).map(([year, [papers, count]]) => ({ year, papers, topics: { [topic]: count } })),
	};
}

describe('the finest unit whose median holds 20 papers', () => {
	test.each([
		['months', { '2024-01': [20, 1], '2024-02': [20, 2] }, 'month', 'share'],
		['just too few for months', { '2024-01': [19, 1], '2024-02': [19, 1] }, 'quarter', 'share'],
		[
			'an empty month between counts as 0',
			{ '2024-01': [20, 1], '2024-04': [20, 1], '2024-06': [20, 1] },
			'quarter',
			'share',
		],
		['quarters too small', { '2024-01': [10, 1], '2024-04': [10, 1] }, 'year', 'share'],
		['years too small', { '2023-01': [10, 1], '2024-04': [19, 1] }, 'year', 'count'],
		['nothing', {}, 'year', 'count'],
	] as const)('%s', (_, months, unit, measure) => {
		expect(topicTrend(archive(months), topic)).toMatchObject({ unit, measure });
	});
});

test('periods go from the first to the last without a hole', () => {
	const { periods } = topicTrend(archive({ '2023-11': [30, 3], '2024-02': [25, 0], '2024-01': [40, 4] }), topic);
	expect(periods).toEqual([
		{ period: '2023-11', papers: 3, of: 30 },
		{ period: '2023-12', papers: 0, of: 0 },
		{ period: '2024-01', papers: 4, of: 40 },
		{ period: '2024-02', papers: 0, of: 25 },
	]);
});

test('quarters are those of the calendar', () => {
	const { periods } = topicTrend(
		archive({ '2023-10': [2, 0], '2023-12': [28, 3], '2024-01': [5, 1], '2024-03': [25, 2], '2024-04': [30, 1] }),
		topic,
	);
	expect(periods).toEqual([
		{ period: '2023-Q4', papers: 3, of: 30 },
		{ period: '2024-Q1', papers: 3, of: 30 },
		{ period: '2024-Q2', papers: 1, of: 30 },
	]);
});

test('papers whose date is not as exact as the unit are counted as missing', () => {
	const months = { '2024-01': [20, 1], '2024-02': [20, 2] } as const;
	expect(topicTrend(archive(months, { '2024': [5, 4] }), topic).undated).toEqual({ papers: 6, of: 12 });
	expect(topicTrend(archive({ '2024-01': [3, 1] }, { '2024': [5, 4] }), topic).undated).toEqual({ papers: 2, of: 7 });
});

test('a topic that no paper has', () => {
	const { periods, undated } = topicTrend(archive({ '2024-01': [20, 1] }), slugSchema.parse('other'));
	expect(periods).toEqual([{ period: '2024-01', papers: 0, of: 20 }]);
	expect(undated).toEqual({ papers: 0, of: 7 });
});
