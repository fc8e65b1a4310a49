import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { type TopicTrend, topicTrend } from '../../src/charts/topic-trend.ts';
import { movedInWords } from '../../src/charts/topic-trend-words.ts';
import { isoDateSchema } from '../../src/records/dates.ts';

type Element = DefaultTreeAdapterMap['element'];

const counts: TopicTrend = {
	id: 'example',
	name: 'Language models',
	unit: 'year',
	measure: 'count',
	periods: [
		{ period: '2019', papers: 1, of: 4 },
		{ period: '2020', papers: 0, of: 3 },
		{ period: '2021', papers: 0, of: 0 },
		{ period: '2022', papers: 12, of: 40 },
		{ period: '2023', papers: 9, of: 16 },
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
		{ period: '2024-11', papers: 10, of: 100 },
		{ period: '2024-12', papers: 3, of: 24 },
		{ period: '2025-01', papers: 0, of: 0 },
		{ period: '2025-02', papers: 1, of: 80 },
		{ period: '2025-03', papers: 0, of: 0 },
		{ period: '2025-04', papers: 5, of: 50 },
	],
	undated: { papers: 0, of: 2 },
};

const until = isoDateSchema.parse('2025-04-22');

/** The elements of a drawing, in its order. */
function elementsOf(svg: string | undefined): Element[] {
	const within = (node: DefaultTreeAdapterMap['node']): Element[] => [
		...('tagName' in node ? [node] : []),
		...('childNodes' in node ? node.childNodes.flatMap(within) : []),
	];
	return within(parseFragment(svg ?? ''));
}

function attribute(element: Element, name: string): string | undefined {
	return element.attrs.find((each) => each.name === name)?.value;
}

function number(element: Element, name: string): number {
	return Number(attribute(element, name) ?? Number.NaN);
}

/** Text of all elements of a name, or of a class. */
function textsOf(svg: string | undefined, name: string): string[] {
	return elementsOf(svg)
		.filter(({ tagName }) => tagName === name)
		.map(({ childNodes }) => childNodes.map((node) => ('value' in node ? node.value : '')).join(''));
}

describe('pictures', () => {
	test.each([
		['counts', counts],
		['shares', shares],
		['shares-unfinished', { ...shares, until }],
		['counts-unfinished', { ...counts, until: isoDateSchema.parse('2023-11-24') }],
	])('%s', async (name, trend) => {
		const { svg } = topicTrend(trend);
		for (const [variant, drawing] of Object.entries(svg ?? {})) {
			await expect(drawing.replaceAll('><', '>\n<')).toMatchFileSnapshot(`snapshots/${name}-${variant}.svg`);
		}
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
				head: ['Year', 'Papers', 'Of all', 'Share'],
				rows: [
					['2019', '1', '4', '25%'],
					['2020', '0', '3', '0%'],
					['2021', 'not known', 'none', 'not known'],
					['2022', '12', '40', '30%'],
					['2023', '9', '16', '56%'],
				],
			},
			csv: 'year,papers,of,share,known_until\r\n2019,1,4,0.25,\r\n2020,0,3,0,\r\n2021,,0,,\r\n2022,12,40,0.3,\r\n2023,9,16,0.5625,\r\n',
		});
	});

	test('of shares, the last of a month that is not over', () => {
		const { title, description, caption, table, csv } = topicTrend({ ...shares, earlier: { papers: 1, of: 2 }, until });
		expect(title).toBe('Language models fell from 10% of papers (November 2024) to 1.3% (February 2025)');
		expect(description).toBe(
			'From 10% in November 2024 to 10% in April 2025; highest in December 2024, at 13%. ' +
				'The last is not over: April 2025 until the 22nd.',
		);
		expect(caption).toBe(
			'20 papers of 258 in the archive. 1 of them is older than November 2024 and not drawn. In the archive 2 of 258 have none.',
		);
		expect(table.rows[3]).toEqual(['February 2025', '1', '80', '1.3%']);
		expect(table.rows[5]).toEqual(['April 2025 until the 22nd', '5', '50', '10%']);
		expect(csv).toMatch(/2025-04,5,50,0\.1,2025-04-22\r\n$/);
	});

	const share = (papers: number, of = 200) => ({ papers, of });
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
			papers: at < 2 ? 20 : 50,
			of: at === 4 ? 0 : 100,
		}));
		expect(topicTrend({ ...shares, name: 'Topic', periods }).title).toBe(
			'Topic rose from 20% of papers (January to February 2024) to 50% (August to September 2024)',
		);
	});

	test('counts that are equal have no highest', () => {
		const periods = [
			{ period: '2020', papers: 3, of: 9 },
			{ period: '2021', papers: 3, of: 9 },
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
				{ period: '2020', papers: 0, of: 9 },
				{ period: '2021', papers: 0, of: 9 },
			],
		],
		['nothing known', [{ period: '2020', papers: 0, of: 0 }]],
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
		const line = elementsOf(topicTrend(shares).svg?.wide).find(({ tagName }) => tagName === 'path');
		expect((line && attribute(line, 'd'))?.match(/M/g)).toHaveLength(3);
		// February and April stand alone: a line cannot show them.
		expect(elementsOf(topicTrend(shares).svg?.wide).filter(({ tagName }) => tagName === 'circle')).toHaveLength(2);
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
			years: fc.integer({ min: 1, max: 60 }),
			unfinished: fc.boolean(),
			known: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3_000_000 })), { maxLength: 120 }),
		})
		.map(({ measure, unit, years, unfinished, known }) => {
			const names = Array.from({ length: years }, (_, index) => String(1990 + index)).flatMap((year) =>
				unit === 'year'
					? [year]
					: unit === 'quarter'
						? ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `${year}-${quarter}`)
						: Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`),
			);
			const periods = names.flatMap((period, index) => {
				const [papers, of] = known[index] ?? [];
				return papers === undefined || of === undefined ? [] : [{ period, papers: of === 0 ? 0 : papers % of, of }];
			});
			return { ...counts, measure, unit, periods, until: unfinished ? until : null };
		});

	test('stay in their frame, hold only numbers, no style, and no two labels in one place', () => {
		fc.assert(
			fc.property(trends, (trend) => {
				const { svg } = topicTrend(trend);
				for (const drawing of [svg?.wide, svg?.narrow]) {
					if (drawing === undefined) continue;
					expect(drawing).not.toMatch(/NaN|undefined|Infinity|null|style|<script/);
					const [root, ...parts] = elementsOf(drawing);
					const [width, height] = root ? [number(root, 'width'), number(root, 'height')] : [0, 0];
					for (const part of parts) {
						if (part.tagName === 'rect') {
							expect(number(part, 'height')).toBeGreaterThanOrEqual(0);
							expect(number(part, 'y')).toBeGreaterThanOrEqual(0);
							expect(number(part, 'y') + number(part, 'height')).toBeLessThanOrEqual(height);
							expect(number(part, 'x')).toBeGreaterThanOrEqual(0);
							expect(number(part, 'x') + number(part, 'width')).toBeLessThanOrEqual(width);
						}
					}
					const boxes = parts.filter(({ tagName }) => tagName === 'text').map(boxOf);
					for (const [index, box] of boxes.entries()) {
						expect(box.left).toBeGreaterThanOrEqual(0);
						expect(box.right).toBeLessThanOrEqual(width);
						expect(box.top).toBeGreaterThanOrEqual(0);
						expect(box.bottom).toBeLessThanOrEqual(height);
						expect(boxes.slice(index + 1).filter((other) => meet(box, other))).toEqual([]);
					}
				}
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

interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** The space of a label of 12 px, at the mean width of characters in a wide interface face. */
function boxOf(label: Element): Box {
	const content = label.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
	const width = content.length * 7.6;
	const share = { start: 0, middle: 0.5, end: 1 }[attribute(label, 'text-anchor') ?? ''] ?? Number.NaN;
	const [x, y] = [number(label, 'x'), number(label, 'y')];
	return { left: x - width * share, right: x + width * (1 - share), top: y - 10, bottom: y + 2 };
}

function meet(one: Box, other: Box): boolean {
	return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
