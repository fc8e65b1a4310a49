import { describe, expect, test } from 'vitest';
import { basePath } from '../../scripts/base-path.ts';
import { runCommand } from './run-command.ts';

describe('the address that a site is built for', () => {
	test.each([
		['', '/'],
		['/', '/'],
		['/my-papers', '/my-papers/'],
		['some/base/', '/some/base/'],
	])('the path %j is %s', (text, base) => {
		expect(basePath(text)).toBe(base);
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
