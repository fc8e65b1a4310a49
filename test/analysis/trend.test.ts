import { describe, expect, test } from 'vitest';
import { archiveTrend, periodOf, topicTrend } from '../../src/analysis/trend.ts';
import { wilson } from '../../src/analysis/wilson.ts';
import { isoDateSchema, partialDateSchema } from '../../src/records/dates.ts';
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
		topics: [
			{ slug: topic, name: 'Vision', parent: null, papers: all.reduce((total, [, ofTopic]) => total + ofTopic, 2) },
		],
		months: Object.entries(months).map(([month, [papers, count]]) => ({ month, papers, topics: { [topic]: count } })),
		years: Object.entries(years).map(([year, [papers, count]]) => ({ year, papers, topics: { [topic]: count } })),
	};
}

/** So many months from January of a year on, each of as many papers, one of which is of the topic. */
function monthly(year: number, months: number, papers: number): Record<string, [number, number]> {
	return Object.fromEntries(
		Array.from({ length: months }, (_, index) => [
			`${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
			[papers, 1],
		]),
	);
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
		['one paper of long ago', { '2001-01': [1, 1], ...monthly(2024, 4, 20) }, 'month', 'share'],
		['more of long ago than one in fifty', { '2001-01': [2, 1], ...monthly(2024, 4, 20) }, 'year', 'count'],
		['as many months as can be drawn', monthly(2010, 120, 20), 'month', 'share'],
		['one month too many', monthly(2010, 121, 20), 'quarter', 'share'],
	] as const)('%s', (_, months, unit, measure) => {
		expect(topicTrend(archive(months), topic)).toMatchObject({ unit, measure });
	});
});

test('periods go from the first to the last without a hole', () => {
	const { periods } = topicTrend(archive({ '2023-11': [30, 3], '2024-02': [25, 0], '2024-01': [40, 4] }), topic);
	expect(periods).toEqual([
		{ period: '2023-11', papers: 3, of: 30, interval: wilson(3, 30) },
		{ period: '2023-12', papers: 0, of: 0, interval: null },
		{ period: '2024-01', papers: 4, of: 40, interval: wilson(4, 40) },
		{ period: '2024-02', papers: 0, of: 25, interval: wilson(0, 25) },
	]);
});

test.each([
	['2025-11-24', '2025-11', '2025-Q4', '2025'],
	['2025-01', '2025-01', '2025-Q1', '2025'],
	['2025', null, null, '2025'],
	['0999-12-31', '0999-12', '0999-Q4', '0999'],
])('the periods of %s', (date, month, quarter, year) => {
	const found = (['month', 'quarter', 'year'] as const).map((unit) => periodOf(partialDateSchema.parse(date), unit));
	expect(found).toEqual([month, quarter, year]);
});

test('quarters are those of the calendar', () => {
	const { periods } = topicTrend(
		archive({ '2023-10': [2, 0], '2023-12': [28, 3], '2024-01': [5, 1], '2024-03': [25, 2], '2024-04': [30, 1] }),
		topic,
	);
	expect(periods).toMatchObject([
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
	expect(periods).toEqual([{ period: '2024-01', papers: 0, of: 20, interval: wilson(0, 20) }]);
	expect(undated).toEqual({ papers: 0, of: 7 });
});

describe('a stray start', () => {
	test('is left out and told', () => {
		const trend = topicTrend(archive({ '2001-01': [1, 1], '2003-05': [1, 0], ...monthly(2024, 12, 20) }), topic);
		expect(trend.periods.map(({ period }) => period).at(0)).toBe('2024-01');
		expect(trend.periods).toHaveLength(12);
		expect(trend.earlier).toEqual({ papers: 1, of: 2 });
		expect(trend.undated).toEqual({ papers: 2, of: 7 });
	});

	test.each([
		['is drawn where it takes less room than what follows', { '2023-09': [1, 0], ...monthly(2024, 12, 20) }, '2023-09'],
		['is drawn where nothing is empty after it', { '2023-12': [1, 0], ...monthly(2024, 1, 80) }, '2023-12'],
		['is left out of years too', { '1936-01': [1, 0], ...monthly(2010, 140, 20) }, '2010-Q1'],
	] as const)('%s', (_, months, first) => {
		expect(topicTrend(archive(months), topic).periods.at(0)?.period).toBe(first);
	});
});

describe('the last period', () => {
	test.each([
		['is not over', '2024-04-29', '2024-04-29'],
		['ends with the newest day', '2024-04-30', null],
		['was over long before', '2024-05-01', null],
		['is newer than all that is known', '2024-03-30', null],
	])('%s', (_, knownUntil, until) => {
		expect(topicTrend(archive(monthly(2024, 4, 20)), topic, isoDateSchema.parse(knownUntil)).until).toBe(until);
	});

	test.each([
		['quarters', { '2024-01': [19, 1], '2024-02': [19, 1] }, '2024-02-29', '2024-02-29'],
		['the end of a quarter', { '2024-01': [19, 1], '2024-03': [19, 1] }, '2024-03-31', null],
		['years', { '2024-02': [3, 1] }, '2024-12-30', '2024-12-30'],
		['the end of a year', { '2024-02': [3, 1] }, '2024-12-31', null],
		['nothing', {}, '2024-12-30', null],
	] as const)('of %s', (_, months, knownUntil, until) => {
		expect(topicTrend(archive(months), topic, isoDateSchema.parse(knownUntil)).until).toBe(until);
	});
});

test('the archive itself goes by the unit of its topics', () => {
	expect(archiveTrend(archive({ '2024-01': [20, 1], '2024-02': [25, 2] }, { '2024': [5, 4] }))).toEqual({
		unit: 'month',
		measure: 'share',
		periods: [
			{ period: '2024-01', papers: 20, of: 20 },
			{ period: '2024-02', papers: 25, of: 25 },
		],
		earlier: { papers: 0, of: 0 },
		undated: { papers: 12, of: 12 },
		until: null,
	});
});
