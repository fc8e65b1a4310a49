import type { Columns, Entry, Place, Problem } from '../../records/listing.ts';
import { type Dialect, exactness, type Reading, type ReadingContext } from '../dialect.ts';
import { jsonItems, pointerFinder } from '../json-items.ts';
import { linesOf } from '../line-account.ts';
import { mappedEntry, mappingOf, missingColumns } from '../mapped-columns.ts';
import { cutReferences, refusedReference } from '../reference-problems.ts';

/** Records in JSON, one a line or in an array, whose fields the sidecar maps to ours. */
export const mappedJsonLines: Dialect = {
	name: 'mapped-json-lines',
	describes: 'records in JSON, read by the fields that its sidecar names',
	exactness: exactness.references,
	recognises(content: string, columns: Columns | null = null) {
		return columns !== null && /^\s*[[{]/.test(content);
	},
	read,
	finder: pointerFinder,
};

/** A record; of what is not JSON undefined. */
interface Item {
	at: Place;
	value: unknown;
}

function read(content: string, { columns }: ReadingContext): Reading {
	const { mapping, problems } = mappingOf(columns);
	const title = mapping.get('title');
	const { items, cut } = itemsIn(content, title ?? '');
	const present = new Set(items.slice(0, 1000).flatMap(({ value }) => pathsOf(value)));
	for (const path of mapping.values()) {
		if (items.some(({ value }) => valueAt(value, path) !== undefined)) present.add(path);
	}
	if (items.length > 0) problems.push(...missingColumns(mapping, present, null));
	const entries: Entry[] = [];
	for (const { at, value } of title !== undefined && present.has(title) ? items : []) {
		const ofItem: Problem[] = [];
		const entry = mappedEntry((field) => valueAt(value, mapping.get(field) ?? ''), entries.length + 1, at, ofItem);
		if (entry === null) {
			const why = value === undefined ? 'is not JSON, or ends in the middle' : 'has no title';
			problems.push(refusedReference(at, `This record ${why}.`));
			continue;
		}
		entries.push(entry);
		problems.push(...ofItem);
	}
	if (cut !== null) problems.push(cutReferences(cut));
	return {
		entries,
		accounting: { items: { total: items.length, read: entries.length, refused: items.length - entries.length } },
		problems,
		captured: null,
		daily: false,
		day: null,
	};
}

/**
 * The records, and where their list ends too soon: those of the lines, or those of the array that is the whole text or
 * stands in an object, by where more have a title, whose path is `title`.
 */
function itemsIn(content: string, title: string): { items: Item[]; cut: Place | null } {
	const lines = linesOf(content.replace(/^\ufeff/, '')).filter(({ text }) => text.trim() !== '');
	const ofLines = lines.map(({ text, number }): Item => ({ at: [number, number], value: parsed(withoutComma(text)) }));
	const list = jsonItems(content);
	const ofList = list?.items.map(({ pointer, value }): Item => ({ at: pointer, value })) ?? [];
	const [byLine, inList] = [ofLines, ofList].map((items) => items.filter(({ value }) => valueAt(value, title)).length);
	const isArray = list !== null && (list.pointer !== '' || /^\s*\[/.test(content));
	if (list === null || (byLine ?? 0) > (inList ?? 0) || (byLine === inList && !isArray)) {
		return { items: ofLines, cut: null };
	}
	const broken = list.broken.map((at): Item => ({ at, value: undefined }));
	return { items: [...ofList, ...broken], cut: list.cut ? list.pointer : null };
}

/** In a damaged array too, records may stand on lines of their own. */
function withoutComma(line: string): string {
	return line.trimEnd().replace(/,$/, '');
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The value at a path of names with dots between them; undefined when there is none. A name may itself hold dots. */
function valueAt(record: unknown, path: string): unknown {
	if (!isRecord(record)) return undefined;
	if (Object.hasOwn(record, path)) return record[path];
	const dot = path.indexOf('.');
	if (dot === -1 || !Object.hasOwn(record, path.slice(0, dot))) return undefined;
	return valueAt(record[path.slice(0, dot)], path.slice(dot + 1));
}

/** The paths of a record's values, and of the values of the records in it. */
function pathsOf(record: unknown): string[] {
	if (!isRecord(record)) return [];
	return Object.entries(record).flatMap(([name, value]) =>
		isRecord(value) ? Object.keys(value).map((inner) => `${name}.${inner}`) : [name],
	);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
