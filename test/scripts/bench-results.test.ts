import { describe, expect, test } from 'vitest';
import { resultOf } from '../../scripts/bench/lighthouse.ts';
import { bytesOf, descendantsOf, parseStat } from '../../scripts/bench/proc.ts';
import { type BenchRun, ratiosOf, ratioTable, runTable, siteTable } from '../../scripts/bench/results.ts';
import { largestPages } from '../../scripts/bench/site.ts';

const archive = { step: 'archive', made: 10_000, unit: 'papers', bytes: 45_230_000 } as const;
const pages = { step: 'pages', made: 12_345, unit: 'pages', bytes: 1_234_567_890 } as const;
const smaller: BenchRun = {
	papers: 10_000,
	steps: [
		{ ...archive, wallSeconds: 12.34, cpuSeconds: 10, peakBytes: 812_400_000 },
		{ ...pages, wallSeconds: 5, cpuSeconds: null, peakBytes: null },
	],
};
const larger: BenchRun = {
	papers: 20_000,
	steps: [
		{ ...archive, wallSeconds: 24.68, cpuSeconds: 22, peakBytes: 1_612_400_000 },
		{ ...pages, wallSeconds: 11, cpuSeconds: null, peakBytes: null },
	],
};

describe('the table', () => {
	test('of a run', () => {
		expect(`\n${runTable(smaller)}\n`).toMatchInlineSnapshot(`
			"
			10,000 papers  wall s    CPU s  peak MB           made  written MB
			archive          12.3     10.0      812  10,000 papers        45.2
			pages             5.0  unknown  unknown   12,345 pages     1,234.6
			"
		`);
	});

	test('of twice the papers', () => {
		expect(`\n${ratioTable(ratiosOf(smaller, larger), 'twice the papers')}\n`).toMatchInlineSnapshot(`
			"
			twice the papers  wall ×    CPU ×
			archive             2.00     2.20
			pages               2.20  unknown
			"
		`);
	});
});

describe('how often a step takes the time it took', () => {
	test('is not known when one of the times is not, or nothing', () => {
		expect(ratiosOf(smaller, larger)).toEqual([
			{ step: 'archive', wall: 2, cpu: 2.2 },
			{ step: 'pages', wall: 2.2, cpu: null },
		]);
		const none = { ...smaller, steps: [{ ...archive, wallSeconds: 0, cpuSeconds: 0, peakBytes: 0 }] };
		expect(ratiosOf(none, larger)).toEqual([
			{ step: 'archive', wall: null, cpu: null },
			{ step: 'pages', wall: null, cpu: null },
		]);
	});
});

describe('what the system says of processes', () => {
	test('a process is read whatever its name', () => {
		const stat = '42 (a) S 1) R 7 42 42 0 -1 4194304 900 80 0 0 150 25 300 75 20 0 11 0 99 1000 200';
		expect(parseStat(stat)).toEqual({ parent: 7, own: 175, ended: 375 });
	});

	test.each([
		['Pss', 'Rss:   1712 kB\nPss:                 256 kB\nPss_Dirty: 116 kB\n', 262_144],
		['VmRSS', 'Name:\tnode\nVmRSS:\t  1000 kB\n', 1_024_000],
		['Pss', '', null],
		['Pss', 'Pss_Dirty: 116 kB\n', null],
	] as const)('%s in %j', (name, text, bytes) => {
		expect(bytesOf(name, text)).toBe(bytes);
	});

	test('descendants are children of children too, and no others', () => {
		const parents = { 1: 0, 2: 1, 10: 2, 11: 10, 12: 10, 13: 12, 20: 2, 30: 1 };
		const processes = new Map(Object.entries(parents).map(([pid, parent]) => [Number(pid), { parent }]));
		expect(descendantsOf(10, processes).sort()).toEqual([11, 12, 13]);
		expect(descendantsOf(13, processes)).toEqual([]);
	});
});

describe('a built site', () => {
	const weight = { html: 3210, css: 2900, script: 0, other: 512, total: 6622, shift: 0, thirdParty: [] };
	const all = { performance: 100, accessibility: 100, 'best-practices': 100, seo: 100 };

	test('is told as a table, and below it what cost marks', () => {
		const home = {
			kind: 'home',
			path: '/',
			weight,
			scores: { ...all, performance: 97 },
			missed: ['speed-index: 3.7 s'],
		};
		const shifting = { ...weight, shift: 0.0123, thirdParty: ['https://example.org/a.js'] };
		const day = { kind: 'day', path: '/2025/11/24/', weight: shifting, scores: { ...all, seo: null }, missed: [] };
		expect(`\n${siteTable([home, day])}\n`).toMatchInlineSnapshot(`
			"
			page  performance  accessibility  best practices      SEO  HTML kB  CSS kB  script kB  other kB  all kB  shift  other hosts
			home           97            100             100      100      3.2     2.9        0.0       0.5     6.6  0.000            0
			day           100            100             100  unknown      3.2     2.9        0.0       0.5     6.6  0.012            1

			home / speed-index: 3.7 s
			"
		`);
	});

	test.each([
		[
			'the largest of a kind',
			[
				['/papers/a/', 1],
				['/papers/b/', 2],
			],
			['/papers/b/'],
		],
		[
			'the first of two that are as large',
			[
				['/papers/b/', 2],
				['/papers/a/', 2],
			],
			['/papers/a/'],
		],
		[
			'one of each kind, in their order',
			[
				['/2025/11/24/', 1],
				['/topics/x/', 1],
				['/', 1],
			],
			['/', '/topics/x/', '/2025/11/24/'],
		],
		[
			'no list, and nothing else',
			[
				['/papers/', 9],
				['/papers/1/', 9],
				['/about/', 9],
			],
			[],
		],
	] satisfies [string, [string, number][], string[]][])('is measured by %s', (_, pages, chosen) => {
		const built = pages.map(([path, bytes]) => ({ path, bytes, leadsOn: false }));
		expect(largestPages(built).map(({ path }) => path)).toEqual(chosen);
		expect(largestPages(built.map((page) => ({ ...page, leadsOn: true })))).toEqual([]);
	});
});

describe('what Lighthouse reports', () => {
	const category = (score: number | null, ...ids: string[]) => ({
		score,
		auditRefs: ids.map((id) => ({ id, weight: id === 'hint' ? 0 : 1 })),
	});
	const report = {
		categories: {
			performance: category(0.974, 'speed-index', 'hint', 'unknown'),
			accessibility: category(0.96, 'target-size', 'contrast'),
			'best-practices': category(1),
			seo: category(null),
		},
		audits: {
			'speed-index': { title: 'Speed Index', score: 0.9, displayValue: '3.7 s' },
			'target-size': { title: 'Touch targets are too small.', score: 0 },
			contrast: { title: 'Contrast is enough.', score: 1 },
			hint: { title: 'Without weight', score: 0 },
			unknown: { title: 'Not applicable', score: null },
		},
	};

	test('is read as marks of 100, and the audits that cost some', () => {
		expect(resultOf('http://localhost/', JSON.stringify(report))).toEqual({
			scores: { performance: 97, accessibility: 96, 'best-practices': 100, seo: null },
			missed: ['speed-index: 3.7 s', 'target-size: Touch targets are too small.'],
		});
	});

	test('a page that did not load is an error', () => {
		const broken = JSON.stringify({ ...report, runtimeError: { message: 'The page did not paint.' } });
		expect(() => resultOf('http://localhost/', broken)).toThrow('http://localhost/. The page did not paint.');
	});
});
