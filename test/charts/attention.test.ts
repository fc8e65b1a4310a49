import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attention, attention } from '../../src/charts/attention.ts';
import { isoDateSchema } from '../../src/records/dates.ts';
import { elementsOf, expectPictures, expectSound, ofClass } from './drawings.ts';
import { periodNames } from './share-samples.ts';

const upvotes: Attention = {
	id: 'upvotes',
	what: 'upvotes',
	unit: 'month',
	periods: [
		{ period: '2025-01', of: 40, known: 40, quartiles: { lower: 2, median: 5, upper: 11.25 } },
		{ period: '2025-02', of: 30, known: 12, quartiles: { lower: 3, median: 7.5, upper: 40 } },
		{ period: '2025-03', of: 9, known: 4, quartiles: { lower: 900, median: 950, upper: 1000 } },
		{ period: '2025-04', of: 0, known: 0, quartiles: null },
		{ period: '2025-05', of: 8, known: 5, quartiles: { lower: 1, median: 6, upper: 9 } },
	],
	earlier: 2,
	undated: 3,
	until: null,
};

test('pictures', async () => {
	await expectPictures('attention', attention(upvotes));
});

test('words and data', () => {
	const { svg: _, ...words } = attention(upvotes);
	expect(words).toEqual({
		title: 'Half of the papers of May 2025 whose upvotes are known have 6 upvotes or more',
		description:
			'Median upvotes: from 5 in January 2025 to 6 in May 2025; highest in February 2025, at 7.5. ' +
			'The band holds the middle half of the papers.',
		caption:
			'92 papers. 2 of them are older than January 2025 and not drawn; 3 have no date that names a month. ' +
			'In these months upvotes are known of 61 of 87, as the last listing that tells them has them; ' +
			'newer papers had less time to gather them. Nothing is drawn where they are known of fewer than 5.',
		table: {
			head: ['Month', 'Median upvotes', 'Middle half', 'Known', 'Of all'],
			rows: [
				['January 2025', '5', '2 to 11.3', '40', '40'],
				['February 2025', '7.5', '3 to 40', '12', '30'],
				['March 2025', '950', '900 to 1\u202F000', '4', '9'],
				['April 2025', 'not known', 'not known', '0', '0'],
				['May 2025', '6', '1 to 9', '5', '8'],
			],
		},
		csv:
			'month,median_upvotes,lower_quartile,upper_quartile,known,of\r\n2025-01,5,2,11.25,40,40\r\n' +
			'2025-02,7.5,3,40,12,30\r\n2025-03,950,900,1000,4,9\r\n2025-04,,,,0,0\r\n2025-05,6,1,9,5,8\r\n',
	});
});

test('of few papers and of none nothing is drawn: the line breaks', () => {
	const { svg } = attention(upvotes);
	const [line] = ofClass(svg?.wide, 'chart-line');
	expect(line?.attrs.find(({ name }) => name === 'd')?.value.match(/[ML]/g)).toEqual(['M', 'L', 'M']);
	// The 1000 of March do not set the scale.
	expect(
		elementsOf(svg?.wide).some(({ childNodes }) =>
			childNodes.some((node) => 'value' in node && node.value === '1\u202F000'),
		),
	).toBe(false);
	expect(ofClass(svg?.wide, 'chart-beyond')).toEqual([]);
});

describe('titles', () => {
	const last = (known: number, of: number, median: number): Attention => ({
		...upvotes,
		what: 'comments',
		periods: [...upvotes.periods, { period: '2025-06', known, of, quartiles: { lower: 0, median, upper: 9 } }],
	});
	test.each([
		['all known', last(8, 8, 2), 'Half of the papers of June 2025 have 2 comments or more'],
		['one', last(8, 8, 1), 'Half of the papers of June 2025 have 1 comment or more'],
		['none', last(8, 8, 0), 'Half of the papers of June 2025 have no comments'],
		[
			'a month that is not over',
			{ ...last(8, 8, 0), until: isoDateSchema.parse('2025-06-20') },
			'Half of the papers of May 2025 whose comments are known have 6 comments or more',
		],
		['nothing', { ...upvotes, periods: [] }, 'Upvotes by month'],
	])('%s', (_, course, title) => {
		expect(attention(course).title).toBe(title);
	});
});

test('without a course there is no drawing, and words say why', () => {
	const chart = attention({ ...upvotes, periods: upvotes.periods.slice(2, 5) });
	expect(chart.svg).toBeNull();
	expect(chart.description).toBe(
		'There is no course of upvotes to draw: they are known of 5 papers or more in fewer than two periods.',
	);
	expect(chart.table.rows).toHaveLength(3);
});

test('any numbers make a sound drawing', () => {
	const period = fc
		.tuple(fc.nat({ max: 20 }), fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 }))
		.map(([known, ...three]) => {
			const [lower = 0, median = 0, upper = 0] = three.toSorted((a, b) => a - b);
			return { of: known + 3, known, quartiles: known === 0 ? null : { lower, median, upper } };
		});
	fc.assert(
		fc.property(fc.array(period, { maxLength: 60 }), fc.boolean(), (periods, unfinished) => {
			const names = periodNames('month', periods.length);
			expectSound(
				attention({
					...upvotes,
					periods: periods.map((each, index) => ({ period: names[index] ?? '', ...each })),
					until: unfinished ? isoDateSchema.parse('2025-06-20') : null,
				}),
			);
		}),
	);
});
