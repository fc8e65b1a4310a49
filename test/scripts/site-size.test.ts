import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
	bytesInWords,
	githubLimit,
	judgedSize,
	measuredSite,
	sizeInWords,
	sizeLimit,
	sizeWarning,
} from '../../scripts/site-size.ts';
import { projectFolder, runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-size-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function siteOf(name: string, files: Readonly<Record<string, number>>): string {
	const site = join(folder, name);
	for (const [file, bytes] of Object.entries(files)) {
		mkdirSync(dirname(join(site, file)), { recursive: true });
		writeFileSync(join(site, file), Buffer.alloc(bytes));
	}
	return site;
}

test('a site is measured by its parts, the largest first', () => {
	const site = siteOf('parts', {
		'index.html': 10,
		'.nojekyll': 0,
		'404.html': 5,
		'papers/a/index.html': 300,
		'papers/b/index.html': 200,
		'2025/11/index.html': 20,
		'2024/index.html': 30,
		'pagefind/s/1.pf_index': 400,
		'cards/papers/a.png': 50,
		'_astro/site.css': 50,
		'data/report.json': 1,
	});
	expect(measuredSite(site)).toEqual({
		files: 11,
		bytes: 1066,
		pages: 6,
		parts: [
			{ name: 'papers', files: 2, bytes: 500 },
			{ name: 'search', files: 1, bytes: 400 },
			{ name: 'social cards', files: 1, bytes: 50 },
			{ name: 'styles and scripts', files: 1, bytes: 50 },
			{ name: 'years', files: 2, bytes: 50 },
			{ name: 'top', files: 3, bytes: 15 },
			{ name: 'data', files: 1, bytes: 1 },
		],
	});
});

describe('what a limit makes of a site', () => {
	test.each([
		[0, 1000, 'fits'],
		[799, 1000, 'fits'],
		[800, 1000, 'near'],
		[1000, 1000, 'near'],
		[1001, 1000, 'over'],
		[githubLimit * 0.8, githubLimit, 'near'],
		[githubLimit + 1, githubLimit, 'over'],
		[Number.MAX_SAFE_INTEGER, null, 'fits'],
	])('%d bytes of %s: %s', (bytes, limit, judged) => {
		expect(judgedSize(bytes, limit)).toBe(judged);
	});

	const size = {
		files: 12_345,
		pages: 12,
		bytes: 850_000_000,
		parts: [{ name: 'papers', files: 1, bytes: 84_950_000 }],
	};

	test('nothing is said of one that fits', () => {
		expect(sizeWarning(size, 5_000_000_000)).toBeNull();
		expect(sizeWarning(size, null)).toBeNull();
	});

	test('one that is near is warned of', () => {
		expect(sizeWarning(size, githubLimit)).toContain('takes 85% of the 1.0 GB that it may have');
	});

	test('one that is over is an error that says what takes the room', () => {
		expect(() => sizeWarning(size, 800_000_000)).toThrow(
			expect.objectContaining({
				code: 'build/too-large',
				message: expect.stringContaining('12,345 files, 850.0 MB: papers 85.0 MB; it may have 800.0 MB'),
			}),
		);
	});
});

test.each([
	[0, '0 B'],
	[999, '999 B'],
	[1000, '1.0 kB'],
	[1_234_567, '1.2 MB'],
	[1_000_000_000, '1.0 GB'],
	[5_000_000_000_000, '5000.0 GB'],
])('%d bytes in words are %s', (bytes, words) => {
	expect(bytesInWords(bytes)).toBe(words);
});

test('only the five largest parts are told', () => {
	const parts = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, files: 1, bytes: 1 }));
	expect(sizeInWords({ files: 6, bytes: 6, pages: 0, parts })).toBe('6 files, 6 B: a 1 B, b 1 B, c 1 B, d 1 B, e 1 B');
});

test.each([
	['', githubLimit],
	['none', null],
	['5GB', 5_000_000_000],
	['1.5 gb', 1_500_000_000],
	['500MB', 500_000_000],
	['12kB', 12_000],
	['7B', 7],
])('the limit %j is %s', (text, limit) => {
	expect(sizeLimit(text)).toBe(limit);
});

test.each([' ', '5', '0GB', '0.0001kB', '-1GB', '5 TB', '1e9B', 'GB', '1GiB', 'nothing'])('%j is no limit', (text) => {
	expect(() => sizeLimit(text)).toThrow('It is a size such as 500MB or 5GB, or none.');
});

test('a site that is too large is not put in the place of the last good one', { timeout: 120_000 }, () => {
	const out = siteOf('last', { '404.html': 3, 'index.html': 4 });
	const listings = join(projectFolder, 'test/fixtures/site');
	const { status, stdout, stderr } = runCommand('build.ts', [
		...['--listings', listings, '--out', out, '--cards', '0', '--limit', '20kB', '--json'],
	]);
	expect(status).toBe(1);
	expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'build/too-large' } });
	const error = stderr.slice(stderr.indexOf('error build/too-large')).trimEnd().split('\n');
	expect(error).toEqual([
		'error build/too-large',
		expect.stringMatching(
			/^ {2}The site would have \d+ files, .* it may have 20\.0 kB, so the last good site was left/,
		),
		expect.stringMatching(/^ {2}Try: .*--limit none$/),
	]);
	expect(measuredSite(out)).toMatchObject({ files: 2, bytes: 7 });
});
