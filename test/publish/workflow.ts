import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const file = resolve(import.meta.dirname, '../../.github/workflows/publish.yml');

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const permissions = z.partialRecord(
	z.enum(['actions', 'attestations', 'checks', 'contents', 'deployments', 'id-token', 'issues', 'pages', 'statuses']),
	z.enum(['read', 'write', 'none']),
);
const named = { name: z.string().optional(), id: z.string().optional(), if: z.string().optional() };
const stepSchema = z.union([
	z.strictObject({ ...named, uses: z.string(), with: values.default({}) }),
	z.strictObject({ ...named, run: z.string(), env: z.record(z.string(), z.string()).default({}) }),
]);
const jobSchema = z.strictObject({
	if: z.string().optional(),
	needs: z.array(z.string()).default([]),
	'runs-on': z.string(),
	'timeout-minutes': z.int().max(360),
	permissions: permissions,
	environment: z.strictObject({ name: z.string(), url: z.string() }).optional(),
	steps: z.array(stepSchema).min(1),
});

/** The part of GitHub's workflow syntax that we use; a key that is misspelt is refused. */
const workflowSchema = z.strictObject({
	name: z.string(),
	on: z.strictObject({
		push: z.strictObject({ branches: z.array(z.string()) }),
		pull_request: z.null(),
		workflow_dispatch: z.null(),
	}),
	permissions: permissions,
	concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.union([z.boolean(), z.string()]) }),
	jobs: z.strictObject({ test: jobSchema, build: jobSchema, deploy: jobSchema }),
});

/** The workflow that publishes the site. */
export function publishWorkflow(): z.infer<typeof workflowSchema> {
	return workflowSchema.parse(parse(readFileSync(file, 'utf8')));
}
