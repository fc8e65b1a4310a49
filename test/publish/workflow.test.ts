import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaints } from './complaints.ts';
import { isMet } from './expressions.ts';
import { jobOf, jobsOf, type Step, workflow, workflowFiles, workflowText } from './workflow.ts';

/** The actions that we trust: all GitHub's own, at majors that it has released, with what they take and give. */
const actions: Readonly<Record<string, { inputs: readonly string[]; outputs: readonly string[] }>> = {
	'actions/cache@v5': { inputs: ['path', 'key', 'restore-keys'], outputs: ['cache-hit'] },
	'actions/checkout@v6': { inputs: ['ref', 'persist-credentials'], outputs: ['ref', 'commit'] },
	'actions/configure-pages@v6': { inputs: [], outputs: ['base_url', 'origin', 'host', 'base_path'] },
	'actions/deploy-pages@v5': { inputs: [], outputs: ['page_url'] },
	'actions/download-artifact@v7': { inputs: ['name', 'path'], outputs: ['download-path'] },
	'actions/setup-node@v6': { inputs: ['node-version', 'cache'], outputs: ['cache-hit', 'node-version'] },
	'actions/upload-artifact@v6': { inputs: ['name', 'path', 'retention-days'], outputs: ['artifact-id'] },
	'actions/upload-pages-artifact@v5': { inputs: ['path'], outputs: ['artifact_id'] },
};

/** What each job may do. */
const granted: Readonly<Record<string, Record<string, Record<string, string>>>> = {
	'fetch.yml': {
		fetch: { contents: 'read' },
		commit: { contents: 'write', deployments: 'read' },
		publish: { contents: 'read', pages: 'write', 'id-token': 'write' },
	},
	'publish.yml': {
		test: { contents: 'read' },
		build: { contents: 'read', pages: 'read' },
		deploy: { contents: 'read', pages: 'write', 'id-token': 'write' },
	},
	'test.yml': { test: { contents: 'read' } },
};

test('each workflow is known here', () => {
	expect(workflowFiles.toSorted()).toEqual(Object.keys(granted));
});

describe.each(workflowFiles)('%s', (file) => {
	const { permissions, jobs } = workflow(file);

	test('is as GitHub’s own parser wants it', async () => {
		expect(await complaints(file, workflowText(file))).toEqual([]);
	});

	test('gives each job what it needs, and nothing to all', () => {
		expect(permissions).toEqual({});
		expect(Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.permissions]))).toEqual(
			granted[file],
		);
	});

	test('asks only for jobs that are there, and what they give', () => {
		for (const job of Object.values(jobs)) {
			expect(Object.keys(jobs)).toEqual(expect.arrayContaining(job.needs));
			const given = job.needs.flatMap((name) => {
				const needed = jobs[name];
				const outputs = needed && 'outputs' in needed ? Object.keys(needed.outputs) : [];
				return [`needs.${name}.result`, ...outputs.map((output) => `needs.${name}.outputs.${output}`)];
			});
			const asked = JSON.stringify(job).matchAll(/\bneeds\.[\w.-]+/g);
			expect(given).toEqual(expect.arrayContaining([...asked].map(([name]) => name)));
		}
	});

	test('calls workflows of ours with what they take, and lets them do what they need', () => {
		for (const job of Object.values(jobs)) {
			if (!('uses' in job)) continue;
			const called = workflow(job.uses.replace('./.github/workflows/', ''));
			expect(Object.keys(called.on.workflow_call?.inputs ?? {}).toSorted()).toEqual(Object.keys(job.with).toSorted());
			const needed = Object.values(called.jobs).flatMap((each) => Object.entries(each.permissions));
			for (const [scope, right] of needed) {
				const allowed = Object.entries(job.permissions).find(([name]) => name === scope)?.[1];
				expect([right, 'write']).toContain(allowed);
			}
		}
	});

	test('asks only for inputs that it takes', () => {
		const { workflow_call: called, workflow_dispatch: started } = workflow(file).on;
		const taken = Object.keys({ ...called?.inputs, ...started?.inputs }).map((name) => `inputs.${name}`);
		const asked = JSON.stringify(jobs).matchAll(/\binputs\.[\w-]+/g);
		expect(taken).toEqual(expect.arrayContaining([...asked].map(([name]) => name)));
	});

	describe.each(jobsOf(file))('the job %s', (_, { permissions: allowed, environment, outputs, steps }) => {
		const mayWrite = Object.values(allowed).includes('write');

		test('uses known actions, with what they take', () => {
			for (const step of steps) {
				if (!('uses' in step)) continue;
				expect(Object.keys(actions)).toContain(step.uses);
				expect(actions[step.uses]?.inputs).toEqual(expect.arrayContaining(Object.keys(step.with)));
			}
		});

		test('runs nothing of ours where it may write, and leaves no token where it runs ours', () => {
			const ours = steps.filter(runsOurs);
			if (mayWrite) expect(ours).toEqual([]);
			const keepsToken = steps.filter(
				(step) =>
					'uses' in step && step.uses.startsWith('actions/checkout@') && step.with['persist-credentials'] !== false,
			);
			if (!mayWrite) expect(keepsToken).toEqual([]);
			if (ours.length > 0) expect(JSON.stringify(steps)).not.toMatch(/github\.token|secrets\./);
		});

		test('asks only for outputs of its own earlier steps', () => {
			const given = steps.flatMap((step) => {
				const known = 'uses' in step ? (actions[step.uses]?.outputs ?? []) : outputsSaid(step.run);
				return [...known.map((output) => `steps.${step.id}.outputs.${output}`), `steps.${step.id}.outcome`];
			});
			const asked = JSON.stringify([environment, outputs, steps]).matchAll(/\bsteps\.[\w.-]+/g);
			expect(given).toEqual(expect.arrayContaining([...asked].map(([name]) => name)));
		});

		test('puts nothing of an event into a shell', () => {
			for (const step of steps) if ('run' in step) expect(step.run).not.toContain('${{');
		});
	});
});

function runsOurs(step: Step): boolean {
	return 'run' in step ? /\b(?:npm|npx|node)\b|\.ci\/|\.ts\b|\.sh\b/.test(step.run) : step.uses.startsWith('.');
}

function outputsSaid(shell: string): string[] {
	return [...shell.matchAll(/"(\w+)=[^\n]*" >> "\$GITHUB_OUTPUT"/g)].flatMap(([, name = '']) => name);
}

test.each([
	['runs-on:', 'runs-onn:'],
	['contents: read', 'contents: reed'],
	['needs: [test, build]', 'needs: [test, bild]'],
	['steps.pages.outputs.origin', 'step.pages.outputs.origin'],
	['github.event_name ==', 'github.event_name ='],
])('GitHub’s parser sees it when %s becomes %s', async (right, wrong) => {
	expect(await complaints('publish.yml', workflowText('publish.yml').replace(right, wrong))).not.toEqual([]);
});

test('a pull request is tested by what CI runs, and nothing of it is published', () => {
	expect(Object.keys(workflow('test.yml').on)).toEqual(['pull_request', 'workflow_call']);
	expect(jobOf('test.yml', 'test').steps.flatMap((step) => ('run' in step ? [step.run] : []))).toEqual(['.ci/run']);
	accessSync(join(resolve(import.meta.dirname, '../..'), '.ci/run'), constants.X_OK);
	expect(workflow('publish.yml').on.push?.branches).toEqual(['main']);
	expect(workflow('publish.yml').on).not.toHaveProperty('pull_request');
	expect(workflow('fetch.yml').on).not.toHaveProperty('pull_request');
});

test('listings are fetched once a day, not on the hour, when all the world does', () => {
	const [daily, ...others] = workflow('fetch.yml').on.schedule ?? [];
	expect(others).toEqual([]);
	expect(daily?.cron).toMatch(/^([1-9]|[1-5]\d) ([01]?\d|2[0-3]) \* \* \*$/);
});

test('a deploy or a commit that has begun is never cancelled', () => {
	for (const file of ['publish.yml', 'fetch.yml']) expect(workflow(file).concurrency['cancel-in-progress']).toBe(false);
});

test.each([
	[{ event_name: 'push' }, {}, true],
	[{ event_name: 'workflow_dispatch' }, { test: true }, true],
	[{ event_name: 'workflow_dispatch' }, { test: false }, false],
	[{ event_name: 'schedule' }, { test: false }, false],
	[{ event_name: 'schedule' }, { test: true }, true],
])('of %o with %o the tests are run: %s', (github, inputs, runs) => {
	expect(isMet(workflow('publish.yml').jobs['test']?.if, { github, inputs }, { failed: false })).toBe(runs);
});

test.each([
	['main', 'success', 'success', true],
	['main', 'skipped', 'success', true],
	['main', 'failure', 'success', false],
	['main', 'cancelled', 'success', false],
	['main', 'success', 'failure', false],
	['some-branch', 'success', 'success', false],
])('the site of %s, with tests: %s, and build: %s, is deployed: %s', (ref_name, tests, build, deployed) => {
	const github = { ref_name, event: { repository: { default_branch: 'main' } } };
	const contexts = { github, needs: { test: { result: tests }, build: { result: build } } };
	// Fetch may have failed before it, and its listings are published.
	for (const failed of [false, true])
		expect(isMet(jobOf('publish.yml', 'deploy').if, contexts, { failed })).toBe(deployed);
});

test.each([
	['main', false, true],
	['main', true, false],
	['main', undefined, false],
	['some-branch', false, false],
])('on %s, in a fork: %s, listings are fetched: %s', (ref_name, fork, fetched) => {
	const github = { ref_name, event: { repository: { fork, default_branch: 'main' } } };
	expect(isMet(jobOf('fetch.yml', 'fetch').if, { github }, { failed: false })).toBe(fetched);
});
