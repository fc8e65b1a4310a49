import type { Columns, Entry, Place, Problem } from '../records/listing.ts';
import { collapsed } from './dialect.ts';
import { newEntry } from './entry.ts';
import { parseFeedTime } from './feed-time.ts';
import { namesInCell } from './mapped-names.ts';
import { bareDoi } from './paper-fields.ts';
import {
	arxivAmong,
	authorsNamed,
	dateOfDigits,
	languageTag,
	type ReadDate,
	turnedName,
	webLinks,
} from './reference-fields.ts';
import { badReferenceField, publishedOn } from './reference-problems.ts';

/** Our fields to which a column of a table can be mapped. */
const fields = [
	'title',
	'abstract',
	'summary',
	'authors',
	'authorCount',
	'organization',
	'published',
	'comments',
	'upvotes',
	'arxivId',
	'doi',
	'venue',
	'language',
	'url',
	'code',
] as const;
export type MappedField = (typeof fields)[number];

/** Which column holds what, by our fields. */
export type Mapping = ReadonlyMap<MappedField, string>;

/** The mapping that a sidecar gives; what of it cannot be followed is a problem. */
export function mappingOf(columns: Columns | null): { mapping: Mapping; problems: Problem[] } {
	const mapping = new Map<MappedField, string>();
	const problems: Problem[] = [];
	for (const [name, column] of Object.entries(columns ?? {})) {
		const field = fields.find((each) => each === name);
		if (field !== undefined) mapping.set(field, column);
		else problems.push(noSuchField(name));
	}
	if (!mapping.has('title'))
		problems.push(noSuchField('title', 'The sidecar does not say which column holds the title.'));
	return { mapping, problems };
}

function noSuchField(
	name: string,
	message = `A paper has no field ${shown(name)} that a column can be mapped to.`,
): Problem {
	return { code: 'table/no-such-field', at: null, message, hint: `columns: takes ${fields.join(', ')}` };
}

/** Columns that the mapping names and the table does not have. */
export function missingColumns(mapping: Mapping, present: ReadonlySet<string>, at: Place | null): Problem[] {
	const known = [...present].slice(0, 40).map(shown).join(', ');
	return [...mapping]
		.filter(([, column]) => !present.has(column))
		.map(([field, column]) => ({
			code: 'table/no-such-column',
			at,
			message: `This table has no column ${shown(column)}, which the sidecar names for ${field}.`,
			hint: known === '' ? 'give the table a line of names' : `it has ${known}`,
		}));
}

function shown(name: string): string {
	return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

/**
 * The entry of a table's row whose values `cellOf` gives; null when it has no title. A value that is not as its field
 * needs it is left out, and noted as a problem.
 */
export function mappedEntry(
	cellOf: (field: MappedField) => unknown,
	position: number,
	at: Place,
	problems: Problem[],
): Entry | null {
	const textOf = (field: MappedField) => textIn(cellOf(field));
	const title = textOf('title');
	if (title === null) return null;
	const read = <T>(field: MappedField, reader: (text: string) => T | null, why: string): T | null => {
		const text = textOf(field);
		const value = text === null ? null : reader(text);
		if (text !== null && value === null) problems.push(badReferenceField(at, field, why));
		return value;
	};
	const url = textOf('url');
	const arxiv = read('arxivId', (text) => arxivAmong([text]), 'it is no arXiv id') ?? arxivAmong([url]);
	const doi = read('doi', bareDoi, 'it is no DOI') ?? bareDoi(url ?? '');
	const ids = { arxivId: arxiv?.arxivId ?? null, doi };
	const date = read('published', dateIn, 'it is not a date such as 2024-05-03, 2024-05 or 2024');
	const organization = textOf('organization');
	const authors = authorsIn(cellOf('authors'));
	if (authors === null) problems.push(badReferenceField(at, 'authors', 'it is not clear where a name ends'));
	const { authorCount, ...named } = authorsNamed(authors ?? []);
	const code = webLinks([textOf('code') ?? ''], { arxivId: null, doi: null });
	return {
		...newEntry(position, at, title),
		abstract: textOf('abstract'),
		summary: textOf('summary'),
		...named,
		authorCount: read('authorCount', countIn, 'it is no number') ?? authorCount,
		organization: organization === null ? null : { slug: organization, name: organization },
		...(date === null ? {} : publishedOn(date, at, textOf('published') ?? '', problems)),
		comments: read('comments', countIn, 'it is no number'),
		upvotes: read('upvotes', countIn, 'it is no number'),
		...ids,
		version: arxiv?.version ?? null,
		venue: textOf('venue'),
		language: read('language', languageTag, 'it is no code of a language, such as en'),
		links: [
			...code.map((link) => ({ ...link, kind: 'code' as const })),
			...webLinks([url ?? ''], ids).filter((link) => link.url !== code[0]?.url),
		],
	};
}

function textIn(value: unknown): string | null {
	return typeof value === 'string' || typeof value === 'number' ? collapsed(String(value)) || null : null;
}

function countIn(text: string): number | null {
	const digits = /^(\d{1,15})(?:\.0+)?$/.exec(text)?.[1];
	return digits === undefined ? null : Number(digits);
}

function dateIn(text: string): ReadDate | null {
	const isMoment = /^\d{4}-\d{2}-\d{2}[T ]\d/.test(text);
	return dateOfDigits(isMoment ? (parseFeedTime(text)?.utcDay ?? text) : text);
}

/** The names in a text, or in a list of texts or of objects with a name; null when it is not clear where one ends. */
function authorsIn(value: unknown): string[] | null {
	if (!Array.isArray(value)) return namesInCell(textIn(value) ?? '');
	return value.map((each: unknown) => {
		const name = typeof each === 'object' && each !== null && 'name' in each ? each.name : each;
		return turnedName(textIn(name) ?? '');
	});
}
