import type { Columns, Entry, Problem } from '../../records/listing.ts';
import { type CsvRow, csvRows } from '../csv-rows.ts';
import { type Dialect, exactness, type Reading, type ReadingContext } from '../dialect.ts';
import { type MappedField, mappedEntry, mappingOf, missingColumns } from '../mapped-columns.ts';
import { refusedReference } from '../reference-problems.ts';

/** A table in text with a line of names, whose columns the sidecar maps to our fields. */
export const mappedCsv: Dialect = {
	name: 'mapped-csv',
	describes: 'a table in CSV, read by the columns that its sidecar names',
	exactness: exactness.references,
	recognises(content: string, columns: Columns | null = null) {
		return columns !== null && !/^\s*[[{<]/.test(content);
	},
	read,
};

function read(content: string, { columns }: ReadingContext): Reading {
	const { mapping, problems } = mappingOf(columns);
	const wanted = [...mapping.values()];
	const rows = csvRows(content, delimiterIn(content, wanted));
	const { header, above, below } = headerIn(rows, wanted);
	const names = namesIn(header);
	const lost = above.filter(({ cells }) => cells === null || cells.length >= Math.max(names.length, 2));
	for (const { at } of lost) problems.push(refusedReference(at, 'This row stands above the names of the columns.'));
	const present = new Set(names.filter((name) => name !== ''));
	problems.push(...missingColumns(mapping, present, header?.at ?? null));
	const places = new Map([...mapping].map(([field, column]) => [field, names.indexOf(column)] as const));
	const isReadable = (places.get('title') ?? -1) !== -1;
	const entries: Entry[] = [];
	for (const row of isReadable ? below : []) {
		const entry = entryOf(row, names.length, places, entries.length + 1, problems);
		if (entry !== null) entries.push(entry);
	}
	const total = lost.length + below.length;
	return {
		entries,
		accounting: { items: { total, read: entries.length, refused: total - entries.length } },
		problems,
		captured: null,
		daily: false,
		day: null,
	};
}

function entryOf(
	{ at, cells }: CsvRow,
	width: number,
	places: ReadonlyMap<MappedField, number>,
	position: number,
	problems: Problem[],
): Entry | null {
	const refused = (message: string) => {
		problems.push(refusedReference(at, message));
		return null;
	};
	if (cells === null) return refused('The quotes of this row are broken.');
	const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
	// Where values are missing or too many, others may stand in their columns.
	if (cells.length < width || filled > width) {
		return refused(`This row has ${cells.length} values, and the table ${width} columns.`);
	}
	const ofRow: Problem[] = [];
	const entry = mappedEntry((field) => cells[places.get(field) ?? -1], position, at, ofRow);
	if (entry === null) return refused('This row has no title.');
	problems.push(...ofRow);
	return entry;
}

/** Before the line of names there may be a few others. */
const latestHeader = 20;

/** The delimiter by which a line has most of these names; of several the one that divides it most. */
function delimiterIn(content: string, wanted: readonly string[]): string {
	const lines = content
		.slice(0, 100_000)
		.split(/[\r\n]+/)
		.slice(0, latestHeader)
		.join('\n');
	const found = [',', ';', '\t'].map((delimiter) => {
		const { header } = headerIn(csvRows(lines, delimiter), wanted);
		const names = namesIn(header);
		return { delimiter, known: knownOf(names, wanted), parts: names.length };
	});
	return found.toSorted((a, b) => b.known - a.known || b.parts - a.parts)[0]?.delimiter ?? ',';
}

/** The first row that has most of these names, and those above and below it. The names may stand below it again. */
function headerIn(
	rows: readonly CsvRow[],
	wanted: readonly string[],
): { header: CsvRow | null; above: CsvRow[]; below: CsvRow[] } {
	const known = rows.slice(0, latestHeader).map((row) => knownOf(namesIn(row), wanted));
	const at = Math.max(known.indexOf(Math.max(...known)), 0);
	const header = rows[at] ?? null;
	const again = JSON.stringify(header?.cells);
	const below = rows.slice(at + 1).filter(({ cells }) => JSON.stringify(cells) !== again);
	return { header, above: rows.slice(0, at), below };
}

function namesIn(row: CsvRow | null): string[] {
	return (row?.cells ?? []).map((name) => name.trim());
}

function knownOf(names: readonly string[], wanted: readonly string[]): number {
	const present = new Set(names);
	return wanted.filter((name) => present.has(name)).length;
}
