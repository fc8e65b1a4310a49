import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
	type Color,
	differenceCiede2000,
	filterDeficiencyDeuter,
	filterDeficiencyProt,
	parse,
	wcagContrast,
} from 'culori';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostTerms, type TermLines, termLines } from '../../src/charts/term-lines.ts';
import { isoDateSchema } from '../../src/records/dates.ts';
import { attribute, elementsOf, expectPictures, expectSound, ofClass, textsOf } from './drawings.ts';
import { anyShare, periodNames, shareOfPapers } from './share-samples.ts';

const until = isoDateSchema.parse('2025-04-22');
const of = (...counts: [papers: number, of: number][]) => counts.map(([papers, all]) => shareOfPapers(papers, all));

const three: TermLines = {
	id: 'terms',
	unit: 'month',
	periods: ['2025-01', '2025-02', '2025-03', '2025-04'],
	terms: [
		{ term: 'diffusion', shares: of([10, 40], [4, 40], [0, 0], [9, 50]) },
		{ term: 'agent', shares: of([1, 40], [12, 40], [0, 0], [10, 50]) },
		{ term: 'token', shares: of([3, 40], [8, 40], [0, 0], [9, 50]) },
	],
	until: null,
};
const one: TermLines = { ...three, terms: three.terms.slice(0, 1) };

describe('pictures', () => {
	const long = 'reinforcement learning from human feedback of many kinds';
	test.each([
		['term-line', one],
		['term-lines', three],
		['term-lines-unfinished', { ...three, until }],
		[
			'term-lines-keyed',
			{ ...three, terms: [...three.terms, { term: long, shares: of([1, 40], [2, 40], [0, 0], [3, 50]) }] },
		],
	])('%s', async (name, terms) => {
		await expectPictures(name, termLines(terms));
	});
});

describe('words and data', () => {
	test('of one term', () => {
		const { svg: _, ...words } = termLines(one);
		expect(words).toEqual({
			title: '“diffusion”: 18% of papers, January to April 2025',
			description:
				'From 25% in January 2025 to 18% in April 2025. The band is the 95% interval of each share: few papers, wide band.',
			caption: 'Shares of the 130 papers of the archive that stand in these months.',
			table: {
				head: ['Month', 'diffusion'],
				rows: [
					['January 2025', '25% (10 of 40)'],
					['February 2025', '10% (4 of 40)'],
					['March 2025', 'not known'],
					['April 2025', '18% (9 of 50)'],
				],
			},
			csv:
				'term,period,papers,of,share,low,high\r\ndiffusion,2025-01,10,40,0.25,0.1419,0.4019\r\n' +
				'diffusion,2025-02,4,40,0.1,0.03958,0.2305\r\ndiffusion,2025-03,,0,,,\r\ndiffusion,2025-04,9,50,0.18,0.0977,0.308\r\n',
		});
	});

	test('of several', () => {
		const { title, description, table, csv } = termLines({ ...three, until });
		expect(title).toBe('In February 2025, the last whole month with papers, “agent” is highest, in 30% of papers');
		expect(description).toBe(
			'Share of papers by month, the first compared with the last: “diffusion” from 25% to 10%; “agent” from 2.5% to 30%; ' +
				'“token” from 7.5% to 20%. The last is not over: April 2025 until the 22nd.',
		);
		expect(table.head).toEqual(['Month', 'diffusion', 'agent', 'token']);
		expect(table.rows.at(-1)).toEqual([
			'April 2025 until the 22nd',
			'18% (9 of 50)',
			'20% (10 of 50)',
			'18% (9 of 50)',
		]);
		expect(csv.split('\r\n')).toHaveLength(1 + 3 * 4 + 1);
	});

	test('of several, one of which stands in the last period alone, which is not over', () => {
		const fresh = { term: 'fresh', shares: of([0, 40], [0, 40], [0, 0], [9, 50]) };
		const { description } = termLines({ ...three, terms: [...three.terms.slice(0, 1), fresh], until });
		expect(description).toContain('“diffusion” from 25% to 10%; “fresh” at 0%. The last is not over');
	});

	test('several that are highest together are all named', () => {
		const [first, , third] = three.terms;
		const terms = first && third ? [first, third] : [];
		expect(termLines({ ...three, terms }).title).toBe(
			'In April 2025, “diffusion” and “token” are highest, in 18% of papers each',
		);
	});

	test('what a reader typed cannot break the table of a spreadsheet', () => {
		const { csv } = termLines({ ...one, terms: [{ term: '=a,"b"', shares: of([1, 2]) }] });
		expect(csv).toContain('"\'=a,""b""",2025-01,1,2,0.5,');
	});

	test.each([
		[
			'one term that no paper has',
			[{ term: 'x', shares: of([0, 40], [0, 40]) }],
			'No paper whose date is known has this term.',
		],
		[
			'several',
			[
				{ term: 'x', shares: [] },
				{ term: 'y', shares: of([0, 3]) },
			],
			'No paper whose date is known has one of these terms.',
		],
		['no term', [], 'No paper whose date is known has this term.'],
	])('without a drawing: %s', (_, terms, description) => {
		expect(termLines({ ...three, terms })).toMatchObject({ svg: null, description });
	});

	test('more than six terms are refused', () => {
		expect(mostTerms).toBe(6);
		expect(() => termLines({ ...three, terms: Array.from({ length: 7 }, () => ({ term: 'x', shares: [] })) })).toThrow(
			RangeError,
		);
	});
});

describe('lines', () => {
	const six = Array.from({ length: 6 }, (_, at) => ({
		term: `term ${at}`,
		shares: of([at, 40], [at, 40], [0, 0], [at + 1, 50]),
	}));

	test('differ in dashes and in marks, so that no colour is needed', () => {
		const { svg } = termLines({ ...three, terms: six });
		const series = ofClass(svg?.wide, 'chart-series');
		expect(series.map((group) => attribute(group, 'class'))).toEqual(
			[1, 2, 3, 4, 5, 6].map((nth) => `chart-series chart-series-${nth}`),
		);
		const parts = (kind: string, name: string) =>
			series.map((group) => {
				const part = group.childNodes.find(
					(node) => 'attrs' in node && node.attrs.some(({ value }) => value.split(' ').includes(kind)),
				);
				return part && 'attrs' in part ? part.attrs.find((each) => each.name === name)?.value : null;
			});
		expect(new Set(parts('chart-line', 'stroke-dasharray')).size).toBe(6);
		expect(new Set(parts('chart-dot', 'd')).size).toBe(6);
	});

	test('break where nothing is known', () => {
		const [line] = ofClass(termLines(one).svg?.wide, 'chart-line');
		expect((line && attribute(line, 'd'))?.match(/M/g)).toHaveLength(2);
	});

	test('have a band only where there is one', () => {
		expect(ofClass(termLines(one).svg?.wide, 'chart-band').length).toBeGreaterThan(0);
		expect(ofClass(termLines(three).svg?.wide, 'chart-band')).toEqual([]);
	});

	test('have their whole names at their ends, or below where there is no room', () => {
		const long = 'a name that is far longer than what there is room for, whatever the width of the drawing may be';
		const terms = [...six.slice(0, 5), { term: long, shares: of([1, 40], [1, 40], [0, 0], [1, 50]) }];
		for (const drawing of Object.values(termLines({ ...three, terms }).svg ?? {})) {
			const written = textsOf(drawing, 'text').join(' ');
			expect(written).toContain(`${long} 2%`);
			expect(written).not.toContain('…');
		}
	});

	test('of one height have names of their own height', () => {
		const same = six.map(({ term }) => ({ term, shares: of([1, 40], [1, 40], [1, 40], [1, 40]) }));
		const chart = termLines({ ...three, terms: same });
		expectSound(chart);
		expect(ofClass(chart.svg?.wide, 'chart-leader').length).toBeGreaterThanOrEqual(4);
		expect(textsOf(chart.svg?.wide, 'text').filter((words) => words.startsWith('term'))).toHaveLength(6);
	});

	test('take any term as text', () => {
		const term = '</text><script>alert(1)</script>"&\u0000';
		const { svg } = termLines({ ...three, terms: [...six.slice(0, 2), { term, shares: of([1, 2], [1, 2]) }] });
		expect(elementsOf(svg?.narrow).map(({ tagName }) => tagName)).not.toContain('script');
	});

	test('any shares make a sound drawing', () => {
		const term = fc
			.string({ unit: fc.constantFrom(...'abcdefghi jklmnopqrstuvwxyz-'), minLength: 1, maxLength: 60 })
			.filter((text) => text.trim() !== '');
		const charts = fc
			.record({
				unit: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
				count: fc.integer({ min: 1, max: 60 }),
				terms: fc.array(fc.record({ term, shares: fc.array(anyShare, { maxLength: 60 }) }), { maxLength: 6 }),
				unfinished: fc.boolean(),
			})
			.map(
				({ unit, count, terms, unfinished }): TermLines => ({
					id: 'any',
					unit,
					periods: periodNames(unit, count),
					terms,
					until: unfinished ? until : null,
				}),
			);
		fc.assert(fc.property(charts, (chart) => expectSound(termLines(chart))));
	});
});

describe.each(['light', 'dark'] as const)('colours of lines in %s', (scheme) => {
	const charts = readFileSync('src/styles/charts.css', 'utf8');
	const tokens = readFileSync('src/styles/tokens.css', 'utf8');
	const colourOf = (css: string, place: RegExp): Color => {
		const [, light, dark] = place.exec(css) ?? [];
		const colour = parse((scheme === 'light' ? light : dark) ?? '');
		if (colour === undefined) throw new Error(`${place} is no pair of colours.`);
		return colour;
	};
	const pair = String.raw`light-dark\((#\w+|oklch\([^)]+\)), (#\w+|oklch\([^)]+\))\)`;
	const colours = Array.from({ length: mostTerms }, (_, at) =>
		colourOf(charts, new RegExp(String.raw`\.chart-series-${at + 1} \{\s*--topic: ${pair}`)),
	);

	test.each(['paper', 'tint'])('are seen on %s', (ground) => {
		const behind = colourOf(tokens, new RegExp(`--${ground}: ${pair}`));
		expect(Math.min(...colours.map((colour) => wcagContrast(colour, behind)))).toBeGreaterThan(3);
	});

	test.each([
		['usual sight', (colour: Color) => colour],
		['red-blind', filterDeficiencyProt(1)],
		['green-blind', filterDeficiencyDeuter(1)],
	])('are apart: %s', (_, seen) => {
		const difference = differenceCiede2000();
		const distances = colours.flatMap((colour, at) =>
			colours.slice(at + 1).map((other) => difference(seen(colour), seen(other))),
		);
		expect(Math.min(...distances)).toBeGreaterThan(10);
	});
});

test('browsers can load it: it is small, and needs neither schemas nor Node', () => {
	const { metafile, outputFiles } = buildSync({
		entryPoints: ['src/charts/term-lines.ts'],
		bundle: true,
		minify: true,
		write: false,
		metafile: true,
		format: 'iife',
		platform: 'browser',
	});
	const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
		Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
	);
	expect(used).toContain('src/charts/svg.ts');
	expect(used.filter((file) => /zod|node:|d3-color|d3-time/.test(file))).toEqual([]);
	expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThan(15_000);
});
