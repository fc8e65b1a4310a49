import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sha256 } from '../../src/records/hash.ts';
import { copyProject } from '../project-copy.ts';
import { expectSuccess, runCommand } from '../scripts/run-command.ts';
import { folderOf, siteAddress, siteBases } from './built-site.ts';

const elsewhere = mkdtempSync(join(tmpdir(), 'daybook-elsewhere-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** Another time zone, another language, other rights of new files, another home. */
function elsewhereOptions(cwd: string) {
	const home = join(elsewhere, 'home');
	mkdirSync(home, { recursive: true });
	const through = process.platform === 'win32' ? [] : ['sh', '-c', 'umask 077 && exec "$@"', 'sh'];
	const language = { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' };
	return { cwd, through, env: { TZ: 'Pacific/Kiritimati', ...language, HOME: home, TMPDIR: home } };
}

test('the project elsewhere, in another time zone and language, makes the same files and the same offline copy', {
	timeout: 400_000,
}, async () => {
	const site = folderOf(siteBases[0]);
	const copy = join(elsewhere, 'another name', 'daybook');
	copyProject(copy);
	const out = join(copy, 'out');
	// Made anew, the last first.
	const listings = join(elsewhere, 'listings');
	for (const name of readdirSync(join(dirname(site), 'listings')).reverse()) {
		await cp(join(dirname(site), 'listings', name), join(listings, name), { recursive: true });
	}
	const options = ['--listings', listings, '--out', out, '--site', siteAddress];
	expectSuccess(runCommand('build.ts', options, elsewhereOptions(copy)));
	const made = hashes(out);
	expect(made).toEqual(hashes(site));
	expect(Object.keys(made).filter((name) => name.startsWith('pagefind/')).length).toBeGreaterThan(5);

	const copies = [join(elsewhere, 'here.zip'), join(copy, 'there.zip')] as const;
	expectSuccess(runCommand('bundle.ts', ['--from', site, '--out', copies[0]]));
	const there = runCommand('bundle.ts', ['--from', out, '--out', copies[1]], elsewhereOptions(copy));
	expectSuccess(there);
	expect(sha256(readFileSync(copies[1]))).toBe(sha256(readFileSync(copies[0])));
});

function hashes(folder: string): Record<string, string> {
	const files = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile());
	return Object.fromEntries(files.sort().map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}
