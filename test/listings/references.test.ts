import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Dialect, Reading } from '../../src/listings/dialect.ts';
import { bibtex } from '../../src/listings/dialects/bibtex.ts';
import { cslJson } from '../../src/listings/dialects/csl-json.ts';
import { ris } from '../../src/listings/dialects/ris.ts';
import type { Entry } from '../../src/records/listing.ts';
import { requireShared } from '../shared-material.ts';

const fixtures = join(import.meta.dirname, '../fixtures/dialects');

function read(dialect: Dialect, content: string): Reading {
	return dialect.read(content, { captured: null, columns: null });
}

function fixture(dialect: Dialect, name: string): Reading {
	const content = readFileSync(join(fixtures, dialect.name, name), 'utf8');
	expect(dialect.recognises(content)).toBe(true);
	return read(dialect, content);
}

function titles({ entries }: Reading): string[] {
	return entries.map(({ title }) => title);
}

function names(entry: Entry | undefined): string[] {
	return entry?.authors.map(({ name }) => name) ?? [];
}

function codes({ problems }: Reading): unknown[] {
	return problems.map(({ code, at }) => [code, at]);
}

const lanterns = 'Lanterns at the Harbour: A Survey';
const knots = 'Knots That Hold in the Rain';
const gulls = 'Why Gulls Follow Ploughs and Boats Alike';

describe('CSL-JSON', () => {
	test('gives every item, whatever its type', () => {
		const reading = fixture(cslJson, 'harbour.json');
		expect(reading.problems).toEqual([]);
		expect(titles(reading)).toEqual([lanterns, knots, gulls, 'Mending Nets by Hand and by Machine']);
		const [first, second, third, fourth] = reading.entries;
		expect(first).toMatchObject({
			at: '/0',
			abstract: 'We study how lanterns light a harbour at night; n < 10.',
			published: '2024-11',
			doi: '10.5555/lights.2024_7',
			language: 'en-GB',
			authorCount: 3,
			links: [{ url: 'https://example.org/lanterns', kind: 'paper' }],
		});
		expect(names(first)).toEqual(['Ann Bell', 'Carl van der Berg III', 'The Rope Works']);
		expect(second).toMatchObject({ arxivId: '2301.00002', published: '2023-05-05', authorCount: null });
		expect(names(second)).toEqual(['Émile Gödel']);
		expect(third).toMatchObject({ published: '2022-03', arxivId: null, language: null });
		expect(third?.links).toEqual([{ url: 'https://github.com/example/gulls', kind: 'code' }]);
		expect(fourth).toMatchObject({ published: null, publishedYear: null });
	});

	test.each([
		[{ 'date-parts': [['2014']] }, '2014', []],
		[{ 'date-parts': [[2014, '02', 30]] }, '2014-02', ['entry/no-such-date']],
		[{ 'date-parts': [[null]] }, null, []],
		[{ 'date-parts': [['next year']] }, null, ['entry/bad-field']],
		[{ raw: '2014-03-02' }, '2014-03-02', []],
		[{ literal: '2014' }, '2014', []],
		[{ literal: 'Spring 2014' }, null, []],
		[2014, null, ['entry/bad-field']],
	])('takes from the date %j %s', (issued, published, problems) => {
		const reading = read(cslJson, JSON.stringify([{ type: 'book', title: 'Knots', issued }]));
		expect(reading.entries).toMatchObject([{ published }]);
		expect(reading.problems.map(({ code }) => code)).toEqual(problems);
	});

	test('refuses what is no reference, and reads the others', () => {
		const good = '{"type": "book", "title": "Knots", "author": [{"family": "Bell"}], "DOI": "doi:10.5555/K"}';
		const odd = '{"type": "book", "title": ["Ropes"], "author": "Bell", "DOI": "none", "language": 7}';
		const reading = read(cslJson, `[${good}, 7, {"type": "book"}, {a: 1}, ${odd}]`);
		expect(reading.accounting).toEqual({ items: { total: 5, read: 2, refused: 3 } });
		expect(reading.entries).toMatchObject([
			{ title: 'Knots', authorCount: 1, doi: '10.5555/k' },
			{ title: 'Ropes', authorCount: null, doi: null, language: null },
		]);
		expect(new Map(reading.problems.map(({ code, at }) => [at, code]))).toEqual(
			new Map([
				['/1', 'item/refused'],
				['/2', 'item/refused'],
				['/3', 'item/refused'],
				['/4/DOI', 'entry/bad-field'],
				['/4/author', 'entry/bad-field'],
			]),
		);
	});

	test('captured from a review is read whole', (context) => {
		const folder = requireShared(context, 'captures/references');
		const content = readFileSync(join(folder, 'deep-review_manual-references.json'), 'utf8');
		expect(cslJson.recognises(content)).toBe(true);
		const reading = read(cslJson, content);
		expect(reading.accounting).toEqual({ items: { total: 36, read: 36, refused: 0 } });
		expect(reading.problems).toEqual([]);
		expect(reading.entries[2]).toMatchObject({ published: '2016', language: 'sl' });
		expect(reading.entries[3]).toMatchObject({ published: '2016-11-22', doi: '10.1093/bib/bbw110' });
		expect(reading.entries[4]).toMatchObject({ published: '2009-06', authorCount: 4 });
		expect(names(reading.entries[27])).toEqual(['NIH Clinical Center']);
		expect(reading.entries[28]).toMatchObject({ published: null, doi: '10.3389/fgene.2014.00342' });
	});
});

describe('RIS', () => {
	test('gives every record, whatever its type', () => {
		const reading = fixture(ris, 'harbour.ris');
		expect(titles(reading)).toEqual([lanterns, knots, gulls, 'Mending Nets by Hand and by Machine']);
		expect(codes(reading)).toEqual([
			['entry/no-such-date', [31, 34]],
			['listing/cut-off', [37, 39]],
		]);
		const [first, second, third, fourth] = reading.entries;
		expect(first).toMatchObject({
			at: [5, 20],
			abstract: 'We study how lanterns light a harbour at night.',
			authorCount: 3,
			published: '2024-11',
			doi: '10.5555/lights.2024_7',
			venue: 'Journal of Small Lights',
			language: 'en',
		});
		expect(names(first)).toEqual(['Ann Bell', 'Carl van der Berg Jr.', 'The Rope Works']);
		expect(first?.links.map(({ url }) => url)).toEqual([
			'https://example.org/lanterns',
			'https://example.org/lanterns.pdf',
		]);
		expect(names(second)).toEqual(['Émile Gödel', 'Dora Knuth']);
		expect(second).toMatchObject({ published: '2023-05-05', arxivId: '2301.00002' });
		expect(third).toMatchObject({ published: '2022-02' });
		expect(names(fourth)).toEqual(['Łucja M. Ørsted']);
	});

	test('survives what programs make of it', () => {
		const record = 'TY  - JOUR\nTI  - Knots\nAB  - One\n\ntwo - three\nER  -';
		for (const content of [
			record,
			`\ufeff${record}`,
			record.replaceAll('\n', '\r\n'),
			record.replaceAll('  -', ' -'),
			record.replaceAll('  -', '\t-'),
			`${record} \n${record.replace('\nER  -', '\n2.')}\n${record}`,
		]) {
			expect(ris.recognises(content)).toBe(true);
			const reading = read(ris, content);
			expect(reading.problems).toEqual([]);
			for (const { title, abstract } of reading.entries) {
				expect([title, abstract]).toEqual(['Knots', 'One two - three']);
			}
		}
	});

	test('refuses a record without beginning, without title, or with two', () => {
		const good = 'TY  - JOUR\nTI  - Knots\nER  - \n';
		const reading = read(
			ris,
			`${good}TI  - Ropes\nER  - \nTY  - JOUR\nPY  - 2020\nER  - \nTY  - JOUR\nTI  - A\nTI  - B\nER  - \n${good}`,
		);
		expect(titles(reading)).toEqual(['Knots', 'Knots']);
		expect(codes(reading)).toEqual([
			['item/refused', [4, 5]],
			['item/refused', [6, 8]],
			['item/refused', [9, 12]],
		]);
		expect(reading.accounting).toEqual({ items: { total: 5, read: 2, refused: 3 } });
	});

	test('is not mistaken for others', () => {
		const record = 'TY  - JOUR\nTI  - Knots\nER  - \n';
		for (const content of [`# RIS\n\n${record}`, `---\na: b\n---\n${record}`, `<pre>\n${record}`, 'TY  - JOUR', '']) {
			expect(ris.recognises(content)).toBe(false);
		}
	});

	test('captured from the tests of a library is read whole', (context) => {
		const folder = requireShared(context, 'captures/references');
		const [full, urls] = ['rispy_example_full.ris', 'rispy_example_urls.ris'].map((name) => {
			const content = readFileSync(join(folder, name), 'utf8');
			expect(ris.recognises(content)).toBe(true);
			return read(ris, content);
		});
		expect(full).toMatchObject({ accounting: { items: { total: 2, read: 2 } }, problems: [] });
		expect(urls).toMatchObject({ accounting: { items: { total: 4, read: 4 } }, problems: [] });
		expect(full?.entries[0]).toMatchObject({
			at: [2, 24],
			title: 'Title of reference',
			published: '2014',
			venue: 'Lorem',
		});
		expect(names(full?.entries[0])).toEqual(['Karl Marx', 'Astrid Lindgren']);
		expect(full?.entries[1]).toMatchObject({ at: [27, 49], published: '2006' });
		const links = urls?.entries.map((entry) => entry.links.map(({ url }) => url));
		const both = ['http://example.com', 'http://www.example.com'];
		expect(links).toEqual([['http://example.com'], both, both, both]);
		expect(urls?.entries[3]).toMatchObject({ at: [35, 44], published: '1948-07' });
		expect(names(urls?.entries[3])).toEqual(['Claude E. Shannon']);
	});
});

test('captures of other kinds are taken for none of them', (context) => {
	const captures = requireShared(context, 'captures');
	const others = readdirSync(captures, { recursive: true, withFileTypes: true }).filter(
		(each) => each.isFile() && !each.parentPath.endsWith('references'),
	);
	expect(others.length).toBeGreaterThan(300);
	for (const { parentPath, name } of others) {
		const content = readFileSync(join(parentPath, name), 'utf8');
		const taking = [bibtex, cslJson, ris].filter((dialect) => dialect.recognises(content));
		expect({ name, taking: taking.map((dialect) => dialect.name) }).toEqual({ name, taking: [] });
	}
});

/** What readers look for, two hundred thousand characters of it: one that looks again at what it has seen would never end. */
test.each([
	[bibtex, ['{', '@a{', '@a{k,t={', '@a{k,t="}\n', '@a(k,', '@a{k,t={x}} ', ' and ', '\\"{', '$', '%', '\n']],
	[cslJson, ['[', '{"a":', '[{"type":"', '<jats:p <mml:math ', '"', '\\']],
	[ris, ['TY  - A\n', 'TI  - x\n', 'ER  - \n', '1.\n', 'word\n', ' ', 'A  - ']],
] as const)('plenty of what $name holds comes to an end', { timeout: 30_000 }, (dialect, units) => {
	for (const unit of units) {
		const text = unit.repeat(Math.floor(200_000 / unit.length));
		for (const content of [
			text,
			`@a{k,title={${text}}}`,
			`@a{k,title={x}, author={${text}`,
			`TY  - A\nTI  - ${text}`,
		]) {
			dialect.recognises(content);
			const { entries, accounting } = read(dialect, content);
			expect(accounting).toMatchObject({ items: { read: entries.length } });
		}
	}
});
