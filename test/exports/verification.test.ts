import { describe, expect, test } from 'vitest';
import { type AnyManifest, anyManifestSchema, differencesFrom } from '../../src/exports/verification.ts';

const sha256 = 'a'.repeat(64);
const other = 'b'.repeat(64);

function manifestOf(...paths: string[]): AnyManifest {
	return { files: paths.map((path) => ({ path, bytes: 1, sha256 })) };
}

describe('a manifest', () => {
	test.each([
		'../index.html',
		'data/../../index.html',
		'/etc/passwd',
		'a//b',
		'./index.html',
		'a\\b.html',
		'C:/index.html',
		'https://example.org/x',
		'a\u0000b',
		'',
	])('with the path %j is none', (path) => {
		expect(anyManifestSchema.safeParse(manifestOf('index.html', path)).success).toBe(false);
	});

	test('that names a file twice is none', () => {
		expect(anyManifestSchema.safeParse(manifestOf('index.html', 'index.html')).success).toBe(false);
	});

	test('may say more, as that of a copy does', () => {
		expect(anyManifestSchema.parse({ papers: 3, ...manifestOf('papers/x/index.html', '404.html') })).toEqual(
			manifestOf('papers/x/index.html', '404.html'),
		);
	});
});

describe('differences from a manifest', () => {
	test.each([
		['of the same files', new Map([['a', { bytes: 1, sha256 }]]), { missing: [], changed: [], unlisted: [] }],
		[
			'of a file of other bytes',
			new Map([['a', { bytes: 1, sha256: other }]]),
			{ missing: [], changed: ['a'], unlisted: [] },
		],
		[
			'of a file of another length',
			new Map([['a', { bytes: 2, sha256 }]]),
			{ missing: [], changed: ['a'], unlisted: [] },
		],
		['of no file', new Map(), { missing: ['a'], changed: [], unlisted: [] }],
		[
			'of a file beside it',
			new Map([
				['b', { bytes: 1, sha256 }],
				['a', { bytes: 1, sha256 }],
			]),
			{ missing: [], changed: [], unlisted: ['b'] },
		],
	])('%s', (_, found, differences) => {
		expect(differencesFrom(manifestOf('a'), found)).toEqual(differences);
	});
});
