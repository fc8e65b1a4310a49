import type { Found } from '../search/client/found.ts';
import type { Query } from '../search/client/query.ts';
import type { ResultRow } from '../search/client/row.ts';
import { made } from './made.ts';
import { searchOf } from './search-address.ts';
import { totalOf } from './search-answer.ts';
import { excerptNodes } from './search-rows.ts';
import { counted, factsOf } from './search-words.ts';

/** A link, so that it can be opened in another window too. */
export function paperOption(row: ResultRow, address: string): HTMLElement {
	const node = made(
		'a',
		{ class: 'search-option', href: address },
		made('span', { class: 'option-title', dir: 'auto' }, row.title),
		made('span', { class: 'search-facts' }, factsOf(row)),
	);
	if (row.excerpt.length > 0) node.append(made('span', { class: 'search-excerpt', dir: 'auto' }, ...excerptNodes(row)));
	return node;
}

/** The last option leads to all that was found, on the page of its own, where that is more than what is shown. */
export function allOption(found: Found, shown: number, searchPage: string, asked: Query): HTMLElement[] {
	const total = totalOf(found);
	if (total <= shown) return [];
	// A word that was completed is searched for there as a whole one; one that was corrected is corrected there too.
	const query = found.change === null ? found.query : asked;
	const words = `All ${counted(total, 'result')}`;
	return [made('a', { class: 'search-option all-results', href: searchPage + searchOf(query) }, words)];
}
