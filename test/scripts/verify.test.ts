import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StaticServer, startStaticServer } from '../../scripts/static-server.ts';
import { manifestEntry, manifestText } from '../../src/exports/manifest.ts';
import { expectSuccess, runCommand, startedCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-verify-'));
const site = join(folder, 'site');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pages = {
	'index.html': '<!doctype html><title>Home</title>',
	'papers/knots/index.html': '<!doctype html><title>Knots</title>',
	'data/1 %25 of all.csv': 'id\n',
};

beforeEach(() => {
	rmSync(site, { recursive: true, force: true });
	for (const [path, text] of Object.entries(pages)) {
		mkdirSync(join(site, path, '..'), { recursive: true });
		writeFileSync(join(site, path), text);
	}
	writeFileSync(join(site, '.nojekyll'), '');
	expectSuccess(runCommand('steps/write-manifest.ts', ['--dist', site]));
});

function verify(place: string, ...options: string[]) {
	return runCommand('verify.ts', ['--manifest', place, ...options]);
}

/** Each way in which a site is spoilt, and what is told of it. */
const spoilt: readonly (readonly [string, () => void, string])[] = [
	['a page that was changed', () => appendFileSync(join(site, 'index.html'), ' '), 'changed: index.html'],
	['a page that is gone', () => rmSync(join(site, 'papers'), { recursive: true }), 'missing: papers/knots/index.html'],
];

describe('the folder of a site', () => {
	test.each([['manifest.json'], ['']])('is as its manifest says, named by “%s”', (name) => {
		expect(verify(join(site, name))).toMatchObject({ status: 0, stdout: '3 files, all as the manifest says.\n' });
	});

	test.each([
		...spoilt,
		['a file that nobody made', () => writeFileSync(join(site, 'x.html'), ''), 'not in the manifest: x.html'],
	] as const)('%s is told, in four lines at most, with exit code 1', (_, spoil, line) => {
		spoil();
		const { status, stdout, stderr } = verify(site);
		expect(stderr).toMatch(new RegExp(`^${line.replace('.', '\\.')}\nerror verify/differs\n(?:  .*\n){3}$`));
		expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
	});

	test('all is in the one value of --json', () => {
		appendFileSync(join(site, 'index.html'), ' ');
		const { status, stdout } = verify(site, '--json');
		expect(JSON.parse(stdout)).toEqual({ files: 3, missing: [], changed: ['index.html'], unlisted: [] });
		expect(status).toBe(1);
	});

	test.each([
		['nothing', null],
		['another manifest', '{"name": "Daybook"}'],
		['a manifest of nothing', '{"files": []}'],
		['a manifest that leads out', manifestText([manifestEntry('../../etc/passwd', strToU8('x'))])],
	])('with %s is no site', (_, text) => {
		if (text === null) rmSync(join(site, 'manifest.json'));
		else writeFileSync(join(site, 'manifest.json'), text);
		const { status, stderr } = verify(site);
		expect(stderr).toMatch(/^error verify\/no-manifest\n( {2}.*\n){3}$/);
		expect(status).toBe(1);
	});
});

test('a zip is checked without being unpacked', () => {
	const files = Object.entries(pages).map(([path, text]) => manifestEntry(path, strToU8(text)));
	const packed = (texts: Record<string, string>) => {
		const zip = join(folder, 'copy.zip');
		const inside = { 'manifest.json': manifestText(files), ...texts };
		writeFileSync(
			zip,
			zipSync(Object.fromEntries(Object.entries(inside).map(([path, text]) => [`daybook/${path}`, strToU8(text)]))),
		);
		return zip;
	};
	expectSuccess(verify(packed(pages)));
	expect(verify(packed({ ...pages, 'index.html': 'another' }))).toMatchObject({
		status: 1,
		stderr: expect.stringContaining('changed: index.html'),
	});
	const notZip = join(folder, 'not.zip');
	cpSync(join(site, 'index.html'), notZip);
	expect(verify(notZip)).toMatchObject({ status: 1, stderr: expect.stringContaining('error verify/no-manifest') });
});

describe('a zip that programs would unpack in different ways', () => {
	const manifest = manifestText([manifestEntry('index.html', strToU8('good'))]);
	test.each([
		['two folders', { 'daybook/index.html': 'evil', 'zz/index.html': 'good' }],
		['names that differ in case only', { 'daybook/index.html': 'good', 'daybook/INDEX.html': 'evil' }],
		['a way out of its folder', { 'daybook/index.html': 'good', 'daybook/../../x.html': 'evil' }],
		['a file beside its folder', { 'daybook/index.html': 'good', 'autorun.inf': 'evil' }],
		['an escape in a name', { 'daybook/index.html': 'good', 'daybook/\u001b[2Jx': 'evil' }],
	])('with %s is refused', (_, files) => {
		const zip = join(folder, 'odd.zip');
		const texts = { 'daybook/manifest.json': manifest, ...files };
		writeFileSync(zip, zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)]))));
		const { status, stdout, stderr } = verify(zip);
		expect(stderr).toMatch(/^error verify\/bad-zip\n( {2}.*\n){3}$/);
		expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
	});
});

test.each([
	['a page', 'index.html', 'changed: index.html'],
	['a folder', 'papers', 'not in the manifest: papers'],
])('%s in whose place a link stands is told', (_, path, line) => {
	const elsewhere = join(folder, 'elsewhere');
	rmSync(elsewhere, { recursive: true, force: true });
	cpSync(join(site, path), elsewhere, { recursive: true });
	rmSync(join(site, path), { recursive: true });
	symlinkSync(elsewhere, join(site, path));
	const { status, stderr } = verify(site);
	expect(stderr).toContain(`${line}\n`);
	expect(status).toBe(1);
});

describe('a published site', () => {
	let server: StaticServer;
	beforeEach(async () => {
		server = await startStaticServer({ folder: site, base: '/some/base/', port: 0 });
	});
	afterEach(async () => await server.close());

	test('is as its manifest says', async () => {
		const { status, stdout } = await startedCommand('verify.ts', ['--manifest', `${server.url}manifest.json`]);
		expect({ status, stdout }).toEqual({ status: 0, stdout: '3 files, all as the manifest says.\n' });
	});

	test.each(spoilt)('%s is told', async (_, spoil, line) => {
		spoil();
		const { status, stderr } = await startedCommand('verify.ts', ['--manifest', `${server.url}manifest.json`]);
		expect(stderr).toContain(`${line}\n`);
		expect(status).toBe(1);
	});

	test('is compared with a manifest that was kept', async () => {
		const kept = join(folder, 'kept.json');
		cpSync(join(site, 'manifest.json'), kept);
		writeFileSync(join(site, 'index.html'), 'another');
		expectSuccess(runCommand('steps/write-manifest.ts', ['--dist', site]));
		const own = await startedCommand('verify.ts', ['--manifest', `${server.url}manifest.json`]);
		expect(own.status).toBe(0);
		const { status, stderr } = await startedCommand('verify.ts', ['--manifest', kept, '--files', server.url]);
		expect(stderr).toContain('changed: index.html\n');
		expect(status).toBe(1);
	});

	test('that is not there is an error of four lines', async () => {
		const { status, stderr } = await startedCommand('verify.ts', ['--manifest', `${server.url}gone/manifest.json`]);
		expect(stderr).toMatch(/^error source\/refused\n( {2}.*\n){3}$/);
		expect(status).toBe(1);
	});
});
