import { describe, expect, test } from 'vitest';
import { bytesOf, descendantsOf, parseStat } from '../../scripts/bench/proc.ts';
import { type BenchRun, ratiosOf, ratioTable, runTable } from '../../scripts/bench/results.ts';

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
