import { z } from 'zod';
import type { Entry, Problem } from '../../records/listing.ts';
import { cslItems } from '../csl-items.ts';
import { type Dialect, exactness, type Reading } from '../dialect.ts';
import { newEntry } from '../entry.ts';
import { type Fields, fieldsOf } from '../fields.ts';
import { pointerFinder } from '../json-items.ts';
import { withoutTags } from '../marked-text.ts';
import { bareDoi } from '../paper-fields.ts';
import {
	arxivAmong,
	authorsNamed,
	commonDate,
	dateOfDigits,
	dateOfParts,
	languageTag,
	type ReadDate,
	webLinks,
} from '../reference-fields.ts';
import { badReferenceField, cutReferences, publishedOn, refusedReference } from '../reference-problems.ts';

/** The types of CSL 1.0.2. */
const types = [
	'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset',
	'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation',
	'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical',
	'personal_communication post post-weblog regulation report review review-book software song speech standard thesis',
	'treaty webpage',
].flatMap((names) => names.split(' '));

const ofType = new RegExp(`"type"\\s*:\\s*"(?:${types.join('|')})"`);
const ofReference =
	/"issued"\s*:\s*\{\s*"(?:date-parts|raw|literal|season|circa)"|"container-title"\s*:|"author"\s*:\s*\[\s*\{\s*"(?:family|given|literal)"/;

/** A JSON array of CSL-JSON, as Zotero, Pandoc and Manubot write it. Each of its items is a paper, whatever its type. */
export const cslJson: Dialect = {
	name: 'csl-json',
	describes: 'references in CSL-JSON',
	exactness: exactness.references,
	recognises(content) {
		const start = content.slice(0, 100_000);
		return /^\s*[[{]/.test(start) && ofType.test(start) && ofReference.test(start);
	},
	read,
	finder: pointerFinder,
};

const text = z.union([z.string(), z.number().transform(String)]).transform(withoutTags);
/** Some sources give a list where CSL has one text. */
const firstText = z.union([text, z.array(text).transform((texts) => texts[0] ?? '')]);
const part = z.union([z.string(), z.number()]).nullable();
const parts = z.object({ 'date-parts': z.array(z.array(part)).min(1) });
const inWords = z.union([
	z.object({ raw: z.string() }).transform(({ raw }) => raw),
	z.object({ literal: z.string() }).transform(({ literal }) => literal),
	z.string(),
]);
const name = z.record(z.string(), z.unknown()).transform((item) => {
	const words = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map((key) => item[key]);
	const [whole] = [item['literal'], item['name']].filter((each) => typeof each === 'string');
	return withoutTags(whole ?? words.filter((each) => typeof each === 'string').join(' '));
});

function read(content: string): Reading {
	const { items, cut } = cslItems(content);
	const entries: Entry[] = [];
	const problems: Problem[] = [];
	for (const { at, value } of items) {
		const ofItem: Problem[] = [];
		const fields = fieldsOf(value ?? {}, typeof at === 'string' ? at : '', ofItem);
		const title = fields.take('title', firstText);
		if (title) {
			entries.push(entryOf(fields, newEntry(entries.length + 1, at, title), ofItem));
			// What was found in the remains of others has no pointer.
			problems.push(...ofItem.map((problem) => (typeof at === 'string' ? problem : { ...problem, at })));
		} else {
			const why = value === null ? 'is not JSON, or ends in the middle' : 'is not a reference with a title';
			problems.push(refusedReference(at, `This item ${why}.`));
		}
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

function entryOf(item: Fields, bare: Entry, problems: Problem[]): Entry {
	const url = item.take('URL', text);
	const stated = item.take('DOI', text) || null;
	const [id, ...others] = ['id', 'number', 'archive_location', 'note'].map((field) => item.take(field, text));
	const doi = [stated, url, id ?? null].map((each) => bareDoi(each ?? '')).find((each) => each !== null) ?? null;
	if (stated !== null && bareDoi(stated) === null) {
		problems.push(badReferenceField(`${bare.at}/DOI`, 'DOI', 'it is no DOI'));
	}
	const arxiv = arxivAmong([stated, url, id, ...others]);
	return {
		...bare,
		...authorsNamed(item.take('author', z.array(name)) ?? []),
		...publishedIn(item, `${bare.at}/issued`, problems),
		abstract: item.take('abstract', text) || null,
		arxivId: arxiv?.arxivId ?? null,
		version: arxiv?.version ?? null,
		doi,
		venue: item.take('container-title', firstText) || null,
		language: languageTag(item.take('language', text) ?? ''),
		links: webLinks(url === null ? [] : [url], { arxivId: arxiv?.arxivId ?? null, doi }),
	};
}

function publishedIn(item: Fields, at: string, problems: Problem[]): Pick<Entry, 'published' | 'publishedYear'> {
	const unknown = { published: null, publishedYear: null };
	const issued = item.take('issued', z.union([parts, inWords]));
	if (issued === null) return unknown;
	if (typeof issued === 'string') {
		const date = dateOfDigits(issued);
		return date === null ? unknown : publishedOn(date, at, issued, problems);
	}
	const dates = issued['date-parts'].map(dateOf);
	const [first = null, last = first] = dates;
	const written = JSON.stringify(issued['date-parts']);
	if (first === null || last === null) {
		const says = issued['date-parts'].flat().some((each) => each !== null && each !== '');
		if (says) problems.push(badReferenceField(at, 'issued', `${written.slice(0, 60)} is no date`));
		return unknown;
	}
	return publishedOn(commonDate(first, last), at, written, problems);
}

/** The date of one to three parts; a part that is empty ends it. */
function dateOf(written: readonly (string | number | null)[]): ReadDate | null {
	const numbers = written.map((each) => (/^\d{1,4}$/.test(String(each ?? '').trim()) ? Number(each) : null));
	const [year = null, month = null, day = null] = numbers;
	return year === null ? null : dateOfParts(year, month, day);
}
