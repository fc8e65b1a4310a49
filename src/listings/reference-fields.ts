import { type PartialDate, partialDateSchema } from '../records/dates.ts';
import type { Entry, Link } from '../records/listing.ts';
import { collapsed } from './dialect.ts';
import { type ArxivId, arxivIdOf, bareDoi } from './paper-fields.ts';

/** Fields of papers as reference managers and tables write them. */

/** What stands behind a comma in a name and is no forename. */
const suffix = /^(?:Jr|Sr|II|III|IV|Inc|Ltd|LLC|GmbH|Corp|Ph\.?D|M\.?D)\.?$/i;

/** “others” and “et al.” say that there are more authors, and are none. */
const more = /^(?:others|(?:and )?et\.? al\.?)$/i;

/** A name as one says it: `Last, First`, `Last, Jr, First` and `Last, First, Jr` turned round, any other as it is. */
export function turnedName(name: string): string {
	const parts = name.split(',').map(collapsed);
	while (parts.at(-1) === '') parts.pop();
	const [last = '', second = '', third = ''] = parts;
	if (parts.length === 2 && !suffix.test(second)) return `${second} ${last}`.trim();
	if (parts.length === 3 && suffix.test(second)) return `${third} ${last} ${second}`;
	if (parts.length === 3 && suffix.test(third)) return `${second} ${last} ${third}`;
	return parts.join(', ');
}

/** An entry's authors by their names; their number only where the list does not say that there are more. */
export function authorsNamed(names: readonly string[]): Pick<Entry, 'authors' | 'authorCount'> {
	const whole = names.map(collapsed).filter((name) => name !== '');
	const authors = whole.filter((name) => !more.test(name)).map((name) => ({ name, url: null }));
	return { authors, authorCount: authors.length < whole.length ? null : authors.length || null };
}

/** What names a paper of arXiv at its beginning: `arXiv:2405.15738 [cs.CL]`, `arXiv preprint arXiv:…`, a DOI of arXiv's. */
const named =
	/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(?:10\.48550\/|arxiv (?:e-?prints?|preprints?)[,:.]?\s*)?arxiv\s?[:.]\s?((?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,3})?)(?!\d)/i;

/** The arXiv id that the first of these texts that can is, links to, or begins by naming. */
export function arxivAmong(texts: readonly (string | null | undefined)[]): ArxivId | null {
	for (const text of texts) {
		const found = text ? (arxivIdOf(text) ?? arxivIdOf(named.exec(text.trim())?.[1] ?? '')) : null;
		if (found !== null) return found;
	}
	return null;
}

/**
 * The addresses of the web among these, each once. Those that only lead where the paper's identifiers lead are left
 * out: they add nothing.
 */
export function webLinks(urls: readonly string[], { arxivId, doi }: Pick<Entry, 'arxivId' | 'doi'>): Link[] {
	const links = new Map<string, Link>();
	for (const url of urls.map((each) => each.trim())) {
		const host = /^https?:\/\/\S+$/i.test(url) ? URL.parse(url)?.hostname.replace(/^www\./, '') : undefined;
		if (host === undefined) continue;
		const leadsToPaper = bareDoi(url) ?? (/(?:^|\.)arxiv\.org$/.test(host) ? arxivIdOf(url)?.arxivId : null) ?? null;
		if (leadsToPaper !== null && (leadsToPaper === doi || leadsToPaper === arxivId)) continue;
		links.set(url, { url, kind: host === 'github.com' || host === 'gitlab.com' ? 'code' : 'paper' });
	}
	return [...links.values()];
}

/** A language by its code, as BCP 47 writes it (`eng` is `en`); null for anything else, such as its name. */
export function languageTag(text: string): string | null {
	const code = text.trim().replaceAll('_', '-');
	if (!/^(?!und\b)[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(code)) return null;
	try {
		return Intl.getCanonicalLocales(code)[0] ?? null;
	} catch {
		return null;
	}
}

/** A date as exact as it exists. */
export interface ReadDate {
	date: PartialDate | null;
	/** False when a part of it does not exist, as of a 30 February. */
	exists: boolean;
}

/** The date of a year, perhaps a month (from 1) and a day. A part that does not exist is left out, with those behind it. */
export function dateOfParts(year: number, month: number | null, day: number | null): ReadDate {
	const parts = [year, month, month === null ? null : day].filter((part) => part !== null);
	const texts = parts.map((_, at) =>
		parts
			.slice(0, at + 1)
			.map((part) => String(part).padStart(2, '0'))
			.join('-'),
	);
	const dates = year < 1000 ? [] : texts.flatMap((text) => partialDateSchema.safeParse(text).data ?? []);
	return { date: dates.at(-1) ?? null, exists: dates.length === texts.length };
}

/** A date of digits, year first: `2020`, `2020-05`, `2020/05/03`, `2014//`, perhaps with a time behind it; else null. */
export function dateOfDigits(text: string): ReadDate | null {
	const form = /^(\d{4})(?:([-/.])(?:(\d{1,2})(?:\2(?:(\d{1,2})(?:[T\s/].{0,40})?|\/.{0,40})?)?|\/.{0,40})?)?$/;
	const [, year, , month, day] = form.exec(collapsed(text)) ?? [];
	if (year === undefined) return null;
	return dateOfParts(Number(year), month === undefined ? null : Number(month), day === undefined ? null : Number(day));
}

/** The part that two dates have in common, such as the month of two days; null when not even the year. */
export function commonDate(one: ReadDate, other: ReadDate): ReadDate {
	const [ours, theirs] = [one.date ?? '', other.date ?? ''].map((date) => date.split('-'));
	const differing = ours?.findIndex((part, at) => part !== theirs?.[at]) ?? 0;
	const text = (differing === -1 ? ours : ours?.slice(0, differing))?.join('-');
	return { date: partialDateSchema.safeParse(text).data ?? null, exists: one.exists && other.exists };
}
