import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../scripts/run-command.ts';
import { folderOf, siteBases } from './built-site.ts';

const [root] = siteBases;
let folder = '';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'daybook-bundle-command-'));
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

function bundle(...args: string[]) {
	return runCommand('bundle.ts', args);
}

describe('npm run bundle', () => {
	test.each([
		['a folder without a site', ['--from', '.'], 'bundle/no-site'],
		['a day after all papers', ['--from', 'SITE', '--since', '2099-01-01'], 'bundle/empty-part'],
	])('%s is refused', (_, args, code) => {
		const options = args.map((each) => each.replace('SITE', folderOf(root)));
		const { status, stderr } = bundle(...options, '--out', join(folder, 'refused.zip'));
		expect(status).toBe(1);
		expect(stderr).toMatch(new RegExp(`^error ${code}\\n`));
		expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(4);
	});

	test('what is no day is wrong usage', () => {
		expect(bundle('--since', 'lately').status).toBe(2);
	});

	test('a part needs to know where the site is published', async () => {
		const site = join(folder, 'unpublished');
		await cp(folderOf(root), site, { recursive: true });
		const home = join(site, 'index.html');
		await writeFile(home, (await readFile(home, 'utf8')).replace(/<link rel="canonical"[^>]*>/, ''));
		const { status, stderr } = bundle('--from', site, '--since', '2024-06-01', '--out', join(folder, 'none.zip'));
		expect(status).toBe(1);
		expect(stderr).toContain('bundle/no-address');
	});

	test('a page that leads nowhere fails, with its place, and leaves the last good bundle', async () => {
		const site = join(folder, 'broken');
		await cp(folderOf(root), site, { recursive: true });
		const page = join(site, 'about/index.html');
		await writeFile(page, (await readFile(page, 'utf8')).replace('</main>', '\n<a href="/gone/">x</a></main>'));
		const out = join(folder, 'kept.zip');
		await writeFile(out, 'the last one');
		const { status, stderr } = bundle('--from', site, '--out', out);
		expect(status).toBe(1);
		expect(stderr).toContain(`error bundle/missing-target\n  ${page}:`);
		expect(await readFile(out, 'utf8')).toBe('the last one');
		expect((await readdir(folder)).filter((path) => path.includes('kept.zip'))).toEqual(['kept.zip']);
	});
});
