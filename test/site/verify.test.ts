import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StaticServer, startStaticServer } from '../../scripts/static-server.ts';
import { expectSuccess, runCommand, startedCommand } from '../scripts/run-command.ts';
import { folderOf, siteBases } from './built-site.ts';

const asItSays = { status: 0, stdout: expect.stringMatching(/^[\d\u202F]+ files, all as the manifest says\.\n$/) };
const folder = mkdtempSync(join(tmpdir(), 'daybook-verified-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(siteBases)('the site at $base', (site) => {
	let server: StaticServer;
	beforeEach(async () => {
		server = await startStaticServer({ folder: folderOf(site), base: site.base, port: 0 });
	});
	afterEach(async () => await server.close());

	test('is served as its manifests say', async () => {
		for (const manifest of ['manifest.json', 'data/manifest.json']) {
			expect(await startedCommand('verify.ts', ['--manifest', `${server.url}${manifest}`])).toMatchObject(asItSays);
		}
	});

	test('holds nothing that its manifest does not name', () => {
		expect(runCommand('verify.ts', ['--manifest', folderOf(site)])).toMatchObject(asItSays);
	});
});

test('an offline copy is as its own manifest says, packed as it is', () => {
	const zip = join(folder, 'copy.zip');
	expectSuccess(runCommand('bundle.ts', ['--from', folderOf(siteBases[1]), '--out', zip]));
	expect(runCommand('verify.ts', ['--manifest', zip])).toMatchObject(asItSays);
});
