import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runJob } from './run-job.ts';
import { jobOf } from './workflow.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-deploy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [older, newer] = ['1'.repeat(40), '2'.repeat(40)];

/** The job in a run for one commit, where GitHub says that the branch is at another, or says nothing. */
function deployed({ sha, commit, head }: { sha: string; commit?: string; head: string | null }) {
	const answer = head === null ? 'return 1' : `echo ${head}`;
	const asked = 'repos/octocat/papers/commits/main --jq .sha';
	const run = runJob(jobOf('publish.yml', 'deploy'), {
		folder,
		workspace: folder,
		contexts: {
			inputs: commit === undefined ? {} : { commit },
			github: { ref_name: 'main', repository: 'octocat/papers', token: 'a token', sha },
		},
		functions: `gh() { [ "$GH_TOKEN" = "a token" ] && [ "$*" = "api ${asked}" ] || return 1; ${answer}; }`,
	});
	expect(run.result, run.printed).toBe('success');
	return { deploys: run.ran.includes('Deploy'), printed: run.printed };
}

test.each([
	['a push that is still the newest', { sha: newer, head: newer }, true],
	['a push when another came since', { sha: older, head: newer }, false],
	// Fetch was begun at one commit, and made another.
	['what Fetch has committed', { sha: older, commit: newer, head: newer }, true],
	['what Fetch has committed, when a push came since', { sha: older, commit: older, head: newer }, false],
	['a push when GitHub does not say what is newest', { sha: older, head: null }, true],
])('whether the site of %s is deployed', (_, run, deploys) => {
	const { deploys: is, printed } = deployed(run);
	expect(is).toBe(deploys);
	expect(printed.includes('::notice::Not deployed: main is at')).toBe(!deploys);
});
