import type { Entry, Problem } from '../../records/listing.ts';
import { dateOfBibtex } from '../bibtex-date.ts';
import { type BibtexEntry, bibtexEntries } from '../bibtex-entries.ts';
import { collapsed, type Dialect, exactness, type Reading } from '../dialect.ts';
import { newEntry } from '../entry.ts';
import { linePlaces } from '../line-places.ts';
import type { ArxivId } from '../paper-fields.ts';
import { bareDoi } from '../paper-fields.ts';
import { arxivAmong, authorsNamed, languageTag, turnedName, webLinks } from '../reference-fields.ts';
import { badReferenceField, cutReferences, publishedOn, refusedReference } from '../reference-problems.ts';
import { plainTex } from '../tex-text.ts';

/** A BibTeX or BibLaTeX file: `@article{key, title = {…}, …}`. Each of its entries is a paper, whatever its type. */
export const bibtex: Dialect = {
	name: 'bibtex',
	describes: 'references in BibTeX',
	exactness: exactness.references,
	recognises(content) {
		const start = content.slice(0, 100_000);
		const first = start.search(/(?<![^\s}),])@[A-Za-z]+\s*[{(]/);
		if (first === -1 || !mayPrecede(start.slice(0, first))) return false;
		return /^[ \t\ufeff]*@[A-Za-z]+\s*(?:[{(]\s*[^\s,{}="]*\s*,|\{)\s*[A-Za-z][\w:+-]*\s*=\s*["{\w]/m.test(start);
	},
	read,
};

/** Programs write a few lines before the first entry. More than that, or markup, is of another kind of file. */
function mayPrecede(text: string): boolean {
	const lines = text.split(/[\r\n]+/).map((line) => line.trim());
	const words = lines.filter((line) => line !== '' && !line.startsWith('%'));
	return words.length <= 6 && !words.some((line) => /^(?:[<>#|[{*-]|```)/.test(line));
}

function read(content: string): Reading {
	const { entries: found, refused, lostMacros, cut } = bibtexEntries(content);
	const placeOf = linePlaces(content);
	const entries: Entry[] = [];
	const problems: Problem[] = refused.map(({ span, message }) => refusedReference(placeOf(span), message));
	for (const span of lostMacros) problems.push(badReferenceField(placeOf(span), '@string', 'it is not BibTeX'));
	for (const item of found) {
		const at = placeOf(item.span);
		const title = textOf(item, 'title') ?? textOf(item, 'booktitle');
		if (title === null) problems.push(refusedReference(at, 'This entry has no title.'));
		else entries.push(entryOf(item, newEntry(entries.length + 1, at, title), problems));
	}
	if (cut !== null) problems.push(cutReferences(placeOf(cut)));
	const total = found.length + refused.length;
	return {
		entries,
		accounting: { items: { total, read: entries.length, refused: total - entries.length } },
		problems,
		captured: null,
		daily: false,
		day: null,
	};
}

function entryOf(item: BibtexEntry, bare: Entry, problems: Problem[]): Entry {
	const { at } = bare;
	const arxiv = arxivOf(item);
	const urls = ['url', 'pdf', 'howpublished'].flatMap((name) => codeOf(item, name)?.match(/https?:\/\/\S+/gi) ?? []);
	const stated = codeOf(item, 'doi');
	const doi = (stated === null ? null : bareDoi(stated)) ?? urls.map(bareDoi).find((each) => each !== null) ?? null;
	if (stated !== null && bareDoi(stated) === null) problems.push(badReferenceField(at, 'doi', 'it is no DOI'));
	const venue = textOf(item, 'journal') ?? textOf(item, 'journaltitle') ?? textOf(item, 'booktitle');
	const date = dateOfBibtex((name) => textOf(item, name));
	if (date?.read === null) problems.push(badReferenceField(at, date.field, `“${date.text.slice(0, 40)}” is no date`));
	for (const { field, macro } of item.undefinedMacros) {
		if (used.has(field)) problems.push(badReferenceField(at, field, `the file does not define ${macro.slice(0, 40)}`));
	}
	const names = namesIn(item.fields.get('author') ?? '');
	if (names === null) problems.push(badReferenceField(at, 'author', 'its names are not divided by “and”'));
	return {
		...bare,
		...authorsNamed(names ?? []),
		...(date?.read ? publishedOn(date.read, at, date.text, problems) : {}),
		abstract: textOf(item, 'abstract'),
		arxivId: arxiv?.arxivId ?? null,
		version: arxiv?.version ?? null,
		doi,
		venue: venue === bare.title ? null : venue,
		language: languageTag(textOf(item, 'language') ?? '') ?? languageTag(textOf(item, 'langid') ?? ''),
		links: webLinks(urls, { arxivId: arxiv?.arxivId ?? null, doi }),
	};
}

/** Fields that an entry takes something from. */
const used: ReadonlySet<string> = new Set(
	'title booktitle author abstract journal journaltitle year month day date doi url eprint'.split(' '),
);

/** A field as it prints; null when it is empty. */
function textOf({ fields }: BibtexEntry, name: string): string | null {
	return plainTex(fields.get(name) ?? '') || null;
}

/** A field that holds no prose, such as an address: only what TeX needs before its signs is taken away. */
function codeOf({ fields }: BibtexEntry, name: string): string | null {
	const code = (fields.get(name) ?? '')
		.replace(/\\(?:url|path)(?![A-Za-z])/g, ' ')
		.replace(/\\(?:textasciitilde|~)(?:\{\})?/g, '~')
		.replace(/\\([_%&#{}$])/g, '$1')
		.replace(/[{}]/g, '');
	return collapsed(code) || null;
}

function arxivOf(item: BibtexEntry): ArxivId | null {
	const archive = textOf(item, 'archiveprefix') ?? textOf(item, 'eprinttype') ?? 'arxiv';
	const eprint = /^arxiv$/i.test(archive) ? codeOf(item, 'eprint') : null;
	const category = codeOf(item, 'primaryclass');
	const isCorr = textOf(item, 'journal')?.toLowerCase() === 'corr';
	return arxivAmong([
		eprint,
		eprint === null || category === null ? null : `${category}/${eprint}`,
		...['doi', 'url', 'journal', 'journaltitle', 'number', 'note', 'howpublished'].map((name) => codeOf(item, name)),
		isCorr ? (codeOf(item, 'volume')?.replace(/^abs\//, '') ?? null) : null,
	]);
}

/**
 * The names of a list that “and” divides; null where one has more commas than a name can. One in braces is kept whole:
 * it is of no person, or has commas of its own.
 */
function namesIn(list: string): string[] | null {
	const names = outsideBraces(collapsed(list), / and /gi).map((name) => outsideBraces(name, /,/g).map(plainTex));
	if (names.some((parts) => parts.length > 3)) return null;
	return names.map((parts) => (parts.length === 1 ? (parts[0] ?? '') : turnedName(parts.join(','))));
}

/** Splits a text at what `separator` finds outside of braces. */
function outsideBraces(text: string, separator: RegExp): string[] {
	const parts: string[] = [];
	let depth = 0;
	let start = 0;
	for (const { 0: mark, index } of text.matchAll(new RegExp(`[{}]|${separator.source}`, separator.flags))) {
		if (mark === '{') depth++;
		else if (mark === '}') depth--;
		else if (depth === 0) {
			parts.push(text.slice(start, index));
			start = index + mark.length;
		}
	}
	return [...parts, text.slice(start)];
}
