import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Dialect, Reading } from '../../src/listings/dialect.ts';
import { mappedCsv } from '../../src/listings/dialects/mapped-csv.ts';
import { mappedJsonLines } from '../../src/listings/dialects/mapped-json-lines.ts';
import { namesInCell } from '../../src/listings/mapped-names.ts';
import { type Columns, sidecarSchema } from '../../src/records/listing.ts';

const fixtures = join(import.meta.dirname, '../fixtures/dialects');

function fixture(dialect: Dialect, name: string): Reading {
	const file = join(fixtures, dialect.name, name);
	const { columns = null } = sidecarSchema.parse(parse(readFileSync(`${file}.yaml`, 'utf8')));
	return dialect.read(readFileSync(file, 'utf8'), { captured: null, columns });
}

function read(dialect: Dialect, content: string, columns: Columns | null = { title: 'title' }): Reading {
	return dialect.read(content, { captured: null, columns });
}

function titles({ entries }: Reading): string[] {
	return entries.map(({ title }) => title);
}

function codes({ problems }: Reading): unknown[] {
	return problems.map(({ code, at }) => [code, at]);
}

const lanterns = 'Lanterns at the Harbour: A Survey';
const knots = 'Knots That Hold in the Rain';
const gulls = 'Why Gulls Follow Ploughs and Boats Alike';
const nets = 'Mending Nets by Hand and by Machine';

describe('a table in CSV', () => {
	test('gives what its sidecar names', () => {
		const reading = fixture(mappedCsv, 'harbour.csv');
		expect(titles(reading)).toEqual([lanterns, knots, gulls, nets]);
		expect(reading.accounting).toEqual({ items: { total: 5, read: 4, refused: 1 } });
		expect(codes(reading)).toEqual([
			['entry/bad-field', [7, 7]],
			['entry/bad-field', [7, 7]],
			['item/refused', [8, 8]],
		]);
		const [first, second, third, fourth] = reading.entries;
		expect(first).toMatchObject({
			at: [4, 5],
			authors: [{ name: 'Ann Bell' }, { name: 'Carl van der Berg' }],
			authorCount: 2,
			published: '2024-11',
			publishedYear: 'explicit',
			abstract: 'We study "how" lanterns light a harbour; at night.',
			doi: '10.5555/lights.2024_7',
			links: [{ url: 'https://example.org/lanterns', kind: 'paper' }],
			upvotes: 41,
		});
		// The day in UTC.
		expect(second).toMatchObject({
			published: '2023-05-06',
			arxivId: '2301.00002',
			version: 3,
			authorCount: 3,
			links: [],
		});
		expect(third).toMatchObject({ published: null, upvotes: null });
		expect(fourth).toMatchObject({ authors: [{ name: 'Ørsted' }], published: '2019', upvotes: null });
	});

	test.each([',', ';', '\t'])('divided by %j, with a byte order mark and any line breaks', (mark) => {
		const rows = [
			['n', 'title', 'a b'],
			['1', '"Knots"', 'x'],
			['2', `"Ropes${mark} and ""Knots"""`, '"a\nb"'],
		];
		const table = rows.map((row) => row.join(mark)).join('\n');
		for (const content of [
			table,
			`\ufeff${table}\n`,
			`${table.replaceAll('\n', '\r\n')}\r\n`,
			table.replaceAll('\n', '\r'),
		]) {
			const reading = read(mappedCsv, content, { title: 'title', abstract: 'a b' });
			expect(titles(reading)).toEqual(['Knots', `Ropes${mark === '\t' ? '' : mark} and "Knots"`]);
			expect(reading.entries.map(({ abstract, at }) => [abstract, at])).toEqual([
				['x', [2, 2]],
				['a b', [3, 4]],
			]);
			expect(reading.problems).toEqual([]);
		}
	});

	test.each([
		['a quote that never closes', '"Ropes,2020'],
		['a quote that closes too soon', '"The "Ropes" Book",2020'],
		['too many values', 'Ropes, Old,2020'],
		['too few values', 'Ropes'],
		['no title', ',2020'],
	])('refuses a row with %s, and reads the others', (_, bad) => {
		const reading = read(mappedCsv, `title,year\n"Knots, New",2019\n${bad}\n"Nets, Old",2021\n`, {
			title: 'title',
			published: 'year',
		});
		expect(reading.entries).toMatchObject([
			{ title: 'Knots, New', published: '2019' },
			{ title: 'Nets, Old', published: '2021' },
		]);
		expect(codes(reading)).toEqual([['item/refused', [3, 3]]]);
		expect(reading.accounting).toEqual({ items: { total: 3, read: 2, refused: 1 } });
	});

	test('takes quotes within a value, empty values behind the last column, and the line of names again', () => {
		const reading = read(mappedCsv, 'title,year\nThe "Knots" Book,2019,,\n\ntitle,year\nNets,2020\n');
		expect(titles(reading)).toEqual(['The "Knots" Book', 'Nets']);
		expect(reading.problems).toEqual([]);
	});

	test('that has not the columns, or a sidecar with other fields, says so once', () => {
		const columns = { title: 'Titel', published: 'Jahr', colour: 'Farbe' };
		const reading = read(mappedCsv, 'title,Jahr\nKnots,2019\nNets,2020\n', columns);
		expect(reading.entries).toEqual([]);
		expect(reading.accounting).toEqual({ items: { total: 2, read: 0, refused: 2 } });
		expect(reading.problems).toMatchObject([
			{ code: 'table/no-such-field', at: null, hint: expect.stringContaining('title, abstract, summary, authors') },
			{ code: 'table/no-such-column', at: [1, 1], hint: 'it has title, Jahr' },
		]);
		expect(read(mappedCsv, 'title\nKnots\n', {}).problems).toMatchObject([{ code: 'table/no-such-field' }]);
		for (const content of ['', '\n', '"', 'title', '"title\n']) expect(read(mappedCsv, content).entries).toEqual([]);
	});
});

describe('records in JSON', () => {
	test('one a line give what their sidecar names', () => {
		const reading = fixture(mappedJsonLines, 'harbour.jsonl');
		expect(titles(reading)).toEqual([lanterns, knots, gulls, nets]);
		expect(codes(reading)).toEqual([
			['entry/bad-field', [3, 3]],
			['entry/bad-field', [3, 3]],
			['entry/no-such-date', [4, 4]],
		]);
		const [first, second, third, fourth] = reading.entries;
		expect(first).toMatchObject({
			authors: [{ name: 'Ann Bell' }, { name: 'Carl van der Berg' }],
			arxivId: '2401.00001',
			version: 2,
			published: '2024-11-03',
			upvotes: 41,
			links: [
				{ url: 'https://example.org/lanterns.git', kind: 'code' },
				{ url: 'https://example.org/lanterns', kind: 'paper' },
			],
		});
		expect(second).toMatchObject({
			authors: [{ name: 'Émile Gödel' }, { name: 'Dora Knuth' }],
			published: '2023',
			upvotes: 7,
		});
		expect(third).toMatchObject({ authors: [{ name: 'Eve Fox' }], authorCount: null, arxivId: null });
		expect(fourth).toMatchObject({ authors: [], authorCount: null, published: '2019-02' });
	});

	test('in an array do too', () => {
		const reading = fixture(mappedJsonLines, 'array.json');
		expect(titles(reading)).toEqual([lanterns, knots]);
		expect(new Set(reading.problems.map(({ code }) => code))).toEqual(new Set(['table/no-such-column']));
		expect(reading.problems[0]?.hint).toBe('it has paper.title, paper.authors, votes');
		expect(titles(read(mappedJsonLines, '[{"title": "A"},\n{"title": "B"}]'))).toEqual(['A', 'B']);
		expect(titles(read(mappedJsonLines, '[\n{\n"title": "A"\n},\n{"title": "B"}\n]\n'))).toEqual(['A', 'B']);
	});

	test.each([
		['a line that is not JSON', '{"title": "Ropes"'],
		['a record without title', '{"name": "Ropes"}'],
		['a title that is no text', '{"title": ["Ropes"]}'],
		['what is no record', '7'],
	])('refuse %s, and give the others', (_, bad) => {
		for (const [content, line] of [
			[`{"title": "Knots"}\n\n${bad}\n{"title": "Nets"}\n`, 3],
			[`${bad}\n{"title": "Knots"}\n{"title": "Nets"}`, 1],
		] as const) {
			const reading = read(mappedJsonLines, content);
			expect(titles(reading)).toEqual(['Knots', 'Nets']);
			expect(codes(reading)).toEqual([['item/refused', [line, line]]]);
			expect(reading.accounting).toEqual({ items: { total: 3, read: 2, refused: 1 } });
		}
	});

	test('stand behind a bracket that nothing closes', () => {
		const reading = read(mappedJsonLines, '[\n{"title": "Knots"}\n{"title": "Nets"}\n');
		expect(titles(reading)).toEqual(['Knots', 'Nets']);
		expect(reading.problems.length).toBe(1);
	});

	test('say what they have where a name is wrong', () => {
		const reading = read(mappedJsonLines, '{"name": "Knots", "by": {"who": "Ann", "x.y": 1}}\n', { title: 'titel' });
		expect(reading.accounting).toEqual({ items: { total: 1, read: 0, refused: 1 } });
		expect(reading.problems).toMatchObject([{ code: 'table/no-such-column', hint: 'it has name, by.who, by.x.y' }]);
	});
});

test.each([
	['Ann Bell', ['Ann Bell']],
	['Bell, Ann', ['Ann Bell']],
	['van der Berg, Carl', ['Carl van der Berg']],
	['Bell, Ann; Fox, Eve', ['Ann Bell', 'Eve Fox']],
	['Ann Bell, Eve Fox', ['Ann Bell', 'Eve Fox']],
	['Ann Bell, Eve Fox, and Carl Dunn', ['Ann Bell', 'Eve Fox', 'Carl Dunn']],
	['Bell, Ann and Fox, Eve', ['Ann Bell', 'Eve Fox']],
	['Plato', ['Plato']],
	['Plato; Sammy Davis, Jr.', ['Plato', 'Sammy Davis, Jr.']],
	['Bell, Ann, Fox, Eve', null],
	['', ['']],
])('the names in %j', (cell, names) => {
	expect(namesInCell(cell)).toEqual(names);
});

test('tables are taken only with columns, and each by its own reader', () => {
	const contents = ['title,year\nKnots,2020\n', '{"title": "Knots"}\n', '<html>'];
	const taking = (columns: Columns | null) =>
		contents.map((content) =>
			[mappedCsv, mappedJsonLines].map((dialect) => Reflect.apply(dialect.recognises, dialect, [content, columns])),
		);
	expect(taking(null).flat()).not.toContain(true);
	expect(taking({ title: 'title' })).toEqual([
		[true, false],
		[false, true],
		[false, false],
	]);
});

/** As for references. */
test.each([
	[mappedCsv, ['"', ',', '"\n', ',"', '"""\n', 'a,"\n', '\n', ' ', ';']],
	[mappedJsonLines, ['{', '[', '{"title":', '[{"title":"', '{}\n', '{"title":"x"\n', '"']],
] as const)('plenty of what $name holds comes to an end', { timeout: 30_000 }, (dialect, units) => {
	for (const unit of units) {
		const text = unit.repeat(Math.floor(200_000 / unit.length));
		for (const content of [text, `title,a\nKnots,1\n${text}`, `{"title":"Knots"}\n${text}`]) {
			const { entries, accounting } = read(dialect, content);
			expect(accounting).toMatchObject({ items: { read: entries.length } });
		}
	}
});
