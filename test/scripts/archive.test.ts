import {
	chmodSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, type TestContext, test } from 'vitest';
import { reportSchema } from '../../src/records/archive.ts';
import { readArchive } from '../../src/store/read.ts';
import { seedListings } from '../seeds.ts';
import { expectSuccess, runCommand } from './run-command.ts';

const seeds = join(seedListings, 'huggingface-daily-papers');
const seed = '002_2c4c977d7244ad0e.txt';
const png = Uint8Array.from([
	0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0xff,
]);
const temporary = mkdtempSync(join(tmpdir(), 'daybook-archive-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** A folder of listings with these files, and an archive made before beside it. */
function prepared(name: string, files: Readonly<Record<string, string | Uint8Array>>) {
	const folder = join(temporary, name);
	const listings = join(folder, 'listings');
	const out = join(folder, 'archive');
	mkdirSync(listings, { recursive: true });
	for (const [file, content] of Object.entries(files)) writeFileSync(join(listings, file), content);
	cpSync(lastGood(), out, { recursive: true });
	return {
		listings,
		out,
		archive: (...more: string[]) => runCommand('archive.ts', ['--listings', listings, '--out', out, ...more]),
	};
}

/** A program that runs a command as one to whom a folder can be closed. */
function asPerson(context: TestContext): string[] {
	const isRoot = process.getuid?.() === 0;
	if (process.platform === 'win32' || (isRoot && process.platform !== 'linux'))
		context.skip('no way to close a folder to this user');
	return isRoot ? ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] : [];
}

let good: string | null = null;
function lastGood(): string {
	if (good === null) {
		good = join(temporary, 'last-good');
		expectSuccess(runCommand('archive.ts', ['--listings', seeds, '--out', good]));
	}
	return good;
}

function contents(folder: string): Record<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return Object.fromEntries(
		files.map(({ parentPath, name }) => [
			join(parentPath, name).slice(folder.length),
			readFileSync(join(parentPath, name), 'utf8'),
		]),
	);
}

describe('input that makes no archive stops it with four lines, and leaves the last one as it was', () => {
	const inside = (text: string) => text.replaceAll(`${temporary}/`, '');
	const utf16 = Buffer.from('\ufeffDaily Papers\n', 'utf16le');

	test('an empty folder', () => {
		const { archive, out } = prepared('empty', { 'README.md': 'no listing', '.hidden': 'nor this' });
		const { status, stderr } = archive();
		expect(status).toBe(1);
		expect(inside(stderr)).toMatchInlineSnapshot(`
			"error listing/none
			  empty/listings
			  This folder holds no listing.
			  Try: save a listing into it, or name another folder with --listings
			"
		`);
		expect(contents(out)).toEqual(contents(lastGood()));
	});

	test('a picture that is named as text', () => {
		const { archive, out } = prepared('png', { 'page.txt': png });
		const { status, stderr } = archive();
		expect(status).toBe(1);
		expect(inside(stderr)).toMatchInlineSnapshot(`
			"error listing/not-utf8
			  png/listings/page.txt
			  This file is not text in UTF-8.
			  Try: save the page again as HTML or as text in UTF-8
			"
		`);
		expect(contents(out)).toEqual(contents(lastGood()));
	});

	test('UTF-16', () => {
		const { archive, out } = prepared('utf16', { 'page.txt': utf16 });
		const { status, stderr } = archive();
		expect(status).toBe(1);
		expect(inside(stderr)).toMatchInlineSnapshot(`
			"error listing/not-utf8
			  utf16/listings/page.txt
			  This file is UTF-16; listings are UTF-8.
			  Try: save the page again as HTML or as text in UTF-8
			"
		`);
		expect(contents(out)).toEqual(contents(lastGood()));
	});

	test('text that is no listing', () => {
		const { archive } = prepared('letter', { 'page.txt': 'Dear reader,\n\nthis is a letter.\n' });
		const { status, stderr } = archive();
		expect(status).toBe(1);
		expect(inside(stderr)).toMatchInlineSnapshot(`
			"error listing/unknown-dialect
			  letter/listings/page.txt:1
			  This file matches no listing format that Daybook reads.
			  Try: save the page again as HTML or text, or name its dialect in letter/listings/page.txt.yaml
			"
		`);
	});

	test.each(['corrections', 'enrichment'])('a file named with --%s that is not there', (option) => {
		const { archive, out } = prepared(`no-${option}`, { [seed]: readFileSync(join(seeds, seed)) });
		const { status, stderr } = archive(`--${option}`, join(temporary, 'slip.yaml'));
		expect(status).toBe(1);
		expect(inside(stderr).trimEnd().split('\n')).toEqual([
			`error ${option}/no-file`,
			'  slip.yaml',
			'  There is no such file.',
			`  Try: see that --${option} names it by its path from here, or leave the option out`,
		]);
		expect(contents(out)).toEqual(contents(lastGood()));
	});

	test('a folder that may not be opened', (context) => {
		const { listings, out } = prepared('closed', { 'page.txt': 'x' });
		const through = asPerson(context);
		chmodSync(listings, 0o000);
		const { status, stderr } = runCommand('archive.ts', ['--listings', listings, '--out', out], { through });
		chmodSync(listings, 0o755);
		expect(status).toBe(1);
		expect(inside(stderr)).toMatchInlineSnapshot(`
			"error listings/unreadable-folder
			  closed/listings
			  This folder of listings cannot be read.
			  Try: check that it exists and that you may open it, or name another with --listings
			"
		`);
		expect(contents(out)).toEqual(contents(lastGood()));
	});

	test('a sidecar that is not as the schema says', () => {
		const { archive, out } = prepared('sidecar', {
			'page.txt': readFileSync(join(seeds, seed)),
			'page.txt.yaml': 'source: x\ncaptured: soon\n',
		});
		const { status, stderr } = archive();
		expect(status).toBe(1);
		expect(inside(stderr)).toMatchInlineSnapshot(`
			"error sidecar/invalid
			  sidecar/listings/page.txt.yaml:2
			  captured: A capture time is written YYYY-MM-DD, or YYYY-MM-DDThh:mm:ss with Z or an offset.
			  Try: content/listings/README.md says what each key of a sidecar may hold
			"
		`);
		expect(contents(out)).toEqual(contents(lastGood()));
	});
});

test('a file that cannot be read costs none beside it', () => {
	const { archive, out } = prepared('beside', { 'a.txt': png, [seed]: readFileSync(join(seeds, seed)) });
	const { status, stdout, stderr } = archive('--json');
	expect(status).toBe(0);
	expect(JSON.parse(stdout)).toMatchObject({ papers: 48, entries: 48, problems: 1 });
	expect(stderr).toContain('problem listing/not-utf8');
	const { listings } = reportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
	expect(listings[1]).toMatchObject({
		file: 'a.txt',
		dialect: null,
		entries: 0,
		problems: [{ code: 'listing/not-utf8' }],
	});
	expect(archive('--strict')).toMatchObject({ status: 1 });
});

test('nor does a folder that may not be opened, or a link in a circle', (context) => {
	const { listings, out } = prepared('around', { [seed]: readFileSync(join(seeds, seed)) });
	const through = asPerson(context);
	mkdirSync(join(listings, 'closed'), { mode: 0o000 });
	symlinkSync('.', join(listings, 'loop'));
	const { status, stdout, stderr } = runCommand('archive.ts', ['--listings', listings, '--out', out], { through });
	chmodSync(join(listings, 'closed'), 0o755);
	expect(status).toBe(0);
	expect(stdout).toBe('48 papers from 48 entries of 1 listing; 2 files could not be read.\n');
	expect(stderr).toMatch(/problem listing\/unreadable .*\/closed .*\n.*\n?problem listing\/unreadable .*\/loop /);
});

test('what can be done about problems is said once of each kind', () => {
	const { archive } = prepared('hints', {
		...{ 'a.txt': png, 'b.txt': png, 'c.html': 'Dear reader', 'd.html': 'Dear Ann', 'e.csv': 'name,by\nKnots,Ann\n' },
		[seed]: readFileSync(join(seeds, seed)),
	});
	const { stdout, stderr } = archive();
	expect(
		stderr
			.replaceAll(/\S*hints\//g, '')
			.trimEnd()
			.split('\n'),
	).toEqual([
		'problem listing/not-utf8 listings/a.txt This file is not text in UTF-8.',
		'  Try: save the page again as HTML or as text in UTF-8',
		'problem listing/not-utf8 listings/b.txt This file is not text in UTF-8.',
		'problem listing/unknown-dialect listings/c.html:1 This file matches no listing format that Daybook reads.',
		'  Try: save the page again as HTML or text, or name its dialect in c.html.yaml',
		'problem listing/unknown-dialect listings/d.html:1 This file matches no listing format that Daybook reads.',
		'problem listing/unknown-dialect listings/e.csv:1 This file matches no listing format that Daybook reads.',
		'  Try: write under columns: in e.csv.yaml what its columns hold; content/listings/README.md says how',
	]);
	expect(stdout).toBe('48 papers from 48 entries of 1 listing; 5 files could not be read.\n');
});

test('a listing of no papers is an archive of none', () => {
	const { archive, out } = prepared('weekend', { '2025-11-22.json': '[]\n' });
	expectSuccess(archive());
	expect(readArchive(out).summary).toMatchObject({ papers: 0, undated: 0, months: [], years: [] });
});

test('a link counts as what it leads to', () => {
	const { archive, listings } = prepared('links', {});
	symlinkSync(join(seeds, seed), join(listings, 'a.txt'));
	symlinkSync(join(temporary, 'nowhere'), join(listings, 'b.txt'));
	const { status, stdout, stderr } = archive('--json');
	expect(status).toBe(0);
	expect(JSON.parse(stdout)).toMatchObject({ papers: 48 });
	expect(stderr).toContain('problem listing/unreadable');
});

test('what the system refuses is four lines, and one value with --json', () => {
	const { listings } = prepared('refused', { [seed]: readFileSync(join(seeds, seed)) });
	const out = join(listings, seed, 'archive');
	const { status, stdout, stderr } = runCommand('archive.ts', ['--listings', listings, '--out', out, '--json']);
	expect(status).toBe(1);
	expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'output/not-a-folder' } });
	expect(stderr).not.toContain('    at ');
	const empty = prepared('refused-empty', {}).archive('--json');
	expect(JSON.parse(empty.stdout)).toMatchObject({ error: { code: 'listing/none' } });
});

test('an output that would delete something else is refused', () => {
	const { listings } = prepared('guarded', { [seed]: readFileSync(join(seeds, seed)) });
	const before = contents(listings);
	expect(runCommand('archive.ts', ['--listings', listings, '--out', listings])).toMatchObject({ status: 1 });
	expect(contents(listings)).toEqual(before);
});

test('wrong usage is told from failure by the exit code', () => {
	expect(runCommand('archive.ts', ['--no-such-option'])).toMatchObject({ status: 2, stdout: '' });
	expect(runCommand('archive.ts', ['--help'])).toMatchObject({ status: 0, stderr: '' });
});
