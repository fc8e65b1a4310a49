import type { Found, Search } from '../search/client/found.ts';
import { noFilters, type Query } from '../search/client/query.ts';
import { made } from './made.ts';
import { searchOf } from './search-address.ts';
import { counted, type Looser, looserInWords, periodInWords } from './search-words.ts';

/** How many papers were found in what was searched. */
export function totalOf({ named, lists }: Found): number {
	return Math.max(
		named.length,
		lists.reduce((sum, { total }) => sum + total, 0),
	);
}

/** What is said above the papers that were found. `ask` asks another query, by a button. */
export function answerNodes(found: Found, asked: Query, ask: (query: Query) => void): (Node | string)[] {
	return [...countNodes(found, asked, ask), ...found.misread.map((sentence) => ` ${sentence}`)];
}

function countNodes(found: Found, asked: Query, ask: (query: Query) => void): (Node | string)[] {
	const total = totalOf(found);
	if (total === 0) return ['No paper was found.'];
	const period = found.older && found.lists[0]?.period;
	const papers = `${counted(total, 'paper')} found${period ? ` in ${periodInWords(period)}` : ''}`;
	if (found.change === 'unquoted') return [`No paper has this exact phrase. ${papers} for “${found.query.text}”.`];
	if (found.change === 'shortened') return [`No paper has all of these words. ${papers} for “${found.query.text}”.`];
	if (found.change !== 'corrected') return [`${papers}.`];
	const instead = made('button', { type: 'button', class: 'as-link' }, `Search for ${asked.text.trim()} instead`);
	instead.addEventListener('click', () => ask({ ...asked, literal: true }));
	return [`${papers}. Showing results for `, made('strong', {}, found.query.text), '. ', instead, '.'];
}

/** Queries that find something, for one that finds nothing: with a filter or a word less, else without any filter. */
export async function looserThan(query: Query, search: Search, signal: AbortSignal): Promise<Looser[]> {
	const looser = await search.looser(query);
	const unfiltered = { ...query, ...noFilters };
	if (looser.length > 0 || searchOf(unfiltered) === searchOf(query)) return looser;
	const papers = totalOf(await search.search(unfiltered, { signal }));
	return papers === 0 ? [] : [{ query: unfiltered, without: 'filters', papers }];
}

/** Where nothing was found: what would be found with less, or what else to try where nothing was said of that. */
export function looserNodes(
	{ misread }: Found,
	looser: readonly Looser[],
	asked: Query,
	ask: (query: Query) => void,
): (Node | string)[] {
	if (looser.length === 0 && misread.length > 0) return [];
	if (looser.length === 0) return [made('span', {}, 'Try other words, or another spelling.')];
	return looser.map((each) => {
		const button = made('button', { type: 'button' }, looserInWords(each, asked));
		button.addEventListener('click', () => ask(each.query));
		return button;
	});
}

/** Says that the search could not be loaded, and offers to try again. It is hidden at first. */
export function failureNode(tryAgain: () => void): HTMLElement {
	const reason =
		location.protocol === 'file:'
			? 'The search could not be loaded: a file of this copy is missing.'
			: 'The search could not be loaded. Check your connection.';
	const button = made('button', { type: 'button' }, 'Try again');
	button.addEventListener('click', tryAgain);
	return made('p', { class: 'search-failure', role: 'alert', hidden: '' }, made('span', {}, reason), button);
}
