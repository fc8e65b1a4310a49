import { type Line, linesOf } from './line-account.ts';

/** A record of RIS: from its `TY` to its `ER`, to the next `TY`, or to the end of the file. */
export interface RisRecord {
	/** Its first and last line. */
	at: [number, number];
	/** In their order, lines that were wrapped joined. */
	fields: { tag: string; value: string }[];
	/** Whether it begins with `TY`. */
	begins: boolean;
	/** Whether it ends with `ER`. */
	ends: boolean;
}

const tagged = /^\ufeff?\s?([A-Z][A-Z\d])( {1,2}|\t)-\s?(.*)$/;

/**
 * The records of a RIS file: lines `XX  - value`. A line without tag goes on with the value above it; numbers between
 * records, and what programs write before the first, are left out. Lines with tags outside of any record are one
 * that lost its beginning.
 */
export function risRecords(content: string): RisRecord[] {
	const records: RisRecord[] = [];
	let current: RisRecord | null = null;
	let wrapped: Line[] = [];
	// Files that lost a space of their separator lost it everywhere.
	let isNarrow = false;
	for (const line of linesOf(content)) {
		const [, tag, gap, value = ''] = tagged.exec(line.text) ?? [];
		if (tag === 'TY') isNarrow = gap === ' ';
		if (tag === undefined || (gap === ' ' && !isNarrow && tag !== 'ER')) {
			if (current !== null && line.text.trim() !== '') wrapped.push(line);
			continue;
		}
		const goesOn = current !== null && tag !== 'TY';
		if (current !== null) join(current, goesOn ? wrapped : withoutNumber(wrapped));
		wrapped = [];
		if (!goesOn) {
			if (tag === 'ER') continue;
			current = { at: [line.number, line.number], fields: [], begins: tag === 'TY', ends: false };
			records.push(current);
		}
		if (current === null) continue;
		current.at[1] = line.number;
		if (tag === 'ER') {
			current.ends = true;
			current = null;
		} else current.fields.push({ tag, value: value.trim() });
	}
	if (current !== null) join(current, wrapped);
	return records;
}

/** Some programs number their records, on a line before each. */
function withoutNumber(lines: Line[]): Line[] {
	return /^\s*\d{1,6}[.)]?\s*$/.test(lines.at(-1)?.text ?? '') ? lines.slice(0, -1) : lines;
}

function join(record: RisRecord, lines: readonly Line[]): void {
	const field = record.fields.at(-1);
	const last = lines.at(-1);
	if (field === undefined || last === undefined) return;
	field.value = [field.value, ...lines.map(({ text }) => text.trim())].join(' ');
	record.at[1] = last.number;
}
