import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = resolve(import.meta.dirname, '../../.github/workflows');

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const permissions = z.partialRecord(
	z.enum(['actions', 'attestations', 'checks', 'contents', 'deployments', 'id-token', 'issues', 'pages', 'statuses']),
	z.enum(['read', 'write', 'none']),
);
const ofStep = {
	name: z.string().optional(),
	id: z.string().optional(),
	if: z.string().optional(),
	'timeout-minutes': z.int().optional(),
};
const stepSchema = z.union([
	z.strictObject({ ...ofStep, uses: z.string(), with: values.default({}) }),
	z.strictObject({ ...ofStep, run: z.string(), env: z.record(z.string(), z.string()).default({}) }),
]);
const ofJob = {
	if: z.string().optional(),
	needs: z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]),
	permissions,
};
const jobSchema = z.strictObject({
	...ofJob,
	'runs-on': z.string(),
	'timeout-minutes': z.int().max(360),
	environment: z.strictObject({ name: z.string(), url: z.string() }).optional(),
	outputs: z.record(z.string(), z.string()).default({}),
	steps: z.array(stepSchema).min(1),
});
const inputs = z.record(
	z.string(),
	z.strictObject({
		description: z.string(),
		type: z.enum(['boolean', 'string']),
		default: z.union([z.boolean(), z.string()]).optional(),
		required: z.boolean().optional(),
	}),
);
const calledSchema = z.strictObject({ ...ofJob, uses: z.string(), with: z.record(z.string(), z.string()) });

/** The part of GitHub's syntax that our workflows use; what else GitHub knows is not needed. */
const workflowSchema = z.strictObject({
	name: z.string(),
	on: z.strictObject({
		push: z.strictObject({ branches: z.array(z.string()) }).optional(),
		pull_request: z.null().optional(),
		schedule: z.array(z.strictObject({ cron: z.string() })).optional(),
		workflow_call: z.strictObject({ inputs }).optional(),
		workflow_dispatch: z.strictObject({ inputs }).nullish(),
	}),
	permissions,
	concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }),
	jobs: z.record(z.string(), z.union([jobSchema, calledSchema])),
});
export type Job = z.infer<typeof jobSchema>;
export type Step = Job['steps'][number];

/** The names of the files of all workflows. */
export const workflowFiles = readdirSync(folder);

export function workflow(file: string): z.infer<typeof workflowSchema> {
	return workflowSchema.parse(parse(workflowText(file)));
}

export function workflowText(file: string): string {
	return readFileSync(join(folder, file), 'utf8');
}

/** The jobs of a workflow that have steps, by name. */
export function jobsOf(file: string): [name: string, job: Job][] {
	return Object.entries(workflow(file).jobs).flatMap(([name, job]) => ('steps' in job ? [[name, job]] : []));
}

/** A job with steps. */
export function jobOf(file: string, name: string): Job {
	const found = jobsOf(file).find(([job]) => job === name);
	if (!found) throw new Error(`${file} has no job ${name}`);
	return found[1];
}
