import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, globSync, lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { copyProject } from '../project-copy.ts';
import { publishWorkflow } from '../publish/workflow.ts';
import { folderOf, siteBases } from './built-site.ts';

const project = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'daybook-publish-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What configure-pages says of a project's site. */
const outputs = { origin: 'https://octocat.github.io', base_path: '/my-papers' };

test('the shell of the build job makes a site of a fork that has one listing of its own', { timeout: 300_000 }, () => {
	const copy = join(folder, 'my-papers');
	copyProject(copy);
	rmSync(join(copy, 'content/listings'), { recursive: true });
	cpSync(join(project, 'test/fixtures/site/2025-11-20.json'), join(copy, 'content/listings/mine/2025-11-20.json'));

	const summary = join(folder, 'summary.md');
	writeFileSync(summary, '');
	const { steps } = publishWorkflow().jobs.build;
	for (const step of steps) {
		if (!('run' in step)) continue;
		const { status, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', `${withoutNetwork}\n${step.run}`], {
			cwd: copy,
			encoding: 'utf8',
			env: {
				HOME: folder,
				PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`,
				CI: 'true',
				GITHUB_STEP_SUMMARY: summary,
				RUNNER_TEMP: folder,
				...Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, evaluated(value)])),
			},
		});
		expect({ step: step.run, status, stderr }).toMatchObject({ status: 0 });
	}

	const uploaded = steps.flatMap((step) => ('uses' in step && step.with['path']) || []);
	expect(uploaded).toEqual(['dist']);
	const site = join(copy, 'dist');
	const home = readFileSync(join(site, 'index.html'), 'utf8');
	expect(home).toContain('<link rel="canonical" href="https://octocat.github.io/my-papers/"');
	expect([...home.matchAll(/ href="\/(?!my-papers\/)[^"]*"/g)].map(([link]) => link)).toEqual([]);
	expect(globSync('**/*', { cwd: site }).filter((name) => lstatSync(join(site, name)).isSymbolicLink())).toEqual([]);
	expect(readFileSync(summary, 'utf8')).toMatch(
		/^## What was built\n\n.*Problems.*\n.*\n\| \d+ \| \d+ \| 1 \| \d+ \|\n/,
	);
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

/** The packages are there already, and the registry is not to be asked by a test. */
const withoutNetwork = 'npm() { [ "$1" = ci ] || command npm "$@"; }';

/** A value with what the steps before gave. Throws at any other expression. */
function evaluated(value: string): string {
	return value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
		const [, name] = /^steps\.pages\.outputs\.(origin|base_path)$/.exec(expression) ?? [];
		if (name === 'origin' || name === 'base_path') return outputs[name];
		throw new Error(`The test does not know ${expression}`);
	});
}
