import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type Contexts, filledIn, isMet } from './expressions.ts';
import type { Job } from './workflow.ts';

/** Where a job runs, and what stands in for what it has on GitHub. */
export interface Runner {
	/** A folder of its own, in which it makes what it needs. */
	folder: string;
	/** The checkout. */
	workspace: string;
	/** Beside `steps` and `runner`. */
	contexts: Contexts & { github: { ref_name: string; repository: string; [more: string]: unknown } };
	/** Functions of the shell that are there before each step, in place of programs. */
	functions?: string;
	/** Does what an action does, and gives its outputs; `inputs` have their values. */
	use?: (action: string, inputs: Readonly<Record<string, string>>) => Record<string, string>;
}

export interface JobRun {
	result: 'success' | 'failure';
	outputs: Record<string, string>;
	/** Names of the steps that ran, those of actions by the action. */
	ran: string[];
	/** The Markdown that the page of the run shows. */
	summary: string;
	/** What the shell printed, all steps together. */
	printed: string;
}

/** Runs the steps of a job in their order, as GitHub would: those of the shell in bash, actions by what stands in. */
export function runJob(job: Job, { folder, workspace, contexts, functions = '', use = () => ({}) }: Runner): JobRun {
	const temp = mkdtempSync(join(folder, 'job-'));
	const summaryFile = join(temp, 'summary.md');
	const runnerTemp = join(temp, 'runner');
	mkdirSync(runnerTemp);
	writeFileSync(summaryFile, '');
	const steps: Record<string, unknown> = {};
	const seen = () => ({ ...contexts, steps, runner: { temp: runnerTemp } });
	const status = { failed: false };
	const ran: string[] = [];
	let printed = '';
	job.steps.forEach((step, at) => {
		const id = step.id ?? `step-${at}`;
		if (!isMet(step.if, seen(), status)) {
			steps[id] = { outcome: 'skipped', outputs: {} };
			return;
		}
		ran.push(step.name ?? ('uses' in step ? step.uses : step.run));
		if ('uses' in step) {
			const inputs = Object.entries(step.with).map(([name, value]) => [name, filledIn(String(value), seen())]);
			steps[id] = { outcome: 'success', outputs: use(step.uses, Object.fromEntries(inputs)) };
			return;
		}
		const outputFile = join(temp, `output-${at}`);
		writeFileSync(outputFile, '');
		const done = spawnSync('bash', ['-eo', 'pipefail', '-c', `${functions}\n${step.run}`], {
			cwd: workspace,
			encoding: 'utf8',
			env: {
				HOME: temp,
				PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`,
				CI: 'true',
				GITHUB_OUTPUT: outputFile,
				GITHUB_STEP_SUMMARY: summaryFile,
				GITHUB_REF_NAME: contexts.github.ref_name,
				GITHUB_REPOSITORY: contexts.github.repository,
				RUNNER_TEMP: runnerTemp,
				...Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, filledIn(value, seen())])),
			},
		});
		printed += `${done.stdout}${done.stderr}`;
		if (done.status !== 0) status.failed = true;
		steps[id] = { outcome: done.status === 0 ? 'success' : 'failure', outputs: outputsIn(outputFile) };
	});
	const outputs = Object.entries(job.outputs).map(([name, value]) => [name, filledIn(value, seen())]);
	return {
		result: status.failed ? 'failure' : 'success',
		outputs: Object.fromEntries(outputs),
		ran,
		summary: readFileSync(summaryFile, 'utf8'),
		printed,
	};
}

function outputsIn(file: string): Record<string, string> {
	const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
	return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
