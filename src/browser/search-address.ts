import { isOrder, type Query } from '../search/client/query.ts';

/** The query that a search address asks: `?q=&topic=&year=&sort=`. What it does not know it takes as not said. */
export function queryIn(address: string): Query {
	const { searchParams } = new URL(address);
	const sort = searchParams.get('sort');
	return {
		text: searchParams.get('q') ?? '',
		topic: searchParams.get('topic') || null,
		year: searchParams.get('year') || null,
		order: isOrder(sort) ? sort : 'relevance',
	};
}

/** The search part of the address of a query, `?` by itself when it asks nothing: what is usual is left out. */
export function searchOf({ text, topic, year, order }: Query): string {
	const said = Object.entries({ q: text.trim(), topic, year, sort: order === 'relevance' ? null : order });
	return `?${new URLSearchParams(said.flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
}
