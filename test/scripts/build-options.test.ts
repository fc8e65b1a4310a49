import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { basePath } from '../../scripts/base-path.ts';
import { refuseOddFolder } from '../../scripts/project-folder.ts';
import { projectFolder, runCommand } from './run-command.ts';

describe('the address that a site is built for', () => {
	test.each([
		['', '/'],
		['/', '/'],
		['/my-papers', '/my-papers/'],
		['some/base/', '/some/base/'],
		['/My_papers-2.0', '/My_papers-2.0/'],
		['/.github', '/.github/'],
		['/~ann/papers', '/~ann/papers/'],
	])('the path %j is %s', (text, base) => {
		expect(basePath(text)).toBe(base);
	});

	test.each([
		['https://x.example/y', 'The address belongs into --site.'],
		['HTTP://x.example', 'The address belongs into --site.'],
		['C:/Program Files/Git/NAME', 'In Git Bash, write it without its first slash.'],
		['C:\\NAME', 'In Git Bash, write it without its first slash.'],
		...[
			'/a?b',
			'/a#b',
			'.',
			'/.',
			'../x',
			'/a/../b',
			'/a%20b',
			'/a b',
			'a\\b',
			'/a\u0007b',
			'/a\nb',
			'/é',
			'/a:b',
			'/a"b',
		].map((path) => [path, 'It is a path such as /NAME']),
	])('the path %j is refused', (text, message) => {
		expect(() => basePath(text)).toThrow(message);
	});

	test.each([
		['build.ts', ['--base', '/a?b'], {}],
		['build.ts', [], { DAYBOOK_BASE: '../x' }],
		['preview.ts', ['--base', '/a?b'], {}],
		['dev.ts', [], { DAYBOOK_BASE: 'https://x.example/y' }],
	])('a wrong path is wrong usage of %s %j %j', (script, options, env) => {
		expect(runCommand(script, options, { env })).toMatchObject({ status: 2, stdout: '' });
	});

	test.each([
		['example.org', 'It is an address such as https://example.org.'],
		['ftp://example.org', 'It is an address such as https://example.org.'],
		['https://octocat.github.io/my-papers', 'Its path belongs into --base.'],
		['https://example.org/?q=x', 'Its path belongs into --base.'],
	])('--site %s is wrong usage', (site, message) => {
		const { status, stderr } = runCommand('build.ts', ['--site', site]);
		expect(stderr).toContain(message);
		expect(status).toBe(2);
	});
});

test.each([
	[['--limit', '1TB'], 'It is a size such as 500MB or 5GB, or none.'],
	[['--noindex', 'perhaps'], 'It is yes or no.'],
])('%j is wrong usage', (options, message) => {
	const { status, stderr } = runCommand('build.ts', options);
	expect(stderr).toContain(message);
	expect(status).toBe(2);
});

test.each([
	...['dev.ts', 'preview.ts'].flatMap((script) =>
		['99999', 'abc', '-1', '80.5', '', ' 80', '0x50'].map((port) => [script, port]),
	),
])('%s --port %j is wrong usage', (script, port) => {
	const { status, stderr } = runCommand(script, [`--port=${port}`]);
	expect(stderr).toContain('A port is a whole number up to 65535.');
	expect(status).toBe(2);
});

describe('a project in a folder that Vite would take for another address', () => {
	test.each(['100%', 'c#', 'why?', 'a"b'])('%s', (name) => {
		const folder = join('/home/ann', name, 'daybook');
		expect(() => refuseOddFolder(folder)).toThrow(
			expect.objectContaining({ code: 'project/path', location: { file: folder } }),
		);
	});

	test.each(["it's", 'a b', 'Zoë', 'a&b', '[x]', 'a+b'])('is not one in %s', (name) => {
		expect(() => refuseOddFolder(join('/home/ann', name))).not.toThrow();
	});

	test.skipIf(process.platform === 'win32').each(['build.ts', 'dev.ts'])('is refused by %s at once', (script) => {
		const copy = mkdtempSync(join(tmpdir(), 'daybook-100%-'));
		try {
			for (const part of ['scripts', 'src']) cpSync(join(projectFolder, part), join(copy, part), { recursive: true });
			cpSync(join(projectFolder, 'package.json'), join(copy, 'package.json'));
			symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'));
			const { status, stdout, stderr } = runCommand(script, [], { cwd: copy });
			expect(stderr.trimEnd().split('\n')).toEqual([
				'error project/path',
				`  ${copy}`,
				'  Pages cannot be made in a folder whose path has % in it.',
				expect.stringContaining('  Try: '),
			]);
			expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
		} finally {
			rmSync(copy, { recursive: true, force: true });
		}
	});
});
