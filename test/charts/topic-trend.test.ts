import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TopicTrend, topicTrend } from '../../src/charts/topic-trend.ts';
import { movedInWords } from '../../src/charts/topic-trend-words.ts';
import { isoDateSchema } from '../../src/records/dates.ts';
import { attribute, elementsOf, expectPictures, expectSound, ofClass, textsOf } from './drawings.ts';
import { anyShare, periodNames, shareOfPapers } from './share-samples.ts';

const counts: TopicTrend = {
	id: 'example',
	name: 'Language models',
	unit: 'year',
	measure: 'count',
	periods: [
		{ period: '2019', ...shareOfPapers(1, 4) },
		{ period: '2020', ...shareOfPapers(0, 3) },
		{ period: '2021', ...shareOfPapers(0, 0) },
		{ period: '2022', ...shareOfPapers(12, 40) },
		{ period: '2023', ...shareOfPapers(9, 16) },
	],
	earlier: { papers: 0, of: 0 },
	undated: { papers: 20, of: 189 },
	until: null,
};

const shares: TopicTrend = {
	...counts,
	unit: 'month',
	measure: 'share',
	periods: [
		{ period: '2024-11', ...shareOfPapers(10, 100) },
		{ period: '2024-12', ...shareOfPapers(3, 24) },
		{ period: '2025-01', ...shareOfPapers(0, 0) },
		{ period: '2025-02', ...shareOfPapers(1, 80) },
		{ period: '2025-03', ...shareOfPapers(0, 0) },
		{ period: '2025-04', ...shareOfPapers(5, 50) },
	],
	undated: { papers: 0, of: 2 },
};

const until = isoDateSchema.parse('2025-04-22');

describe('pictures', () => {
	test.each([
		['counts', counts],
		['shares', shares],
		['shares-unfinished', { ...shares, until }],
		['counts-unfinished', { ...counts, until: isoDateSchema.parse('2023-11-24') }],
	])('%s', async (name, trend) => {
		await expectPictures(name, topicTrend(trend));
	});
});

describe('words and data', () => {
	test('of counts', () => {
		const { svg: _, ...words } = topicTrend(counts);
		expect(words).toEqual({
			title: 'Language models: most papers in 2022, 12 of 22',
			description: '22 papers, 2019 to 2023; most in 2022, 12.',
			caption: '42 papers of 252 in the archive. 20 of them have no date. In the archive 189 of 252 have none.',
			table: {
				head: ['Year', 'Papers', 'Of all', 'Share', '95% interval'],
				rows: [
					['2019', '1', '4', '25%', '4.6% to 70%'],
					['2020', '0', '3', '0%', '0% to 56%'],
					['2021', 'not known', 'none', 'not known', 'not known'],
					['2022', '12', '40', '30%', '18% to 45%'],
					['2023', '9', '16', '56%', '33% to 77%'],
				],
			},
			csv:
				'year,papers,of,share,low,high,known_until\r\n2019,1,4,0.25,0.04559,0.6994,\r\n2020,0,3,0,0,0.5615,\r\n' +
				'2021,,0,,,,\r\n2022,12,40,0.3,0.1807,0.4543,\r\n2023,9,16,0.5625,0.3318,0.769,\r\n',
		});
	});

	test('of shares, the last of a month that is not over', () => {
		const { title, description, caption, table, csv } = topicTrend({ ...shares, earlier: { papers: 1, of: 2 }, until });
		expect(title).toBe('Language models fell from 10% of papers (November 2024) to 1.3% (February 2025)');
		expect(description).toBe(
			'From 10% in November 2024 to 10% in April 2025; highest in December 2024, at 13%. ' +
				'The last is not over: April 2025 until the 22nd. ' +
				'The band is the 95% interval of each share: few papers, wide band. ' +
				'Where an arrow stands, it goes on above the drawing.',
		);
		expect(caption).toBe(
			'20 papers of 258 in the archive. 1 of them is older than November 2024 and not drawn. In the archive 2 of 258 have none.',
		);
		expect(table.rows[3]).toEqual(['February 2025', '1', '80', '1.3%', '0.22% to 6.7%']);
		expect(table.rows[5]).toEqual(['April 2025 until the 22nd', '5', '50', '10%', '4.3% to 21%']);
		expect(csv).toMatch(/2025-04,5,50,0\.1,0\.04348,0\.2136,2025-04-22\r\n$/);
	});

	const share = (papers: number, of = 200) => shareOfPapers(papers, of);
	test.each([
		['more than chance explains', share(20), share(60), 'Topic rose from 10% of papers (2020) to 30% (2021)'],
		['less', share(60), share(20), 'Topic fell from 30% of papers (2020) to 10% (2021)'],
		['what chance explains', share(20), share(24), 'Topic: 11% of papers, 2020 to 2021'],
		['the same of fewer papers', share(2, 20), share(6, 20), 'Topic: 20% of papers, 2020 to 2021'],
		['no papers', share(0), share(0), 'Topic: share of papers by year'],
	])('a title says what happened: %s', (_, first, last, title) => {
		const periods = [
			{ period: '2020', ...first },
			{ period: '2021', ...last },
		];
		expect(topicTrend({ ...shares, name: 'Topic', unit: 'year', periods }).title).toBe(title);
	});

	test('the ends of a long course are a quarter of it', () => {
		const periods = Array.from({ length: 9 }, (_, at) => ({
			period: `2024-0${at + 1}`,
			...(at === 4 ? shareOfPapers(0, 0) : shareOfPapers(at < 2 ? 20 : 50, 100)),
		}));
		expect(topicTrend({ ...shares, name: 'Topic', periods }).title).toBe(
			'Topic rose from 20% of papers (January to February 2024) to 50% (August to September 2024)',
		);
	});

	test('counts that are equal have no highest', () => {
		const periods = [
			{ period: '2020', ...shareOfPapers(3, 9) },
			{ period: '2021', ...shareOfPapers(3, 9) },
		];
		expect(topicTrend({ ...counts, periods }).title).toBe('Language models: papers by year');
	});

	test.each([
		['shares', shares, null, 'from 10% to 10%'],
		['shares until the last that is over', shares, until, 'from 10% to 1.3%'],
		['counts', counts, null, 'most in 2022'],
		['a single paper', { ...counts, periods: counts.periods.slice(0, 3) }, null, null],
		['one period', { ...counts, periods: counts.periods.slice(0, 1) }, null, null],
		['no papers', { ...counts, periods: counts.periods.slice(1, 3) }, null, null],
	])('what moved: %s', (_, trend, knownUntil, moved) => {
		expect(movedInWords({ ...trend, until: knownUntil })).toBe(moved);
	});

	test.each([
		['no period', []],
		[
			'no paper of the topic',
			[
				{ period: '2020', ...shareOfPapers(0, 9) },
				{ period: '2021', ...shareOfPapers(0, 9) },
			],
		],
		['nothing known', [{ period: '2020', ...shareOfPapers(0, 0) }]],
	])('without a drawing: %s', (_, periods) => {
		const chart = topicTrend({ ...counts, periods });
		expect(chart.svg).toBeNull();
		expect(chart.description).toBe('No paper of this topic has a date that could be drawn.');
		expect(chart.table.rows).toHaveLength(periods.length);
	});
});

describe('drawings', () => {
	test('name and describe themselves by ids that differ between the two', () => {
		const { svg, title, description } = topicTrend(counts);
		const ids = Object.values(svg ?? {}).flatMap((drawing) => {
			const [root] = elementsOf(drawing);
			const named = root && [attribute(root, 'aria-labelledby'), attribute(root, 'aria-describedby')];
			expect(root && attribute(root, 'role')).toBe('img');
			expect(textsOf(drawing, 'title')).toEqual([title]);
			expect(textsOf(drawing, 'desc')).toEqual([description]);
			const found = elementsOf(drawing).flatMap((element) => attribute(element, 'id') ?? []);
			expect(found).toEqual(named);
			return found;
		});
		expect(new Set(ids).size).toBe(4);
	});

	test('leave a gap where nothing is known, and write 0 where nothing was found', () => {
		expect(elementsOf(topicTrend(counts).svg?.wide).filter(({ tagName }) => tagName === 'rect')).toHaveLength(3);
		const values = textsOf(topicTrend(counts).svg?.wide, 'text').slice(-4);
		expect(values).toEqual(['1', '0', '12', '9']);
		const [line] = ofClass(topicTrend(shares).svg?.wide, 'chart-line');
		expect((line && attribute(line, 'd'))?.match(/M/g)).toHaveLength(3);
		// February and April stand alone: a line cannot show them.
		expect(elementsOf(topicTrend(shares).svg?.wide).filter(({ tagName }) => tagName === 'circle')).toHaveLength(2);
	});

	test('have a band behind shares, which breaks where nothing is known', () => {
		const { svg } = topicTrend(shares);
		const [joined, ...alone] = ofClass(svg?.wide, 'chart-band');
		// November and December together, February and April alone.
		expect((joined && attribute(joined, 'd'))?.match(/M/g)).toHaveLength(1);
		expect(alone.map(({ tagName }) => tagName)).toEqual(['rect', 'rect']);
		expect(ofClass(topicTrend(counts).svg?.wide, 'chart-band')).toEqual([]);
	});

	test('say where a band goes on above them', () => {
		const periods = [
			{ period: '2019', ...shareOfPapers(0, 2) },
			{ period: '2020', ...shareOfPapers(4, 400) },
			{ period: '2021', ...shareOfPapers(8, 400) },
		];
		const cut = topicTrend({ ...shares, unit: 'year', periods });
		expect(ofClass(cut.svg?.narrow, 'chart-beyond')).toHaveLength(1);
		expect(cut.description).toMatch(/ Where an arrow stands, it goes on above the drawing\.$/);
		const whole = topicTrend({ ...shares, unit: 'year', periods: periods.slice(1) });
		expect(ofClass(whole.svg?.wide, 'chart-beyond')).toEqual([]);
		expect(whole.description).toMatch(/ few papers, wide band\.$/);
	});

	test('take any name as text', () => {
		const name = '</title><script>alert(1)</script>"&\u0000\uD800\u202E';
		const { svg } = topicTrend({ ...counts, name });
		const names = elementsOf(svg?.wide).map(({ tagName }) => tagName);
		expect(names).not.toContain('script');
		expect(textsOf(svg?.wide, 'title')).toEqual([
			'</title><script>alert(1)</script>"&\uFFFD: most papers in 2022, 12 of 22',
		]);
	});

	const trends: fc.Arbitrary<TopicTrend> = fc
		.record({
			measure: fc.constantFrom('share' as const, 'count' as const),
			unit: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
			unfinished: fc.boolean(),
			known: fc.array(anyShare, { maxLength: 120 }),
		})
		.map(({ measure, unit, unfinished, known }) => {
			const names = periodNames(unit, known.length);
			const periods = known.map((share, index) => ({ period: names[index] ?? '', ...share }));
			return { ...counts, measure, unit, periods, until: unfinished ? until : null };
		});

	test('stay in their frame, hold only numbers, no style, and no two labels in one place', () => {
		fc.assert(
			fc.property(trends, (trend) => {
				expectSound(topicTrend(trend));
			}),
		);
	});

	test('are the same for the same data', () => {
		fc.assert(
			fc.property(trends, (trend) => {
				expect(topicTrend(structuredClone(trend))).toEqual(topicTrend(trend));
			}),
		);
	});
});
