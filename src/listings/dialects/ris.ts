import type { Entry, Problem } from '../../records/listing.ts';
import { collapsed, type Dialect, exactness, type Reading } from '../dialect.ts';
import { newEntry } from '../entry.ts';
import { bareDoi } from '../paper-fields.ts';
import { arxivAmong, authorsNamed, dateOfDigits, languageTag, turnedName, webLinks } from '../reference-fields.ts';
import { badReferenceField, cutReferences, publishedOn, refusedReference } from '../reference-problems.ts';
import { type RisRecord, risRecords } from '../ris-records.ts';

/** A RIS file: records of lines `XX  - value`, from `TY` to `ER`. Each of them is a paper, whatever its type. */
export const ris: Dialect = {
	name: 'ris',
	describes: 'references in RIS',
	exactness: exactness.references,
	recognises(content) {
		const lines = content
			.slice(0, 10_000)
			.split(/[\r\n]+/)
			.map((line) => line.trim())
			.filter((line) => line !== '');
		const first = lines.findIndex((line) => /^TY(?: {1,2}|\t)-\s?[A-Z]{2,8}$/.test(line));
		return (
			first !== -1 && lines.slice(0, first).every(mayPrecede) && /^[A-Z][A-Z\d]\s{1,2}-/.test(lines[first + 1] ?? '')
		);
	},
	read,
};

/** Before the first record there may be its number, and a header such as `Provider: …`. */
function mayPrecede(line: string): boolean {
	return /^(?:\d{1,6}[.)]?|[A-Z][\w -]{0,30}:.*)$/.test(line);
}

function read(content: string): Reading {
	const records = risRecords(content);
	const entries: Entry[] = [];
	const problems: Problem[] = [];
	for (const record of records) {
		const bare = record.begins ? titled(record, entries.length + 1) : 'This record has no line TY.';
		if (typeof bare === 'string') problems.push(refusedReference(record.at, bare));
		else entries.push(entryOf(record, bare, problems));
	}
	const last = records.at(-1);
	if (last?.ends === false) problems.push(cutReferences(last.at));
	return {
		entries,
		accounting: { items: { total: records.length, read: entries.length, refused: records.length - entries.length } },
		problems,
		captured: null,
		daily: false,
		day: null,
	};
}

function titled(record: RisRecord, position: number): Entry | string {
	const twice = ['TI', 'T1'].some((tag) => new Set(valuesOf(record, tag)).size > 1);
	if (twice) return 'This record has two titles: the end of one record, or the beginning of another, is missing.';
	const title = firstOf(record, 'TI', 'T1', 'CT', 'BT');
	return title === null ? 'This record has no title.' : newEntry(position, record.at, title);
}

function entryOf(record: RisRecord, bare: Entry, problems: Problem[]): Entry {
	const urls = valuesOf(record, 'UR', 'L1', 'L2').flatMap((value) => value.split(/\s*;\s*(?=https?:)|\s+(?=https?:)/i));
	const stated = firstOf(record, 'DO');
	const doi = (stated === null ? null : bareDoi(stated)) ?? urls.map(bareDoi).find((each) => each !== null) ?? null;
	if (stated !== null && bareDoi(stated) === null) problems.push(badReferenceField(bare.at, 'DO', 'it is no DOI'));
	const venue = firstOf(record, 'JF', 'T2', 'JO', 'BT', 'J2', 'JA');
	const arxiv = arxivAmong([stated, ...urls, venue, ...valuesOf(record, 'ID', 'M1', 'AN', 'N1')]);
	return {
		...bare,
		...authorsNamed(valuesOf(record, 'AU', 'A1').flatMap(namesIn)),
		...publishedIn(record, problems),
		abstract: firstOf(record, 'AB', 'N2'),
		arxivId: arxiv?.arxivId ?? null,
		version: arxiv?.version ?? null,
		doi,
		venue: venue === bare.title ? null : venue,
		language: languageTag(firstOf(record, 'LA') ?? ''),
		links: webLinks(urls, { arxivId: arxiv?.arxivId ?? null, doi }),
	};
}

/** One name, as RIS has it; some programs write several, divided by semicolons. */
function namesIn(value: string): string[] {
	return (/&#?\w+;/.test(value) ? [value] : value.split(';')).map(turnedName);
}

/** The most exact of its dates that agree in the year with the first of them. */
function publishedIn(record: RisRecord, problems: Problem[]): Pick<Entry, 'published' | 'publishedYear'> {
	const unknown = { published: null, publishedYear: null };
	const written = valuesOf(record, 'PY', 'Y1', 'DA');
	const dates = written.map((text) => ({ text, read: dateOfDigits(text) }));
	const [first] = dates;
	if (first === undefined) return unknown;
	if (first.read === null) {
		problems.push(badReferenceField(record.at, 'PY', `“${first.text.slice(0, 40)}” is no date`));
		return unknown;
	}
	const year = first.read.date?.slice(0, 4) ?? '';
	const agreeing = dates.filter(({ read: date }) => date?.date?.startsWith(year));
	const best = agreeing.toSorted((a, b) => (b.read?.date?.length ?? 0) - (a.read?.date?.length ?? 0))[0] ?? first;
	return publishedOn(best.read ?? first.read, record.at, best.text, problems);
}

function valuesOf({ fields }: RisRecord, ...tags: string[]): string[] {
	return tags.flatMap((tag) =>
		fields.flatMap((field) => (field.tag === tag && field.value !== '' ? [collapsed(field.value)] : [])),
	);
}

/** The value of the first of these tags that has one. */
function firstOf(record: RisRecord, ...tags: string[]): string | null {
	return valuesOf(record, ...tags)[0] ?? null;
}
