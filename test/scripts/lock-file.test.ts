import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { lockFileSchema, missingOptionals, refusedLicences } from '../../scripts/check/lock-file.ts';

const lock = (packages: Record<string, object>) => lockFileSchema.parse({ packages });

describe('optional dependencies', () => {
	test.each([
		['the project', { '': { optionalDependencies: { tool: '1' } } }, ['tool', 'the project']],
		[
			'a nested package',
			{
				'node_modules/a/node_modules/b': { optionalDependencies: { '@c/linux': '1' } },
				'node_modules/x/node_modules/@c/linux': {},
			},
			['@c/linux', 'node_modules/a/node_modules/b'],
		],
	])('one that is missing is named with the package that wants it: %s', (_, packages, [name, wanting]) => {
		expect(missingOptionals(lock(packages))).toEqual([
			`${name}, an optional dependency of ${wanting}, has no entry in the lock file`,
		]);
	});

	test.each(['node_modules/a/node_modules/b/node_modules/c', 'node_modules/a/node_modules/c', 'node_modules/c'])(
		'one is found where Node looks for it: %s',
		(place) => {
			const packages = { 'node_modules/a/node_modules/b': { optionalDependencies: { c: '1' } }, [place]: {} };
			expect(missingOptionals(lock(packages))).toEqual([]);
		},
	);
});

describe('licences', () => {
	const using = (kind: 'dependencies' | 'devDependencies', license: string | undefined) =>
		refusedLicences(lock({ '': { [kind]: { thing: '1' } }, 'node_modules/thing': license ? { license } : {} }));

	test.each(['MIT', 'ISC', 'BlueOak-1.0.0', 'MIT OR GPL-3.0-only', '(BSD-3-Clause OR MIT)', 'MIT AND ISC'])(
		'%s may be shipped',
		(licence) => {
			expect(using('dependencies', licence)).toEqual([]);
		},
	);

	test.each(['GPL-3.0-only', 'MPL-2.0', 'MIT AND GPL-3.0-only', 'SEE LICENSE IN file', undefined])(
		'%s may not be shipped',
		(licence) => {
			expect(using('dependencies', licence)).toEqual([`thing has the licence ${licence ?? '(not stated)'}`]);
		},
	);

	test('a tool may have a weak copyleft licence, not a strong one', () => {
		expect(using('devDependencies', 'MPL-2.0')).toEqual([]);
		expect(using('devDependencies', 'AGPL-3.0-only')).toEqual(['thing has the licence AGPL-3.0-only']);
	});

	test('packages of packages are not asked', () => {
		expect(refusedLicences(lock({ '': {}, 'node_modules/deep': { license: 'GPL-3.0-only' } }))).toEqual([]);
	});
});

test('the lock file of the project is complete and free', async () => {
	const own = lockFileSchema.parse(
		JSON.parse(await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8')),
	);
	expect([...missingOptionals(own), ...refusedLicences(own)]).toEqual([]);
});
