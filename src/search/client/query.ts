/**
 * `relevance` ranks the newest papers, and older ones by period below them; `overall` ranks all together; the others
 * have what is most first.
 */
const orders = ['relevance', 'overall', 'date', 'comments', 'upvotes'] as const;
export type Order = (typeof orders)[number];

export function isOrder(text: string | null): text is Order {
	return orders.some((order) => order === text);
}

/** What a reader asks for. */
export interface Query {
	/** As typed: `"phrases"`, `-without`, `topic:`, `year:` and `org:` are understood. */
	text: string;
	/** Slug of a topic. */
	topic: string | null;
	/** `2025`, `2019..2021`, `2019..`, `..2021` or `undated`. */
	year: string | null;
	/** Slug of an organisation. */
	organization: string | null;
	/** Only papers with code. */
	code: boolean;
	order: Order;
	/** Only what was typed: no word is corrected, completed or left out. */
	literal: boolean;
}

/** Nothing is chosen beside the text. */
export const noFilters = { topic: null, year: null, organization: null, code: false } as const;
