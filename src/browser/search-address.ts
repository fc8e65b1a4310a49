import { isOrder, type Query } from '../search/client/query.ts';

/** The query that a search address or the fields of a form say. What is not known is taken as not said. */
export function queryOf(said: URLSearchParams): Query {
	const sort = said.get('sort');
	return {
		text: said.get('q') ?? '',
		topic: said.get('topic') || null,
		year: said.get('year') || null,
		organization: said.get('org') || null,
		code: said.get('code') === '1',
		order: isOrder(sort) ? sort : 'relevance',
		literal: said.get('literal') === '1',
	};
}

/** Asks for nothing. */
export const noQuery: Query = queryOf(new URLSearchParams());

/** The query that an address asks. */
export function queryIn(address: string): Query {
	return queryOf(new URL(address).searchParams);
}

/** The search part of the address of a query, `?` by itself when it asks nothing: what is usual is left out. */
export function searchOf({ text, topic, year, organization, code, order, literal }: Query): string {
	const said = {
		q: text.trim(),
		topic,
		year,
		org: organization,
		code: code ? '1' : null,
		sort: order === 'relevance' ? null : order,
		literal: literal ? '1' : null,
	};
	return `?${new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
}

/** Whether nothing is searched for. */
export function asksNothing({ text, topic, year, organization, code }: Query): boolean {
	return !/[\p{L}\p{N}]/u.test(text) && topic === null && year === null && organization === null && !code;
}

/**
 * Puts a query into the address of the page, as a new step of the history or in place of this one. A browser that is
 * asked too often refuses; then the address is one query behind until the next.
 */
export function setAddress(query: Query, step: 'push' | 'replace'): void {
	const search = searchOf(query);
	if (search === searchOf(queryIn(location.href))) return;
	const address = search + location.hash;
	try {
		if (step === 'push') history.pushState(null, '', address);
		else history.replaceState(null, '', address);
	} catch {
		// The results are there all the same.
	}
}

/** Keeps a place in the history. A browser may refuse it to who asks too often: then going back leads to the start. */
export function keepState(state: object): void {
	try {
		history.replaceState(state, '');
	} catch {
		// The results are there all the same.
	}
}
