import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemLines } from '../../scripts/problem-lines.ts';
import { thisProcess } from '../../scripts/this-process.ts';
import { buildArchive } from '../../src/archive/build-archive.ts';
import { readListings } from '../../src/archive/read-listings.ts';
import type { CapturedFile } from '../../src/records/listing.ts';
import { slugSchema } from '../../src/records/paper.ts';
import { foldedPath, isSafePath } from '../../src/records/safe-path.ts';
import { readArchive } from '../../src/store/read.ts';
import { writeArchive } from '../../src/store/write.ts';
import { placedCards } from '../../src/views/cards.ts';
import { sitePages } from '../../src/views/site-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-hostile-names-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As titles, organisations, authors, ids, dates and files of listings. */
const names = [
	...['../../etc/passwd', '..', '.', '/', '//x', '\\\\host\\share', 'C:\\Windows', 'C:', 'file:///etc/passwd', '~root'],
	...[
		'CON',
		'con.txt',
		'nul',
		'NUL .',
		'aux',
		'PRN',
		'COM1',
		'com¹',
		'LPT9',
		'conin$',
		'index',
		'index.html',
		'404',
		'2025',
	],
	...['Knots', 'KNOTS', 'knots', 'école', 'e\u0301cole', 'ﬁle', 'file', 'straße', 'STRASSE', 'Σ', 'ς', 'İ', 'ı', 'I'],
	...[
		'x'.repeat(300),
		'大'.repeat(100),
		`${'long '.repeat(60)}end`,
		'a.',
		'a ',
		' a',
		'a...',
		'-',
		'--',
		'_',
		'<>:"/\\|?*',
	],
	...[
		'a\0b',
		'a\nb',
		'a\u0085b',
		'\u202etxt.exe',
		'\u2066a',
		'a\u200bb',
		'\ufeff',
		'\u{1f600}',
		'%2e%2e%2f',
		'.daybook',
	],
	...[
		'constructor',
		'__proto__',
		'prototype',
		'toString',
		'hasOwnProperty',
		'\\constructor',
		'{\\toString x}',
		'\\valueOf{x}',
	],
	...['conflicts', 'unsorted', 'undated', 'papers', 'rising', 'data', '.site.1.old', 'report.json', '1', '01', '00'],
];

function listing(file: string, items: readonly object[]): CapturedFile {
	return { file, bytes: new TextEncoder().encode(JSON.stringify(items)), sidecar: null };
}

/** A paper of the daily API with a hostile text in every field; three have each, so that it is counted as a term. */
function item(name: string, at: number, nth: number) {
	const of = `paper${at}x${nth} words${at}y${nth} alone${at}z${nth}`;
	return {
		paper: {
			id: nth === 0 ? name : `25${String(10 + nth)}.${10_000 + at}`,
			title: nth === 2 ? `${name} ${of}` : name,
			summary: `${name} ${of}. ${name} is what ${name} was, and ${of} of ${name}.`,
			authors: [{ name }, { name: `${name} ${name}` }],
			publishedAt: nth === 1 ? name : `2025-0${1 + nth}-10T00:00:00.000Z`,
			doi: `10.1/${name}`,
			githubRepo: `https://github.com/${name}/${name}`,
		},
		organization: { name, fullname: name },
		[name]: name,
	};
}

const topics = ['constructor', 'value-of'].map((slug) => ({
	slug: slugSchema.parse(slug),
	name: slug,
	terms: [
		{ term: slug, weight: 1 },
		{ term: 'knots', weight: 1 },
	],
	notTerms: [],
	parent: null,
}));

const archive = () =>
	buildArchive(
		readListings(
			[
				...names.map((name, at) =>
					listing(
						`${name}/${at}.json`,
						[0, 1, 2].map((nth) => item(name, at, nth)),
					),
				),
				...names.map((name, at) => listing(name === '' ? String(at) : name, [])),
			],
			'listings',
		),
		topics,
	);

describe('an archive of listings whose names, titles and organisations are hostile', () => {
	const written = join(folder, 'inside', 'archive');
	beforeAll(async () => await writeArchive(written, archive(), thisProcess));

	/** Those that some system could not write, or would write over another. */
	function unsafe(paths: readonly string[]): string[] {
		const times = new Map<string, number>();
		for (const path of paths) times.set(foldedPath(path), (times.get(foldedPath(path)) ?? 0) + 1);
		return paths.filter((path) => !isSafePath(path) || times.get(foldedPath(path)) !== 1);
	}

	test('is written into its folder, by names that every system can write and tell apart', () => {
		const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) =>
			relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'),
		);
		expect(paths.length).toBeGreaterThan(names.length);
		expect(unsafe(paths)).toEqual([]);
		expect(paths.filter((path) => !path.startsWith('inside/archive/') && path !== 'inside')).toEqual([
			'inside/archive',
		]);
	});

	test('gives every page and card a path that every system can write and tell apart', () => {
		const store = readArchive(written);
		const pages = sitePages(store).map(({ path }) => `site${path}`.replace(/\/$/, ''));
		expect(pages.length).toBeGreaterThan(2 * names.length);
		expect(unsafe(pages)).toEqual([]);
		const cards = [...placedCards(store, 1000)].map(({ path }) => `site${path}`);
		expect(cards.length).toBeGreaterThan(2 * names.length);
		expect(unsafe(cards)).toEqual([]);
	});

	test('prints nothing but lines of its own, which no terminal and no workflow takes for commands', () => {
		const lines = problemLines(readArchive(written).report, 'listings', 'corrections.yaml');
		expect(lines.length).toBeGreaterThan(20);
		for (const line of lines)
			expect(line).toMatch(/^(problem |… and )[^\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]*$/u);
	});

	test('keeps every hostile title as text', () => {
		const store = readArchive(written);
		const titles = new Set(
			store.summary.shards.flatMap(({ name }) =>
				store.shard(name).map(({ appearances }) => appearances[0]?.values.title),
			),
		);
		const shown = names.filter((name) => name.trim() !== '' && !/[\p{Cc}\p{Cf}]/u.test(name));
		expect(shown.filter((name) => ![...titles].some((title) => title?.includes(name.trim())))).toEqual([]);
	});
});
