import type { PagefindSearchOptions } from './pagefind.ts';

const orders = ['relevance', 'date', 'comments'] as const;
export type Order = (typeof orders)[number];

export function isOrder(text: string | null): text is Order {
	return orders.some((order) => order === text);
}

/** What a reader asks for. */
export interface Query {
	text: string;
	/** Slug of a topic. */
	topic: string | null;
	/** Four digits, or `undated`. */
	year: string | null;
	order: Order;
}

/** Whether there is nothing to search for. */
export function isEmpty({ text, topic, year }: Query): boolean {
	return text.trim() === '' && topic === null && year === null;
}

/** The text as Pagefind takes it: null asks for all that passes the filters. */
export function termOf({ text }: Query): string | null {
	return text.trim() || null;
}

/** The order that results have: without words nothing is more relevant, and the newest come first. */
export function orderOf(query: Query): Order {
	return query.order === 'relevance' && termOf(query) === null ? 'date' : query.order;
}

/** The filters of a query as Pagefind takes them. */
export function filtersOf({
	topic,
	year,
}: Pick<Query, 'topic' | 'year'>): NonNullable<PagefindSearchOptions['filters']> {
	return { ...(topic !== null && { topic }), ...(year !== null && { year }) };
}

/** A longer query is a sentence, of which each word would be a search. */
const mostWords = 8;

/** The text without its first word, without its second, and so on; none for one word, a phrase or a sentence. */
export function textsWithAWordLess(text: string): string[] {
	const words = text.trim().split(/\s+/);
	if (words.length < 2 || words.length > mostWords || text.includes('"')) return [];
	return words.map((_, left) => words.filter((_, at) => at !== left).join(' '));
}
