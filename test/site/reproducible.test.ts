import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sha256 } from '../../src/records/hash.ts';
import { runCommand } from '../scripts/run-command.ts';
import { folderOf, siteBases } from './built-site.ts';

const project = resolve(import.meta.dirname, '../..');
const elsewhere = mkdtempSync(join(tmpdir(), 'daybook-elsewhere-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

test('the project in another folder makes the same files, the search index too', () => {
	const site = folderOf(siteBases[0]);
	const copy = join(elsewhere, 'another name', 'daybook');
	const options = { cwd: project, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
	const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], options);
	for (const file of tracked
		.split('\0')
		.filter((name) => name !== '' && statSync(join(project, name), { throwIfNoEntry: false }))) {
		mkdirSync(dirname(join(copy, file)), { recursive: true });
		cpSync(join(project, file), join(copy, file));
	}
	symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
	const out = join(copy, 'out');
	const listings = join(dirname(site), 'listings');
	expect(runCommand('build.ts', ['--listings', listings, '--out', out], { cwd: copy })).toMatchObject({ status: 0 });
	const made = hashes(out);
	expect(made).toEqual(hashes(site));
	expect(Object.keys(made).filter((name) => name.startsWith('pagefind/')).length).toBeGreaterThan(5);
});

function hashes(folder: string): Record<string, string> {
	const files = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile());
	return Object.fromEntries(files.sort().map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}
