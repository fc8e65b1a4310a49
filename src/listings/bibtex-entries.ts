import { bibtexParser } from 'latex-utensils';
import { type BibtexRest, splitBibtex } from './bibtex-spans.ts';
import type { Span } from './dialect.ts';

/** An entry of BibTeX: what it says, before its TeX is read. */
export interface BibtexEntry {
	span: Span;
	/** By their names in lower case; of a field given twice the first, as BibTeX has it. */
	fields: ReadonlyMap<string, string>;
	/** Fields that name a macro which the file does not define. */
	undefinedMacros: readonly { field: string; macro: string }[];
}

/** What a BibTeX file holds. */
export interface BibtexFile {
	entries: BibtexEntry[];
	/** What seems to be an entry, or a part of one, and could not be read, in a sentence. */
	refused: { span: Span; message: string }[];
	/** `@string` definitions that could not be read. */
	lostMacros: Span[];
	/** The entry in the middle of which the file ends. */
	cut: Span | null;
}

const months = 'january february march april may june july august september october november december'.split(' ');

/** BibTeX's own macros. */
const ownMacros: readonly (readonly [string, string])[] = months.map((month) => [month.slice(0, 3), month]);

/** Reads a BibTeX file; a broken entry costs only itself. */
export function bibtexEntries(content: string): BibtexFile {
	const file: BibtexFile = { entries: [], refused: [], lostMacros: [], cut: null };
	const macros = new Map(ownMacros);
	splitBibtex(
		content,
		({ span, type, body }) => {
			if (type === 'comment' || type === 'preamble') return true;
			if (type === 'string') return defineMacro(body, macros);
			const fields = fieldsOf(body);
			if (fields !== null) file.entries.push({ span, ...valuesOf(fields, macros) });
			return fields !== null;
		},
		(rest) => {
			const span = trimmed(content, rest.span);
			if (rest.isOpen && rest.span.to === content.length) file.cut = span;
			if (rest.type === 'string') file.lostMacros.push(span);
			else if (rest.type !== null) {
				const why = rest.isOpen ? 'has no end: a brace in it is not closed' : 'is not BibTeX';
				file.refused.push({ span, message: `This entry ${why}.` });
			} else if (isLostField(content, rest)) {
				file.refused.push({ span, message: 'These fields stand outside of any entry.' });
			}
		},
	);
	return file;
}

/** What stands between entries is a comment, unless it looks like fields whose entry was damaged. */
function isLostField(content: string, { span }: BibtexRest): boolean {
	return /^[ \t,]*[A-Za-z][\w:+-]*[ \t]*=[ \t]*["{]/m.test(content.slice(span.from, span.to));
}

function trimmed(content: string, { from, to }: Span): Span {
	const text = content.slice(from, to);
	return { from: from + text.length - text.trimStart().length, to: to - (text.length - text.trimEnd().length) };
}

function defineMacro(body: string, macros: Map<string, string>): boolean {
	// The parser takes no sum as the value of a macro, but does as the value of a field: it is the same grammar.
	const [field] = parsedFields(`,${body}`) ?? [];
	if (field === undefined) return false;
	macros.set(field.name.toLowerCase(), expanded(field.value, macros).value);
	return true;
}

type Field = bibtexParser.Field;

/**
 * The fields of an entry; null when they are not BibTeX. Its key is not read: sources put into it what the parser
 * refuses, and nothing needs it.
 */
function fieldsOf(body: string): Field[] | null {
	if (/^\s*[A-Za-z][\w:+-]*\s*=\s*["{\d]/.test(body)) return parsedFields(`,${body}`);
	const comma = body.indexOf(',');
	return comma === -1 ? [] : parsedFields(body.slice(comma));
}

/** `fields` begins with a comma; its braces are balanced: of others the parser takes exponential time. */
function parsedFields(fields: string): Field[] | null {
	try {
		const [entry] = bibtexParser.parse(`@x{${fields}}`).content;
		return entry !== undefined && bibtexParser.isEntry(entry) ? entry.content : null;
	} catch {
		return null;
	}
}

function valuesOf(fields: readonly Field[], macros: ReadonlyMap<string, string>): Omit<BibtexEntry, 'span'> {
	const values = new Map<string, string>();
	const undefinedMacros: { field: string; macro: string }[] = [];
	for (const field of fields) {
		const name = field.name.toLowerCase();
		if (values.has(name)) continue;
		const { value, unknown } = expanded(field.value, macros);
		values.set(name, value);
		for (const macro of new Set(unknown)) undefinedMacros.push({ field: name, macro });
	}
	return { fields: values, undefinedMacros };
}

function expanded(
	value: bibtexParser.FieldValue,
	macros: ReadonlyMap<string, string>,
): { value: string; unknown: string[] } {
	const parts = bibtexParser.isConcatValue(value) ? value.content : [value];
	const unknown: string[] = [];
	const texts = parts.map((part) => {
		if (!bibtexParser.isAbbreviationValue(part)) return part.content;
		const text = macros.get(part.content.toLowerCase());
		if (text === undefined) unknown.push(part.content);
		return text ?? '';
	});
	return { value: texts.join(''), unknown };
}
