import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Attention, attention } from '../../src/charts/attention.ts';
import { heatMap } from '../../src/charts/heat-map.ts';
import { type Multiple, multiple } from '../../src/charts/multiple.ts';
import { papersByPeriod } from '../../src/charts/papers-by-period.ts';
import { type TermLines, termLines } from '../../src/charts/term-lines.ts';
import { type TopicTrend, topicTrend } from '../../src/charts/topic-trend.ts';
import { isoDateSchema } from '../../src/records/dates.ts';
import { shareOfPapers } from '../charts/share-samples.ts';
import { folderOf, siteBases } from '../site/built-site.ts';
import { sharedChromium, sharedServer, watchedPage } from './harness.ts';

const [root] = siteBases;
const browser = sharedChromium();
const site = sharedServer(() => folderOf(root), root.base);
const until = isoDateSchema.parse('2025-12-24');

/** Months from January of a year on, of numbers that go up and down. */
function months(from: number, length: number, scale: number): TopicTrend['periods'] {
	return Array.from({ length }, (_, at) => ({
		period: `${from + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
		...(at % 11 === 5
			? shareOfPapers(0, 0)
			: shareOfPapers(at % 7 === 3 ? 0 : Math.round(scale * (1 + Math.sin(at))), scale * 8)),
	}));
}

function years(from: number, length: number, scale: number): TopicTrend['periods'] {
	return months(2000, length, scale).map((each, at) => ({ ...each, period: String(from + at) }));
}

const nothing = { papers: 0, of: 0 };
const kinds: Record<string, Pick<TopicTrend, 'unit' | 'measure' | 'periods'>> = {
	'shares of two months': { unit: 'month', measure: 'share', periods: months(2025, 2, 30) },
	'shares of a year': { unit: 'month', measure: 'share', periods: months(2025, 12, 30) },
	'shares of ten years': { unit: 'month', measure: 'share', periods: months(2016, 120, 30) },
	'counts of a few years': { unit: 'year', measure: 'count', periods: years(2019, 7, 3) },
	'counts of many years': { unit: 'year', measure: 'count', periods: years(1936, 90, 3) },
	'counts of thousands': { unit: 'year', measure: 'count', periods: years(2010, 16, 60_000) },
};

const multiples: Multiple[] = (['bars', 'line'] as const).map((mark) => ({
	values: [1, 2, null, 4],
	mark,
	unfinished: true,
	ceiling: 4,
	first: 'Sep 2024',
	last: 'Dec 2024',
}));

const words = ['agents', 'Mixture of experts', 'WMW', 'retrieval-augmented generation', '稀疏注意力', 'GPU'];
const longest = 'reinforcement learning from human feedback, of which this name says more than there is room for';

/** Lines of so many terms that end close together, and a map of as many topics. */
function ofTerms(count: number, length: number): [Omit<TermLines, 'id'>, Parameters<typeof heatMap>[0]['rows']] {
	const names = [...words.slice(0, count), ...(count > words.length ? [longest] : [])];
	const courses = names.map((term, at) => ({ term, shares: months(2024, length, 30 + at) }));
	return [
		{ unit: 'month', periods: months(2024, length, 1).map(({ period }) => period), terms: courses.slice(0, 6), until },
		courses.map(({ term, shares }) => ({ slug: 'a-topic', name: term, cells: shares })),
	];
}

function attentionTo(length: number, scale: number): Attention {
	const periods = months(2024, length, scale).map(({ period, papers, of }) => ({
		period,
		of,
		known: papers,
		quartiles: papers === 0 ? null : { lower: papers / 4, median: papers, upper: papers * 3 },
	}));
	return { id: 'attention', what: 'comments', unit: 'month', periods, earlier: 0, undated: 0, until };
}

/** Every kind of chart, in both of its drawings. */
const drawings = [
	...[1, 3, 6, 7].flatMap((count) =>
		[2, 24, 60].flatMap((length) => {
			const [terms, rows] = ofTerms(count, length);
			const charts = [
				termLines({ ...terms, id: `terms-${count}-${length}` }),
				heatMap({ ...terms, id: `map-${count}-${length}`, rows }),
			];
			return charts.flatMap(({ svg }) => (svg === null ? [] : [svg.wide, svg.narrow]));
		}),
	),
	...[attentionTo(2, 9), attentionTo(24, 60_000)].flatMap((course) => {
		const { svg } = attention(course);
		return svg === null ? [] : [svg.wide, svg.narrow];
	}),
	...Object.values(kinds).flatMap((kind, at) => {
		const charts = [
			topicTrend({ ...kind, id: `topic-${at}`, name: 'A topic', earlier: nothing, undated: nothing, until }),
			papersByPeriod({ ...kind, id: `all-${at}`, earlier: 0, undated: 0, until: null }),
		];
		return charts.flatMap(({ svg }) => (svg === null ? [] : [svg.wide, svg.narrow]));
	}),
	...multiples.flatMap((each) => multiple(each) ?? []),
];

/**
 * The texts that meet another text of their drawing, or leave it. Runs in the page. What a line of text takes above
 * its capitals and below its baseline may be shared.
 */
function misplaced(): { found: string[]; texts: number } {
	const found: string[] = [];
	let count = 0;
	for (const drawing of document.querySelectorAll('svg.chart, svg.multiple')) {
		const frame = drawing.getBoundingClientRect();
		if (frame.width === 0) continue;
		const texts = [...drawing.querySelectorAll('text')].map((text) => {
			const { left, right, top, bottom } = text.getBoundingClientRect();
			return { words: text.textContent ?? '', left, right, top: top + 2, bottom: bottom - 2 };
		});
		count += texts.length;
		const name = drawing.querySelector('title')?.textContent ?? 'small drawing';
		for (const [at, one] of texts.entries()) {
			if (one.left < frame.left || one.right > frame.right || one.top < frame.top || one.bottom > frame.bottom) {
				found.push(`${name}: “${one.words}” leaves the drawing of ${frame.width} px`);
			}
			for (const other of texts.slice(at + 1)) {
				const apart =
					one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
				if (!apart) found.push(`${name}: “${one.words}” meets “${other.words}” at ${frame.width} px`);
			}
		}
	}
	return { found, texts: count };
}

describe('no text meets another or leaves its drawing', () => {
	const style = ['tokens', 'charts'].map((name) => readFileSync(`src/styles/${name}.css`, 'utf8')).join('\n');

	test.for(['system-ui', 'DejaVu Sans, Verdana, sans-serif', 'Liberation Sans, Arial, sans-serif', 'serif'])(
		'in any kind of chart, set in %s',
		async (family, context) => {
			const { page } = await watchedPage(await browser(context), await site());
			await page.setViewportSize({ width: 1280, height: 900 });
			await page.setContent(`<!doctype html><meta charset="utf-8">${drawings.join('')}`);
			await page.addStyleTag({
				content: `${style} svg { display: block !important; font-family: ${family} !important }`,
			});
			const { found, texts } = await page.evaluate(misplaced);
			expect(texts).toBeGreaterThan(200);
			expect(found).toEqual([]);
		},
	);

	test.for([1280, 700, 360, 320])('on pages of %d px', { timeout: 60_000 }, async (width, context) => {
		const { page } = await watchedPage(await browser(context), await site());
		await page.setViewportSize({ width, height: 900 });
		for (const path of ['', 'topics/', 'topics/compression/', 'about/', 'trends/']) {
			await page.goto((await site()) + path);
			const { found, texts } = await page.evaluate(misplaced);
			if (/^t/.test(path)) expect(texts).toBeGreaterThan(5);
			expect(found).toEqual([]);
			const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
			expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
		}
	});
});

test('one drawing of a figure is printed, with its title and words', async (context) => {
	const { page } = await watchedPage(await browser(context), await site());
	await page.emulateMedia({ media: 'print' });
	await page.goto(`${await site()}topics/compression/`);
	expect(await page.locator('svg.chart:visible').count()).toBe(1);
	expect(await page.locator('.chart-title').isVisible()).toBe(true);
	expect(await page.locator('.chart-source').textContent()).toContain('a selection, not the whole field');
	expect(await page.locator('.chart-source').isVisible()).toBe(true);
	expect(await page.locator('.chart-links').isVisible()).toBe(false);
});
