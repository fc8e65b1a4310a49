import { parse } from 'csv-parse/sync';

/** A row of a table in text. */
export interface CsvRow {
	/** Its first and last line. */
	at: [number, number];
	/** Null when it is broken: a quote in it never closes, or closes in the middle of a value. */
	cells: string[] | null;
}

/** Where a row stands, before its cells are read. */
interface Bounds {
	at: [number, number];
	text: string;
	broken: boolean;
}

/** The rows of a table that are not blank. A broken row costs only its first line: the next one is read again. */
export function csvRows(content: string, delimiter: string): CsvRow[] {
	const bounds = [...rowsIn(content.replace(/^\ufeff/, ''), delimiter)];
	const cells = cellsOf(
		bounds.filter(({ broken }) => !broken).map(({ text }) => text),
		delimiter,
	);
	let read = 0;
	return bounds.map(({ at, broken }) => ({ at, cells: broken ? null : (cells[read++] ?? null) }));
}

/**
 * The cells of rows that are whole. The parser is given all rows at once, which is a hundred times faster; where it
 * does not find as many, the halves one by one.
 */
function cellsOf(rows: readonly string[], delimiter: string): (string[] | null)[] {
	if (rows.length === 0) return [];
	try {
		const found = parse(rows.join('\n'), {
			delimiter,
			record_delimiter: '\n',
			relax_quotes: true,
			relax_column_count: true,
		});
		if (found.length === rows.length) return found;
	} catch {
		// As where it found another number of rows.
	}
	if (rows.length === 1) return [null];
	const middle = rows.length >> 1;
	return [...cellsOf(rows.slice(0, middle), delimiter), ...cellsOf(rows.slice(middle), delimiter)];
}

function* rowsIn(content: string, delimiter: string): Generator<Bounds> {
	const unquoted = new RegExp(`[^${delimiter}\\r\\n]*`, 'y');
	const lineBreak = /\r\n|\n|\r/y;
	const lineEnd = /[^\r\n]*/y;
	let from = 0;
	for (let line = 1; from < content.length; ) {
		const end = endOfRow(from);
		const to = end ?? endAt(lineEnd, from);
		const text = content.slice(from, to);
		const last = line + (text.match(/\r\n|\n|\r/g)?.length ?? 0);
		if (text.trim() !== '') yield { at: [line, last], text, broken: end === null };
		from = endAt(lineBreak, to);
		line = last + 1;
	}

	/** The end of the row that begins here; null when it is broken. */
	function endOfRow(start: number): number | null {
		for (let at = start; ; at++) {
			const end = content[at] === '"' ? endOfQuotes(at) : endAt(unquoted, at);
			if (end === null) return null;
			if (content[end] !== delimiter) return end === content.length || '\r\n'.includes(content[end] ?? '') ? end : null;
			at = end;
		}
	}

	/** The place behind the quote that closes the one that opens here; null when none does. */
	function endOfQuotes(open: number): number | null {
		let close = content.indexOf('"', open + 1);
		while (close !== -1 && content[close + 1] === '"') close = content.indexOf('"', close + 2);
		return close === -1 ? null : close + 1;
	}

	function endAt(pattern: RegExp, place: number): number {
		pattern.lastIndex = place;
		return place + (pattern.exec(content)?.[0].length ?? 0);
	}
}
