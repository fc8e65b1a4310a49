import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import {
	lockFileSchema,
	manifestSchema,
	missingOptionals,
	outOfStep,
	refusedLicences,
	unverified,
} from '../../scripts/check/lock-file.ts';

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

describe('a lock file is in step with what is asked for', () => {
	const asked = manifestSchema.parse({ dependencies: { a: '1.0.0' }, devDependencies: { b: '2.0.0' } });

	test.each([
		['the same', { dependencies: { a: '1.0.0' }, devDependencies: { b: '2.0.0' } }, []],
		['another version', { dependencies: { a: '1.0.1' }, devDependencies: { b: '2.0.0' } }, ['a: ', '1.0.0', '1.0.1']],
		['one that lacks', { dependencies: { a: '1.0.0' } }, ['b: ', '2.0.0', 'none']],
		[
			'one too many',
			{ dependencies: { a: '1.0.0' }, devDependencies: { b: '2.0.0', c: '3' } },
			['c: ', 'asks for none', '3'],
		],
	])('%s', (_, held, words) => {
		const problems = outOfStep(asked, lock({ '': held }));
		expect(problems).toHaveLength(words.length === 0 ? 0 : 1);
		for (const word of words) expect(problems[0]).toContain(word);
	});
});

describe('where packages come from', () => {
	const [resolved, integrity] = ['https://registry.npmjs.org/a/-/a-1.0.0.tgz', 'sha512-abc='];

	test.each([
		[{ resolved, integrity }, true],
		[{ resolved: 'https://evil.example/a.tgz', integrity }, false],
		[{ resolved: 'git+ssh://git@github.com/a/a.git#1234', integrity }, false],
		[{ resolved: 'http://registry.npmjs.org/a/-/a-1.0.0.tgz', integrity }, false],
		[{ resolved, integrity: 'sha1-abc=' }, false],
		[{ integrity }, true],
		[{ resolved }, false],
		[{}, false],
	])('%j: %s', (place, isKnown) => {
		expect(unverified(lock({ '': {}, 'node_modules/a': place }))).toHaveLength(isKnown ? 0 : 1);
	});
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

test('the lock file of the project is complete, known and free', async () => {
	const own = lockFileSchema.parse(
		JSON.parse(await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8')),
	);
	expect([...missingOptionals(own), ...unverified(own), ...refusedLicences(own)]).toEqual([]);
});
