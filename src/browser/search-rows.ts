import type { ExcerptPart } from '../search/client/excerpt.ts';
import type { ResultRow } from '../search/client/row.ts';

const namedAuthors = 3;

/** A line of the result list. What listings say becomes text, never markup. */
export function rowNode(row: ResultRow, address: string): HTMLElement {
	const link = node('a', [{ text: row.title, marked: false }]);
	link.href = address;
	const title = node('h2', []);
	title.className = 'search-title';
	title.dir = 'auto';
	title.append(link);

	const facts = node('p', [{ text: factsOf(row), marked: false }]);
	facts.className = 'search-facts';

	const line = node('li', []);
	line.className = 'search-row';
	line.append(title, facts);
	if (row.excerpt.length > 0) {
		const excerpt = node('p', row.excerpt);
		excerpt.className = 'search-excerpt';
		excerpt.dir = 'auto';
		line.append(excerpt);
	}
	return line;
}

function node<K extends keyof HTMLElementTagNameMap>(name: K, parts: readonly ExcerptPart[]): HTMLElementTagNameMap[K] {
	const made = document.createElement(name);
	made.append(...parts.map(partNode));
	return made;
}

function partNode({ text, marked }: ExcerptPart): Node | string {
	if (!marked) return text;
	const mark = document.createElement('mark');
	mark.textContent = text;
	return mark;
}

function factsOf({ date, authors, authorCount, organization, comments }: ResultRow): string {
	return [
		date === null ? 'date not stated' : dateInWords(date),
		authorsInWords(authors, authorCount),
		organization,
		comments === null ? null : counted(comments, 'comment'),
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

/** A number and its noun: `1 paper`, `12 papers`. */
export function counted(value: number, noun: string): string {
	return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

function number(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, '\u2009');
}
