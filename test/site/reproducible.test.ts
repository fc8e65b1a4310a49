import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sha256 } from '../../src/records/hash.ts';
import { copyProject } from '../project-copy.ts';
import { runCommand } from '../scripts/run-command.ts';
import { folderOf, siteAddress, siteBases } from './built-site.ts';

const elsewhere = mkdtempSync(join(tmpdir(), 'daybook-elsewhere-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

test('the project in another folder makes the same files, the search index too', { timeout: 300_000 }, () => {
	const site = folderOf(siteBases[0]);
	const copy = join(elsewhere, 'another name', 'daybook');
	copyProject(copy);
	const out = join(copy, 'out');
	const listings = join(dirname(site), 'listings');
	const options = ['--listings', listings, '--out', out, '--site', siteAddress];
	expect(runCommand('build.ts', options, { cwd: copy })).toMatchObject({ status: 0 });
	const made = hashes(out);
	expect(made).toEqual(hashes(site));
	expect(Object.keys(made).filter((name) => name.startsWith('pagefind/')).length).toBeGreaterThan(5);
});

function hashes(folder: string): Record<string, string> {
	const files = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile());
	return Object.fromEntries(files.sort().map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}
