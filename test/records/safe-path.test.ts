import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { organizationSlug } from '../../src/records/organization.ts';
import { paperIdSchema } from '../../src/records/paper.ts';
import { foldedPath, isSafePath } from '../../src/records/safe-path.ts';
import { slugOf, slugWithId } from '../../src/records/slug.ts';

describe('a path is safe', () => {
	test.each([
		'index.html',
		'papers/a-paper/index.html',
		'data/2025-11.jsonl.gz',
		'école/大学.txt',
		'.nojekyll',
		'console/aux-1',
	])('%j', (path) => expect(isSafePath(path)).toBe(true));
});

describe('a path is not safe', () => {
	test.each([
		...['', '/', 'a//b', 'a/', '.', '..', '../a', 'a/../b', './a', '/etc/passwd'],
		...['C:', 'C:/a', 'a\\b', '\\\\host\\share', 'a:b', 'a?', 'a*', 'a<b', 'a>b', 'a|b', 'a"b'],
		...['a\0', 'a\nb', 'a\x1fb', 'a\x7f', 'a\u0085', 'a\u202eb', 'a\u2066b', 'a\u200bb', '\ufeffa', 'a\ud800'],
		...['con', 'CON', 'con.txt', 'Aux.tar.gz', 'nul .txt', 'prn', 'com0', 'COM9.x', 'lpt¹', 'CONIN$', 'a/nul/b'],
		...['a.', 'a ', 'a/b./c', 'a /b', '...', 'x'.repeat(256), 'é'.repeat(128)],
	])('%j', (path) => expect(isSafePath(path)).toBe(false));
});

test.each([
	['Knots', 'kNOTS'],
	['é', 'e\u0301'],
	['straße', 'STRASSE'],
	['ﬁle', 'file'],
	['Σς', 'σσ'],
])('%j and %j are one on some systems', (one, other) => expect(foldedPath(one)).toBe(foldedPath(other)));

/** Texts of a source who wants to leave a folder. */
const hostileText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc
		.array(
			fc.constantFrom(
				...[
					'..',
					'.',
					'/',
					'\\',
					':',
					'C:',
					'%2e%2e%2f',
					'\0',
					'\n',
					'\u202e',
					'\u2066',
					'\u200b',
					'\ufeff',
					' ',
					'-',
					'~',
				],
				...[
					'con',
					'PRN',
					'aux',
					'nul',
					'COM1',
					'com¹',
					'LPT9',
					'conin$',
					'.txt',
					'7',
					'a',
					'A',
					'é',
					'e\u0301',
					'ß',
					'ﬁ',
					'大',
				],
				...['x'.repeat(255), '大'.repeat(100), '\ud800', '__proto__', 'constructor'],
			),
			{ maxLength: 12 },
		)
		.map((parts) => parts.join('')),
);

test('what titles and organisations are called in addresses is safe, and the same however systems compare names', () => {
	const id = paperIdSchema.parse('arxiv:1');
	fc.assert(
		fc.property(hostileText, (text) => {
			for (const name of [slugOf(text), slugWithId(slugOf(text), id), organizationSlug(text)]) {
				expect(isSafePath(name), name).toBe(true);
				expect(foldedPath(name)).toBe(name);
			}
		}),
		{ numRuns: 2000 },
	);
});
