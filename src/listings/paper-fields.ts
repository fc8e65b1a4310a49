import { parseArxivId } from '../records/ids.ts';
import type { Author, Entry } from '../records/listing.ts';
import { collapsed } from './dialect.ts';

/** Fields of papers as feeds, mails and trackers write them. */

/** An arXiv id without its version, and the version. */
export type ArxivId = NonNullable<ReturnType<typeof parseArxivId>>;

const address =
	/^(?:https?:\/\/(?:[a-z]+\.)?(?:arxiv\.org\/(?:abs|pdf|html)|huggingface\.co\/papers)\/|oai:arxiv\.org:|arxiv:)?([^\s?#]+?)(?:\.pdf)?\/?(?:[?#]\S*)?$/i;

/** The arXiv id that an address (`https://arxiv.org/abs/2405.15738v2`), an OAI identifier, or an id itself names. */
export function arxivIdOf(text: string): ArxivId | null {
	const [, id] = address.exec(text.trim()) ?? [];
	return id === undefined ? null : parseArxivId(id);
}

/** The first id among these that names a version; else the first. */
export function bestArxivId(texts: readonly (string | null)[]): ArxivId | null {
	const ids = texts.flatMap((text) => (text === null ? [] : (arxivIdOf(text) ?? [])));
	return ids.find(({ version }) => version !== null) ?? ids[0] ?? null;
}

/** An id as arXiv prints it. */
export function printedArxivId({ arxivId, version }: ArxivId): string {
	return `arXiv:${arxivId}${version === null ? '' : `v${version}`}`;
}

/** A DOI without its resolver, in lower case; null when the text is none. */
export function bareDoi(text: string): string | null {
	const form = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S*[^\s.,;])[.,;]*$/i;
	return form.exec(text.trim())?.[1]?.toLowerCase() ?? null;
}

/** The DOI in a field, in lower case; of several the first. Null when there is none. */
export function doiOf(text: string): string | null {
	// A field may hold several; a semicolon within one (Wiley's) has no space behind it.
	const [first = ''] = text.trim().split(/[;,]?\s+|[;,](?=10\.\d{4,9}\/)/);
	return bareDoi(first);
}

/** What stands behind a name and is no name. */
const suffix = /^(?:Jr|Sr|II|III|IV)\.?$/i;

/**
 * The names of a list that commas and “and” divide, such as `Ann Bell, Carl Dunn Jr. and Eve Fox (Harbour School)`.
 * Affiliations in brackets, which may hold brackets, are left out; one that never closes stays. Names stay as they are,
 * with their TeX.
 */
export function namesOf(list: string): string[] {
	return namesAmong(withoutBrackets(list), /,| and /);
}

/** The names of a list that only commas divide: “and” may be part of a team's name. */
export function namesBetweenCommas(list: string): string[] {
	return namesAmong(list, /,/);
}

function namesAmong(list: string, divider: RegExp): string[] {
	const names: string[] = [];
	for (const part of collapsed(list).split(divider)) {
		const name = part.trim().replace(/^and /, '');
		const last = names.at(-1);
		if (last !== undefined && suffix.test(name)) names[names.length - 1] = `${last}, ${name}`;
		else if (name !== '') names.push(name);
	}
	return names;
}

/** More brackets within each other than that are no affiliation. */
const deepestBrackets = 5;

function withoutBrackets(text: string): string {
	let left = text;
	for (let depth = 0; depth < deepestBrackets && left.includes('('); depth++) left = left.replace(/\([^()]*\)/g, ' ');
	return left;
}

/** An entry's authors and their number, by their names; an empty list says nothing. */
export function authorsOf(names: readonly string[]): Pick<Entry, 'authors' | 'authorCount'> {
	const authors: Author[] = names.map((name) => ({ name, url: null }));
	return { authors, authorCount: authors.length || null };
}

const withdrawal =
	/^(?:this|the)\s+(?:paper|submission|article|manuscript)\s+(?:has\s+been|is|was)\s+(?:now\s+)?withdrawn\b(?!\s+from\s+(?!arxiv))/i;

/**
 * That a paper was withdrawn, when a text about it, its comments or its abstract, begins by saying so: with that
 * sentence. One that was withdrawn from elsewhere is not.
 */
export function withdrawnBy(texts: readonly (string | null)[]): Entry['withdrawn'] {
	const said = texts.map((text) => collapsed(text ?? '')).find((text) => withdrawal.test(text));
	if (said === undefined) return null;
	const end = said.search(/[.!](?=\s\p{Lu}|$)/u);
	return { date: null, reason: end === -1 ? said : said.slice(0, end + 1) };
}
