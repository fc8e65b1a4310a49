import type { FilterValue, OlderPapers, Period, Search } from '../search/client/found.ts';
import type { Query } from '../search/client/query.ts';
import type { ResultRow } from '../search/client/row.ts';

const namedAuthors = 3;

/** A query with less than that which found nothing. */
export type Looser = Awaited<ReturnType<Search['looser']>>[number];

/** One quiet line about a paper. */
export function factsOf({ date, authors, authorCount, organization, comments, upvotes }: ResultRow): string {
	return [
		date === null ? 'date not stated' : dateInWords(date),
		authorsInWords(authors, authorCount),
		organization,
		comments === null ? null : counted(comments, 'comment'),
		upvotes === null ? null : counted(upvotes, 'upvote'),
	]
		.filter(Boolean)
		.join(' · ');
}

function authorsInWords(names: readonly string[], count: number | null): string | null {
	if (names.length === 0) return count === null ? null : counted(count, 'author');
	const all = Math.max(names.length, count ?? 0);
	const shown = names.slice(0, namedAuthors).join(', ');
	return all > namedAuthors ? `${shown} and ${number(all - namedAuthors)} more` : shown;
}

/** A date of 4, 7 or 10 characters as people read it. */
function dateInWords(date: string): string {
	const [, month, day] = date.split('-');
	const form: Intl.DateTimeFormatOptions = {
		year: 'numeric',
		...(month && { month: 'long' }),
		...(day && { day: 'numeric' }),
		timeZone: 'UTC',
	};
	return new Intl.DateTimeFormat('en-GB', form).format(
		new Date(`${date}${'-01'.repeat(month ? (day ? 0 : 1) : 2)}T00:00Z`),
	);
}

/** `2019–2021`. */
export function periodInWords({ from, to }: Period): string {
	if (from === null || to === null) return from ?? to ?? 'Date not stated';
	return from === to ? from : `${from}–${to}`;
}

/** What a button for older papers says. */
export function olderInWords({ period, papers }: OlderPapers): string {
	return `Search older papers too (${periodInWords(period)}, ${counted(papers, 'paper')})`;
}

const filters = ['topic', 'year', 'organization', 'code'] as const;
const withAll = {
	topic: 'In all topics',
	year: 'In all years',
	organization: 'Of all organisations',
	code: 'With and without code',
};

/** What a query finds without a filter, or without a word. */
export function looserInWords({ query, without, papers }: Looser, asked: Query): string {
	const [dropped, ...others] = filters.filter((filter) => query[filter] !== asked[filter]);
	const scope = !dropped
		? without === '"'
			? 'Without quotes'
			: `Without ${without.startsWith('"') ? without : `“${without}”`}`
		: others.length > 0
			? 'Without filters'
			: withAll[dropped];
	return `${scope}: ${counted(papers, 'paper')}`;
}

/** A value of a filter as typed or as the address has it: `2019..2021`, `undated`, a slug. */
export function valueInWords(value: string, { name }: Partial<FilterValue> = {}): string {
	if (value === 'undated') return 'Not stated';
	return name ?? value.replace('..', '–');
}

/** What is said to whoever searches for a text without words. */
export function askingNothingInWords(text: string): string {
	return `“${text.trim()}” has no word to search for.`;
}

/** A number and its noun: `1 paper`, `12 papers`. */
export function counted(value: number, noun: string): string {
	return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** With thin spaces between thousands. */
export function number(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, '\u2009');
}
