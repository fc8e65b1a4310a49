import { asPartialDate, monthNumber } from '../../records/dates.ts';
import type { Entry, Problem } from '../../records/listing.ts';
import { type Dialect, exactness, type Reading } from '../dialect.ts';
import { badField, noAbstract, refusedItem } from '../entry-problems.ts';
import { parseFeedTime } from '../feed-time.ts';
import { authorsOf, bestArxivId, doiOf, namesOf, withdrawnBy } from '../paper-fields.ts';
import { titledEntry } from '../titled-entry.ts';
import { childrenOf, childText, childTexts, type XmlElement } from '../xml-element.ts';
import { doiIn, publishedIn, readXmlItems, type XmlItem } from '../xml-entries.ts';
import { headerOf, headerText, type ItemKind, itemFinder, rootName } from '../xml-items.ts';

/** Records of arXiv by OAI-PMH, in its formats `arXiv`, `arXivRaw`, `arXivOld` and `oai_dc`. */
export const arxivOai: Dialect = {
	name: 'arxiv-oai',
	describes: 'records of arXiv, as OAI-PMH',
	exactness: exactness.ownRecords,
	recognises(content) {
		const header = headerOf(content, 'record');
		if (!/^(?:\w+:)?OAI-PMH$/.test(rootName(header) ?? '')) return false;
		return /arxiv\.org\/oai|oai:arxiv\.org:|oaipmh\.arxiv\.org/i.test(content.slice(0, 100_000));
	},
	read,
	finder: (content) => itemFinder(content, kindOf(content)),
};

function kindOf(content: string): ItemKind {
	const verb = /<(?:\w+:)?GetRecord[\s>]/.test(headerOf(content, 'record')) ? 'GetRecord' : 'ListRecords';
	return { name: 'record', within: `/OAI-PMH/${verb}` };
}

function read(content: string): Reading {
	const { entries, accounting, problems, header } = readXmlItems(content, kindOf(content), entryOf);
	const [, error] = /<(?:\w+:)?error\s[^<>]*code=["'](\w+)["']/.exec(header) ?? [];
	if (error !== undefined && error !== 'noRecordsMatch') {
		problems.push(refusedItem('/OAI-PMH/error', `arXiv answered with the error ${error}.`));
	}
	const time = parseFeedTime(headerText(header, 'responseDate') ?? '');
	return { entries, accounting, problems, captured: time?.captured ?? null, daily: false, day: null };
}

function entryOf(item: XmlItem): Entry | Problem {
	const { element, at } = item;
	const [header] = childrenOf(element, 'header');
	if (header?.attributes.get('status') === 'deleted') {
		return refusedItem(at, 'This record says only that arXiv deleted the paper.', 'nothing is left of it to read');
	}
	const metadata = childrenOf(element, 'metadata').flatMap(({ children }) => children);
	const record = metadata.find((child) => typeof child !== 'string');
	if (record === undefined) return refusedItem(at, 'This record has no metadata.');
	const name = record.prefix === '' ? record.name : `${record.prefix}:${record.name}`;
	const paper: XmlItem = { ...item, element: record, at: `${at}/metadata/${name}` };
	const identifiers = [...childTexts(record, 'id'), ...childTexts(record, 'identifier')];
	const oaiIdentifier = header === undefined ? [] : childTexts(header, 'identifier');
	const entry = titledEntry(item, childText(record, 'title'), bestArxivId([...identifiers, ...oaiIdentifier]));
	if ('code' in entry) return entry;
	const found = { ...entry, ...(record.name === 'dc' ? ofDublinCore(paper, identifiers) : ofArxiv(paper, entry)) };
	if (found.abstract === null) item.problems.push(noAbstract(at));
	return found;
}

function ofArxiv(paper: XmlItem, { arxivId, version }: Entry): Partial<Entry> {
	const { element } = paper;
	const abstract = childText(element, 'abstract');
	return {
		...authorsOf(authorNames(element)),
		...firstPublished(paper, arxivId),
		version: newestVersion(element) ?? version,
		abstract,
		doi: doiIn(paper, 'doi'),
		venue: childText(element, 'journal-ref'),
		withdrawn: withdrawnBy([childText(element, 'comments'), abstract]),
	};
}

/** Structured names in the format `arXiv`, one text in the others. */
function authorNames(record: XmlElement): string[] {
	return childrenOf(record, 'authors').flatMap((authors) => {
		const structured = childrenOf(authors, 'author').map((author) =>
			['forenames', 'keyname', 'suffix'].flatMap((name) => childText(author, name) ?? []).join(' '),
		);
		if (structured.length > 0) return structured.filter((name) => name !== '');
		return childTexts(record, 'authors').flatMap(namesOf);
	});
}

/** The number of the newest version, in the format that tells of all. */
function newestVersion(record: XmlElement): number | null {
	const numbers = childrenOf(record, 'version').map(({ attributes }) =>
		Number(/^v(\d{1,3})$/.exec(attributes.get('version') ?? '')?.[1] ?? 0),
	);
	return numbers.reduce((newest, number) => Math.max(newest, number), 0) || null;
}

/**
 * When the paper was submitted first: `arXivRaw` dates every version, `arXiv` says `created`. Until 2025 that was the
 * date of the first version; since then arXiv writes that of the newest, which shows when it is after the month of the
 * id.
 */
function firstPublished(paper: XmlItem, arxivId: string | null): Pick<Entry, 'published' | 'publishedYear'> {
	const first = childrenOf(paper.element, 'version').find(({ attributes }) => attributes.get('version') === 'v1');
	if (first !== undefined) return publishedIn({ ...paper, element: first, at: `${paper.at}/version` }, 'date');
	const created = publishedIn(paper, 'created');
	const latest = arxivId === null ? null : monthOfId(arxivId);
	if (created.published === null || latest === null || monthNumber(created.published) <= latest) return created;
	paper.problems.push(badField(paper.at, 'created', 'it is after the month of the id, so of a later version'));
	return { published: null, publishedYear: null };
}

/** The month in which an id was given: `2405.15738` and `cs/0405038` are of May 2024 and 2004. arXiv began in 1991. */
function monthOfId(arxivId: string): number | null {
	const [, year, month] = /(?:^|\/)(\d{2})(\d{2})[.\d]/.exec(arxivId) ?? [];
	return year === undefined ? null : monthNumber(`${Number(year) < 91 ? '20' : '19'}${year}-${month}`);
}

/** Of two descriptions the second is the comments; identifiers are the address, `doi:…`, and what else is a reference. */
function ofDublinCore({ element }: XmlItem, identifiers: readonly string[]): Partial<Entry> {
	const [abstract = null, comments = null] = childTexts(element, 'description');
	const days = childTexts(element, 'date').flatMap((text) => parseFeedTime(text)?.utcDay ?? []);
	// The first version's and the newest's.
	const [first] = days.sort();
	return {
		...authorsOf(childTexts(element, 'creator').map(inReadingOrder)),
		published: first === undefined ? null : asPartialDate(first),
		publishedYear: first === undefined ? null : 'explicit',
		abstract,
		doi: doiOf(identifiers.find((text) => text.startsWith('doi:')) ?? ''),
		venue: identifiers.find((text) => !/^(?:doi:|https?:)/.test(text)) ?? null,
		withdrawn: withdrawnBy([comments?.replace(/^Comment: /, '') ?? null, abstract]),
	};
}

/** `Streinu, Ileana` as `Ileana Streinu`. */
function inReadingOrder(name: string): string {
	const [, last, first] = /^([^,]+), ([^,]+)$/.exec(name) ?? [];
	return last === undefined ? name : `${first} ${last}`;
}
