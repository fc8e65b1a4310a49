import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, globSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { copyProject } from '../project-copy.ts';
import { runJob } from '../publish/run-job.ts';
import { jobOf } from '../publish/workflow.ts';
import { folderOf, pageFiles, readPage, siteBases } from './built-site.ts';

const project = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'daybook-publish-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the build job, in a repository that has one listing of its own', () => {
	const workspace = join(folder, 'my-papers');
	const site = join(workspace, 'dist');
	beforeAll(() => {
		copyProject(workspace);
		rmSync(join(workspace, 'content/listings'), { recursive: true });
		cpSync(
			join(project, 'test/fixtures/site/2025-11-20.json'),
			join(workspace, 'content/listings/mine/2025-11-20.json'),
		);
	});

	/** Runs it on `main`, and gives what is uploaded beside how it went. */
	function built(fork: boolean) {
		const repository = { fork, default_branch: 'main' };
		const uploaded: string[] = [];
		const run = runJob(jobOf('publish.yml', 'build'), {
			folder,
			workspace,
			contexts: {
				inputs: {},
				github: { ref_name: 'main', repository: 'octocat/my-papers', run_id: 1, run_attempt: 1, event: { repository } },
			},
			// The packages are there already, and the registry is not to be asked by a test.
			functions: 'npm() { [ "$1" = ci ] || command npm "$@"; }',
			use: (action, { path = '' }): Record<string, string> => {
				if (action.startsWith('actions/upload-pages-artifact@')) uploaded.push(path);
				const isPages = action.startsWith('actions/configure-pages@');
				return isPages ? { origin: 'https://octocat.github.io', base_path: '/my-papers' } : {};
			},
		});
		expect(run.result, run.printed).toBe('success');
		return { uploaded, summary: run.summary };
	}

	test('of a fork, it makes a site that no search engine lists', { timeout: 300_000 }, () => {
		const { uploaded, summary } = built(true);
		expect(uploaded).toEqual(['dist']);
		expect(summary).toMatch(
			/^## What was built\n\n\| \|.*Problems \|\n.*\n\| Now \| \d+ \| \d+ \| 1 \| \d+ \|\n\nThe site has /,
		);
		const pages = pageFiles(site);
		expect(pages).toContain('index.html');
		const listed = pages.filter((page) => !readPage(site, page).includes('<meta name="robots" content="noindex">'));
		expect(listed).toEqual([]);
		expect(pages.filter((page) => /rel="canonical"|octocat\.github\.io/.test(readPage(site, page)))).toEqual([]);
		expect(globSync('sitemap*', { cwd: site })).toEqual([]);
		// A page that may not be fetched cannot say that it is not to be listed.
		expect(readPage(site, 'robots.txt')).toBe('User-agent: *\nAllow: /\n');
	});

	test('of the repository itself, it makes one that is found, and says what changed', { timeout: 300_000 }, () => {
		const another = join(workspace, 'content/listings/mine/2025-11-18.json');
		cpSync(join(project, 'test/fixtures/site/2025-11-18.json'), another);
		const { summary } = built(false);
		expect(summary).toMatch(/\n\| Since the build before \| \+\d+ \| \+\d+ \| \+1 \| \+\d+ \|\n/);
		expect(summary).toMatch(/, and is new:\n\n```text\n(?:.*2025-11-18\.json.*\n)+```\n+$/);
		const home = readPage(site, 'index.html');
		expect(home).toContain('<link rel="canonical" href="https://octocat.github.io/my-papers/"');
		expect([...home.matchAll(/ href="\/(?!my-papers\/)[^"]*"/g)].map(([link]) => link)).toEqual([]);
		expect(home).not.toContain('noindex');
		expect(existsSync(join(site, 'sitemap.xml'))).toBe(true);
		expect(globSync('**/*', { cwd: site }).filter((name) => lstatSync(join(site, name)).isSymbolicLink())).toEqual([]);
	});
});

test.each(siteBases)('the site at $base is for a host that runs nothing on it', (site) => {
	expect(existsSync(join(folderOf(site), '.nojekyll'))).toBe(true);
});

test.each(siteBases)('npm run preview finds out that a site is for $base', async (site) => {
	const script = join(project, 'scripts/preview.ts');
	const preview = spawn(process.execPath, [script, '--from', folderOf(site), '--port', '0', '--json'], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	try {
		const [line] = await once(createInterface(preview.stdout), 'line');
		const { url } = z.object({ url: z.url() }).parse(JSON.parse(String(line)));
		expect(new URL(url).pathname).toBe(site.base);
		expect((await fetch(`${url}papers/`)).status).toBe(200);
	} finally {
		preview.kill();
	}
});
