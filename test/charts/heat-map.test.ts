import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HeatMap, heatMap } from '../../src/charts/heat-map.ts';
import type { Counts } from '../../src/charts/shares.ts';
import { isoDateSchema } from '../../src/records/dates.ts';
import { attribute, elementsOf, expectPictures, expectSound, number, ofClass, textsOf } from './drawings.ts';
import { anyShare, periodNames } from './share-samples.ts';

const until = isoDateSchema.parse('2025-04-22');
const of = (counts: [papers: number, of: number][]): Counts[] => counts.map(([papers, all]) => ({ papers, of: all }));

const topics: HeatMap = {
	id: 'topics',
	unit: 'month',
	periods: ['2025-01', '2025-02', '2025-03', '2025-04'],
	rows: [
		{
			slug: 'vision',
			name: 'Vision',
			cells: of([
				[10, 40],
				[0, 0],
				[20, 50],
				[9, 50],
			]),
		},
		{
			slug: 'rag',
			name: 'Retrieval-augmented generation',
			cells: of([
				[0, 40],
				[0, 0],
				[5, 50],
				[50, 50],
			]),
		},
		{
			slug: 'weights',
			name: 'Weight space',
			cells: of([
				[1, 40],
				[0, 0],
				[0, 50],
				[0, 50],
			]),
		},
	],
	until,
};

/** The sides of squares, in the order of rows. */
function sidesOf(drawing: string | undefined, kind: string): number[] {
	const [shape] = ofClass(drawing, kind);
	return [...((shape && attribute(shape, 'd')) ?? '').matchAll(/h(\d[\d.]*)v/g)].map(([, side]) => Number(side));
}

describe('pictures', () => {
	test('three topics', async () => {
		await expectPictures('heat-map', heatMap(topics));
	});
});

test('words and data', () => {
	const { svg: _, ...words } = heatMap(topics);
	expect(words).toEqual({
		title: 'Vision is the largest topic of March 2025: 40% of papers',
		description:
			'The larger a square, the larger a topic’s share of the papers of a month; without a square it has none. ' +
			'The largest: Retrieval-augmented generation in April 2025, 100%. The last is not over: April 2025 until the 22nd.',
		caption: '140 papers in 4 months; a paper can have several topics.',
		table: {
			head: ['Topic', 'January 2025', 'February 2025', 'March 2025', 'April 2025 until the 22nd'],
			rows: [
				['Vision', '25% (10 of 40)', 'not known', '40% (20 of 50)', '18% (9 of 50)'],
				['Retrieval-augmented generation', '0% (0 of 40)', 'not known', '10% (5 of 50)', '100% (50 of 50)'],
				['Weight space', '2.5% (1 of 40)', 'not known', '0% (0 of 50)', '0% (0 of 50)'],
			],
		},
		csv:
			'topic,period,papers,of,share\r\nvision,2025-01,10,40,0.25\r\nvision,2025-02,,0,\r\nvision,2025-03,20,50,0.4\r\n' +
			'vision,2025-04,9,50,0.18\r\nrag,2025-01,0,40,0\r\nrag,2025-02,,0,\r\nrag,2025-03,5,50,0.1\r\nrag,2025-04,50,50,1\r\n' +
			'weights,2025-01,1,40,0.025\r\nweights,2025-02,,0,\r\nweights,2025-03,0,50,0\r\nweights,2025-04,0,50,0\r\n',
	});
});

describe('squares', () => {
	const whole = heatMap({ ...topics, until: null }).svg?.wide;

	test('have areas that are as the shares, and there is none for zero', () => {
		const sides = sidesOf(whole, 'chart-cell');
		const full = Math.max(...sides);
		const shares = sides.map((side) => side ** 2 / full ** 2);
		for (const [index, share] of [0.25, 0.4, 0.18, 0.1, 1, 0.025].entries())
			expect(shares[index]).toBeCloseTo(share, 1);
		expect(sides).toHaveLength(6);
	});

	test('are lighter in a period that is not over, and hollow where the share is of few papers', () => {
		const few = {
			slug: 'few',
			name: 'Few',
			cells: of([
				[9, 9],
				[0, 0],
				[1, 9],
				[0, 9],
			]),
		};
		const drawing = heatMap({ ...topics, rows: [...topics.rows, few] }).svg?.wide;
		expect(ofClass(drawing, 'chart-unfinished').map((shape) => attribute(shape, 'fill-opacity'))).toEqual(['0.45']);
		expect(sidesOf(drawing, 'chart-unfinished')).toHaveLength(2);
		expect(sidesOf(drawing, 'chart-hollow')).toHaveLength(2);
		expect(textsOf(drawing, 'text')).toContain('of fewer than 10 papers');
	});

	test('of what is not known are dotted lines, with a key', () => {
		const [shape] = ofClass(whole, 'chart-unknown');
		expect((shape && attribute(shape, 'd'))?.match(/M/g)).toHaveLength(3);
		expect(textsOf(whole, 'text')).toContain('nothing known');
		const known = heatMap({
			...topics,
			rows: topics.rows.map((row) => ({
				...row,
				cells: of([
					[1, 40],
					[2, 40],
				]),
			})),
			periods: ['2025-01', '2025-02'],
		});
		expect(textsOf(known.svg?.wide, 'text')).not.toContain('nothing known');
	});

	test('have a key of three sizes', () => {
		expect(textsOf(whole, 'text')).toEqual(expect.arrayContaining(['100% of papers', '25%', '6.3%']));
	});
});

test('few papers say neither which is largest nor what the scale is', () => {
	const rows = [
		{
			slug: 'one',
			name: 'One',
			cells: of([
				[1, 1],
				[6, 60],
			]),
		},
		{
			slug: 'two',
			name: 'Two',
			cells: of([
				[0, 1],
				[3, 60],
			]),
		},
	];
	const chart = heatMap({ ...topics, periods: ['2019', '2020'], unit: 'year', rows, until: null });
	expect(chart.title).toBe('One is the largest topic of 2020: 10% of papers');
	expect(chart.description).toContain('The largest: One in 2020, 10%.');
	expect(textsOf(chart.svg?.wide, 'text')).toContain('10% of papers');
});

test('the latest periods that fit are drawn, and the drawing says so', () => {
	const periods = periodNames('month', 120);
	const rows = topics.rows.map((row) => ({ ...row, cells: of(periods.map((_, index) => [index % 7, 50])) }));
	const chart = heatMap({ ...topics, periods, rows, until: null });
	expect(chart.caption).toMatch(/Drawn are the last 30 of 120 months; the CSV file has all\.$/);
	expect(chart.table.head).toHaveLength(31);
	expect(chart.csv.split('\r\n')).toHaveLength(1 + 3 * 120 + 1);
	const [narrow] = elementsOf(chart.svg?.narrow);
	expect(narrow && number(narrow, 'data-skipped')).toBe(11);
	expect(textsOf(chart.svg?.narrow, 'text')).toContain('From Jun 1998; older in the table');
	expect(textsOf(chart.svg?.wide, 'text').join()).not.toContain('older in the table');
});

test('of 300 topics the first 40 are drawn', () => {
	const rows = Array.from({ length: 300 }, (_, at) => ({
		slug: `topic-${at}`,
		name: `Topic ${at}`,
		cells: of([
			[300 - at, 400],
			[1, 40],
		]),
	}));
	const chart = heatMap({ ...topics, periods: ['2025-01', '2025-02'], rows, until: null });
	expect(chart.table.rows).toHaveLength(40);
	expect(chart.caption).toMatch(/Drawn are the first 40 of 300 topics; the CSV file has all\.$/);
	expectSound(chart);
});

test.each([
	['no topic', { ...topics, rows: [] }, 'No paper has a date that could be drawn.'],
	['no period', { ...topics, periods: [], until: null }, 'No paper has a date that could be drawn.'],
	[
		'nothing known',
		{
			...topics,
			rows: [
				{
					slug: 'a',
					name: 'A',
					cells: of([
						[0, 0],
						[0, 0],
						[0, 0],
						[0, 0],
					]),
				},
			],
		},
		'No paper has a date that could be drawn.',
	],
])('without a drawing: %s', (_, map, description) => {
	expect(heatMap(map)).toMatchObject({ svg: null, description, title: 'Topics by month' });
});

test('a single cell has its period above it, in both drawings', () => {
	const rows = [{ slug: 'a', name: 'A', cells: of([[3, 40]]) }];
	const chart = heatMap({ ...topics, periods: ['2025-11'], rows, until: null });
	expectSound(chart);
	for (const drawing of Object.values(chart.svg ?? {})) expect(textsOf(drawing, 'text')).toContain('Nov 2025');
});

test('all zero is drawn without squares', () => {
	const chart = heatMap({
		...topics,
		rows: [
			{
				slug: 'a',
				name: 'A',
				cells: of([
					[0, 40],
					[0, 40],
					[0, 40],
					[0, 40],
				]),
			},
		],
	});
	expect(chart.description).toBe('No paper of these topics is of a month that is drawn.');
	expect(sidesOf(chart.svg?.wide, 'chart-cell')).toHaveLength(3);
});

test('any name is text', () => {
	const name = '</text><script>alert(1)</script>"&\u0000';
	const { svg } = heatMap({ ...topics, rows: [{ slug: 'x', name, cells: topics.rows[0]?.cells ?? [] }] });
	expect(elementsOf(svg?.wide).map(({ tagName }) => tagName)).not.toContain('script');
});

test('any topics and periods make a sound drawing', () => {
	const name = fc.string({ unit: fc.constantFrom(...'abcdefghi jklmnopqrstuvwxyz-&I'), maxLength: 100 });
	const maps = fc
		.record({
			unit: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
			columns: fc.integer({ min: 1, max: 60 }),
			names: fc.array(name, { minLength: 1, maxLength: 45 }),
			pool: fc.array(anyShare, { minLength: 1, maxLength: 50 }),
			unfinished: fc.boolean(),
		})
		.map(({ unit, columns, names, pool, unfinished }): HeatMap => {
			const rows = names.map((each, row) => ({
				slug: `topic-${row}`,
				name: each,
				cells: Array.from(
					{ length: columns },
					(_, column) => pool[(row * 7 + column) % pool.length] ?? { papers: 0, of: 0 },
				),
			}));
			return { id: 'any', unit, periods: periodNames(unit, columns), rows, until: unfinished ? until : null };
		});
	fc.assert(
		fc.property(maps, (map) => expectSound(heatMap(map))),
		{ numRuns: 60 },
	);
});
