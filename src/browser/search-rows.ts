import type { ResultRow } from '../search/client/row.ts';
import { made } from './made.ts';
import { factsOf } from './search-words.ts';

/** A line of the result list, its title a heading of that level. What listings say becomes text, never markup. */
export function rowNode(row: ResultRow, address: string, level: 'h2' | 'h3'): HTMLElement {
	const line = made(
		'li',
		{ class: 'search-row' },
		made(level, { class: 'search-title', dir: 'auto' }, made('a', { href: address }, row.title)),
		made('p', { class: 'search-facts' }, factsOf(row)),
	);
	if (row.excerpt.length > 0) line.append(made('p', { class: 'search-excerpt', dir: 'auto' }, ...excerptNodes(row)));
	return line;
}

/** A piece of the abstract, what the query matched marked. */
export function excerptNodes({ excerpt }: ResultRow): (Node | string)[] {
	return excerpt.map(({ text, marked }) => (marked ? made('mark', {}, text) : text));
}
