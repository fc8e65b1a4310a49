import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { filledIn, isMet } from './expressions.ts';
import { checkout, commitAll, type Files, git, hook, newRepository, write } from './repositories.ts';
import { type JobRun, runJob } from './run-job.ts';
import { jobOf, workflow } from './workflow.ts';

const project = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'daybook-fetch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const github = {
	ref_name: 'main',
	repository: 'octocat/papers',
	token: 'a token',
	event: { repository: { fork: false, default_branch: 'main' } },
};
const listings = 'content/listings/huggingface';
const old = `${listings}/2025-11-19.2025-11-20T052300Z.json.gz`;
const fresh = `${listings}/2025-11-20.2025-11-21T052300Z.json.gz`;

/** The folder of a case, the repository on GitHub, and what one job hands to the next. */
let place = '';
let remote = '';
let artifact = '';

beforeEach(() => {
	place = mkdtempSync(join(folder, 'case-'));
	remote = join(place, 'remote.git');
	artifact = join(place, 'artifact');
	newRepository(remote);
	const first = checkout(remote, join(place, 'first'));
	write(first, { [old]: 'old', [`${old}.yaml`]: 'day: 2025-11-19\n', 'README.md': 'x' });
	// What the steps run of the project.
	for (const part of ['scripts', 'src']) symlinkSync(join(project, part), join(first, part));
	commitAll(first, 'Begin');
	git(first, 'push', '--quiet', 'origin', 'HEAD:main');
});

describe('where a new listing is there', () => {
	test('it is committed as it is, on top of the branch, and that is published', () => {
		const run = runOf({ fetched: { [fresh]: 'new', [`${fresh}.yaml`]: 'day: 2025-11-20\n' } });
		const commit = git(remote, 'rev-parse', 'main').trim();
		expect(run).toMatchObject({ fetch: 'success', commit: 'success', publish: { commit, test: 'true' } });
		expect(log()).toEqual([
			expect.stringMatching(/^github-actions\[bot\] Add listings of \d{4}-\d\d-\d\d$/),
			'me Begin',
		]);
		expect(changes()).toEqual([`A\t${fresh}`, `A\t${fresh}.yaml`]);
		expect(git(remote, 'show', `main:${fresh}`)).toBe('new');
		expect(run.summary).toContain('| 3 | 1 | 2 | 0 | 0 |');
	});

	test('also when its folder is new, and deep', () => {
		const deep = 'content/listings/arxiv/cs.CL/2025-11-20.2025-11-21T052300Z.xml.gz';
		runOf({ fetched: { [deep]: 'new' } });
		expect(changes()).toEqual([`A\t${deep}`]);
	});

	test('also when something failed: then the run is red, and says why', () => {
		const problems = [{ code: 'source/changed', message: 'Much ``` is new.', hint: 'wait', location: null }];
		const run = runOf({ fetched: { [fresh]: 'new' }, problems, ending: 'exit 1' });
		expect(run).toMatchObject({ fetch: 'failure', commit: 'success', publish: { test: 'true' } });
		expect(changes()).toEqual([`A\t${fresh}`]);
		expect(run.summary).toContain('````text\nerror source/changed\n  Much ``` is new.\n  Try: wait\n````');
	});

	test('on top of a push that comes in between', () => {
		const run = runOf({ fetched: { [fresh]: 'new' }, between: { 'README.md': 'other' } });
		expect(run).toMatchObject({ commit: 'success', publish: { test: 'true' } });
		expect(log()).toEqual([expect.stringMatching(/^github-actions/), 'me Meanwhile', 'me Begin']);
		expect(changes()).toEqual([`A\t${fresh}`]);
		expect(git(remote, 'show', 'main:README.md')).toBe('other');
	});

	test.each([
		['without tests, where only listings are new since what is online', { [`${listings}/other.gz`]: 'other' }, 'false'],
		['with tests, where code is new since then', { 'README.md': 'other' }, 'true'],
	])('%s', (_, between, tests) => {
		const online = git(remote, 'rev-parse', 'main').trim();
		expect(runOf({ fetched: { [fresh]: 'new' }, between, online }).publish).toMatchObject({ test: tests });
	});

	test('without anything of another kind that lies about', () => {
		const others = { [`${listings}/.half.json.gz`]: 'half', 'content/listings/odd.txt': 'odd', 'other.gz': 'odd' };
		runOf({ fetched: { [fresh]: 'new', ...others } });
		expect(changes()).toEqual([`A\t${fresh}`]);
	});
});

describe('nothing is committed or published', () => {
	test.each([
		['when nothing is written', 'true', 'success'],
		['when the fetching fails', 'exit 1', 'failure'],
		['when a listing that is there was changed', `printf other > ${old}`, 'success'],
		['when a listing that is there was deleted', `rm ${old}`, 'success'],
	])('%s', (_, ending, result) => {
		const before = git(remote, 'rev-parse', 'main');
		expect(runOf({ ending })).toMatchObject({ fetch: result, commit: 'skipped', publish: null });
		expect(git(remote, 'rev-parse', 'main')).toBe(before);
	});

	test('when a push that comes in between brings the same', () => {
		const run = runOf({ fetched: { [fresh]: 'new' }, between: { [fresh]: 'new' } });
		expect(run).toMatchObject({ commit: 'success', publish: null });
		expect(log()).toEqual(['me Meanwhile', 'me Begin']);
	});

	test('when the packages cannot be installed', () => {
		const run = runOf({ ci: 'exit 1' });
		expect(run).toMatchObject({ fetch: 'failure', commit: 'skipped', publish: null, summary: '' });
	});
});

test.each<[string, (folder: string) => void]>([
	['a script', (at) => write(at, { 'scripts/build.ts': 'x' })],
	['a workflow', (at) => write(at, { '.github/workflows/fetch.yml': 'x' })],
	['the README of the listings', (at) => write(at, { 'content/listings/README.md': 'x' })],
	['a file in no folder', (at) => write(at, { 'content/listings/x.json.gz': 'x' })],
	['a hidden file', (at) => write(at, { [`${listings}/.gitattributes`]: 'x' })],
	['a hidden folder', (at) => write(at, { 'content/listings/.git/x.gz': 'x' })],
	['a name with a line end in it', (at) => write(at, { [`${listings}/a\nb.gz`]: 'x' })],
	['a link', (at) => symlinkSync('/etc/passwd', join(at, `${listings}/link.gz`))],
	['other content of a listing that is there', (at) => write(at, { [old]: 'other' })],
])('%s among what was fetched stops it all', (_, plant) => {
	const before = git(remote, 'rev-parse', 'main');
	write(artifact, { [fresh]: 'new' });
	plant(artifact);
	const run = committed();
	expect(run).toMatchObject({ result: 'failure', outputs: { commit: '' } });
	expect(run.printed).toContain('::error::');
	expect(git(remote, 'rev-parse', 'main')).toBe(before);
});

test('a branch that takes no push makes a red run that says so', () => {
	hook(remote, 'pre-receive', 'exit 1');
	write(artifact, { [fresh]: 'new' });
	const run = committed();
	expect(run).toMatchObject({ result: 'failure', outputs: { commit: '' } });
	expect(run.printed).toContain('::error::The listings could not be pushed to main.');
});

interface Day {
	/** What `npm run fetch` writes. */
	fetched?: Files;
	/** What it says went wrong. */
	problems?: readonly unknown[];
	/** Shell that it ends with, and that `npm ci` stands for. */
	ending?: string;
	ci?: string;
	/** What somebody pushes just before the listings are pushed. */
	between?: Files;
	/** The commit whose site is online; nothing when GitHub does not say. */
	online?: string;
}

/** The jobs of the workflow, one after the other, each where its condition is met. */
function runOf({ fetched = {}, problems = [], ending = 'true', ci = 'true', between, online }: Day) {
	const written = Object.keys(fetched).filter((name) => name.endsWith('.gz'));
	const said = JSON.stringify({ asked: 3, written, mended: [], unchanged: 3 - written.length, empty: 0, problems });
	const kept = Object.entries(fetched).map(
		([name, text]) => `mkdir -p ${dirname(name)}; printf %s '${text}' > ${name};`,
	);
	const fetching = runJob(jobOf('fetch.yml', 'fetch'), {
		folder: place,
		workspace: checkout(remote, join(place, 'fetching')),
		contexts: { github },
		functions: `npm() { if [ "$1" = ci ]; then ${ci}; else ${kept.join(' ')} echo '${said}'; ${ending}; fi; }`,
		use: (action, { path = '' }) => {
			if (action.startsWith('actions/upload-artifact@')) cpSync(path, artifact, { recursive: true });
			return {};
		},
	});
	const failed = fetching.result === 'failure';
	const run = { fetch: fetching.result, commit: 'skipped', publish: null, summary: fetching.summary };
	const needs: Record<string, JobRun> = { fetch: fetching };
	if (!isMet(jobOf('fetch.yml', 'commit').if, { github, needs }, { failed })) return run;

	const committing = committed(between, online);
	run.commit = committing.result;
	needs['commit'] = committing;
	if (!isMet(workflow('fetch.yml').jobs['publish']?.if, { github, needs }, { failed })) return run;
	return { ...run, publish: values('publish', needs) };
}

/** What a job gives the workflow that it calls. */
function values(name: string, needs: Record<string, JobRun>): Record<string, string> {
	const job = workflow('fetch.yml').jobs[name];
	if (!job || !('uses' in job)) throw new Error(`${name} calls no workflow`);
	return Object.fromEntries(Object.entries(job.with).map(([input, value]) => [input, filledIn(value, { needs })]));
}

/** The job that commits what was handed on. */
function committed(between?: Files, online?: string): JobRun {
	const workspace = checkout(remote, join(place, 'committing'));
	if (between) {
		const other = checkout(remote, join(place, 'other'));
		write(other, between);
		commitAll(other, 'Meanwhile');
		const once = `if mkdir ${place}/pushed; then git -C ${other} push --quiet origin HEAD:main; fi`;
		hook(join(workspace, '.git'), 'pre-push', `unset $(git rev-parse --local-env-vars)\n${once}`);
	}
	return runJob(jobOf('fetch.yml', 'commit'), {
		folder: place,
		workspace,
		contexts: { github },
		functions: `gh() { [ "$GH_TOKEN" = "a token" ] || return 1; ${online === undefined ? 'false' : `echo ${online}`}; }`,
		use: (action, { path = '' }) => {
			if (action.startsWith('actions/download-artifact@')) {
				cpSync(artifact, path, { recursive: true, verbatimSymlinks: true });
			}
			return {};
		},
	});
}

function log(): string[] {
	return git(remote, 'log', '--format=%an %s', 'main').trim().split('\n');
}

/** What the last commit did, a line a file. */
function changes(): string[] {
	return git(remote, 'diff', '--name-status', 'main~1', 'main').trim().split('\n');
}
