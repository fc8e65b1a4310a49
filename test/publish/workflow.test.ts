import { describe, expect, test } from 'vitest';
import { publishWorkflow } from './workflow.ts';

const { on, permissions, concurrency, jobs } = publishWorkflow();
const everyJob = Object.entries(jobs);

/** The actions that we trust: all GitHub's own, at majors that it has released, with what they take and give. */
const actions: Readonly<Record<string, { inputs: readonly string[]; outputs: readonly string[] }>> = {
	'actions/checkout@v6': { inputs: ['persist-credentials'], outputs: ['ref', 'commit'] },
	'actions/setup-node@v6': { inputs: ['node-version', 'cache'], outputs: ['cache-hit', 'node-version'] },
	'actions/configure-pages@v6': { inputs: [], outputs: ['base_url', 'origin', 'host', 'base_path'] },
	'actions/upload-pages-artifact@v5': { inputs: ['path'], outputs: ['artifact_id'] },
	'actions/deploy-pages@v5': { inputs: [], outputs: ['page_url'] },
};

test('a pull request is tested, and only the default branch is published', () => {
	expect(on.push.branches).toHaveLength(1);
	expect(jobs.test.if).toBeUndefined();
	expect(jobs.build.if).toBe(`github.ref == 'refs/heads/${on.push.branches[0]}'`);
	expect(jobs.deploy).toMatchObject({ needs: ['test', 'build'], environment: { name: 'github-pages' } });
});

test('a deploy that has begun is never cancelled', () => {
	expect(concurrency).toEqual({
		group: `\${{ github.event_name == 'pull_request' && github.ref || 'pages' }}`,
		'cancel-in-progress': `\${{ github.event_name == 'pull_request' }}`,
	});
});

test('each job may do what it needs, and what runs our code may change nothing', () => {
	expect(permissions).toEqual({});
	expect(jobs.test.permissions).toEqual({ contents: 'read' });
	expect(jobs.build.permissions).toEqual({ contents: 'read', pages: 'read' });
	expect(jobs.deploy.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
	for (const [, { permissions: granted, steps }] of everyJob) {
		if (steps.some((step) => 'run' in step)) expect(Object.values(granted)).not.toContain('write');
	}
});

describe.each(everyJob)('the job %s', (_, { needs, environment, steps }) => {
	test('uses known actions, with what they take', () => {
		for (const step of steps) {
			if (!('uses' in step)) continue;
			expect(Object.keys(actions)).toContain(step.uses);
			expect(actions[step.uses]?.inputs).toEqual(expect.arrayContaining(Object.keys(step.with)));
		}
	});

	test('leaves no token in the folder that our code runs in', () => {
		const checkouts = steps.filter((step) => 'uses' in step && step.uses.startsWith('actions/checkout@'));
		expect(checkouts).toEqual(checkouts.map((step) => ({ ...step, with: { 'persist-credentials': false } })));
	});

	test('asks only for outputs of its own earlier steps, and only jobs that are there', () => {
		const given = steps.flatMap((step) => {
			const outputs = 'uses' in step ? (actions[step.uses]?.outputs ?? []) : [];
			return outputs.map((output) => `steps.${step.id}.outputs.${output}`);
		});
		const asked = JSON.stringify([environment, steps]).matchAll(/\bsteps\.[\w.-]+/g);
		expect(given).toEqual(expect.arrayContaining([...asked].map(([name]) => name)));
		expect(Object.keys(jobs)).toEqual(expect.arrayContaining(needs));
	});

	test('puts nothing of an event into a shell', () => {
		for (const step of steps) if ('run' in step) expect(step.run).not.toContain('${{');
	});
});
