import type { Usage } from './measured.ts';
import type { MeasuredPage } from './site.ts';
import { fixed, grouped, megabytes, table } from './table.ts';

/** What one step of a build took, and what it made. */
export interface StepResult extends Usage {
	step: string;
	made: number;
	unit: 'papers' | 'pages';
	/** Of all files that it left. */
	bytes: number;
}

/** A build of so many papers. */
export interface BenchRun {
	papers: number;
	steps: StepResult[];
}

/** How many times as long a step took in a larger run. Null where it is not known. */
export interface StepRatio {
	step: string;
	wall: number | null;
	cpu: number | null;
}

/** Each step of the larger run against the same of the smaller. */
export function ratiosOf(smaller: BenchRun, larger: BenchRun): StepRatio[] {
	return larger.steps.map(({ step, wallSeconds, cpuSeconds }) => {
		const before = smaller.steps.find((other) => other.step === step);
		return {
			step,
			wall: quotient(wallSeconds, before?.wallSeconds ?? null),
			cpu: quotient(cpuSeconds, before?.cpuSeconds ?? null),
		};
	});
}

function quotient(a: number | null, b: number | null): number | null {
	return a === null || b === null || b === 0 ? null : a / b;
}

/** The results of a run as aligned text. */
export function runTable({ papers, steps }: BenchRun): string {
	return table(
		[`${grouped(papers)} papers`, 'wall s', 'CPU s', 'peak MB', 'made', 'written MB'],
		steps.map(({ step, wallSeconds, cpuSeconds, peakBytes, made, unit, bytes }) => [
			step,
			fixed(wallSeconds, 1),
			fixed(cpuSeconds, 1),
			megabytes(peakBytes, 0),
			`${grouped(made)} ${unit}`,
			megabytes(bytes, 1),
		]),
	);
}

/** How the steps grew, as aligned text. */
export function ratioTable(ratios: readonly StepRatio[], title: string): string {
	return table(
		[title, 'wall ×', 'CPU ×'],
		ratios.map(({ step, wall, cpu }) => [step, fixed(wall, 2), fixed(cpu, 2)]),
	);
}

/** What readers of a site meet, as aligned text, and below it what cost marks. */
export function siteTable(pages: readonly MeasuredPage[]): string {
	const rows = pages.map(({ kind, scores, weight }) => [
		kind,
		...[scores.performance, scores.accessibility, scores['best-practices'], scores.seo].map((mark) => fixed(mark, 0)),
		...[weight.html, weight.css, weight.script, weight.other, weight.total].map((bytes) => fixed(bytes / 1000, 1)),
		fixed(weight.shift, 3),
		grouped(weight.thirdParty.length),
	]);
	const marks = ['performance', 'accessibility', 'best practices', 'SEO'];
	const head = ['page', ...marks, 'HTML kB', 'CSS kB', 'script kB', 'other kB', 'all kB', 'shift', 'other hosts'];
	const missed = pages.flatMap(({ kind, path, missed }) => missed.map((audit) => `${kind} ${path} ${audit}`));
	return [table(head, rows), ...(missed.length === 0 ? [] : ['', ...missed])].join('\n');
}
