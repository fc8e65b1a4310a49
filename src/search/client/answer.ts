import { type Ask, askOf, concerns, type FoundIn, foundIn, hasText } from './ask.ts';
import type { Order, Query } from './query.ts';
import type { OpenSegment } from './segment.ts';

/** As many as are shown at once: where fewer are found, older papers are searched too, and other words are tried. */
export const few = 10;

/** What a query finds in the segments that were searched for it. */
export interface Answer {
	query: Query;
	ask: Ask;
	/** Newest first. */
	found: FoundIn[];
	/** Older ones that could have papers too, newest first. */
	unsearched: OpenSegment[];
}

/**
 * Searches the newest segment, and older ones too where it has few papers or the order is that of all: every order but
 * relevance, and without words, where nothing is more relevant. `everywhere` searches all in any case.
 */
export async function answerOf(query: Query, segments: readonly OpenSegment[], everywhere = false): Promise<Answer> {
	const ask = askOf(query);
	const concerned = segments.filter(({ segment }) => concerns(ask, segment));
	if (everywhere || orderOf(query, ask) !== 'relevance')
		return { query, ask, found: await searched(concerned, ask), unsearched: [] };
	const found = await searched(concerned.slice(0, 1), ask);
	const older = concerned.slice(1);
	if (papersIn(found) >= few) return { query, ask, found, unsearched: older };
	return { query, ask, found: [...found, ...(await searched(older, ask))], unsearched: [] };
}

/**
 * The order of what is found. Without words no paper fits better than another: then the newest come first, unless it is
 * an order that needs no words. In every order but relevance the papers of all segments are one list.
 */
export function orderOf({ order }: Query, ask: Ask): Order {
	return hasText(ask) || (order !== 'relevance' && order !== 'overall') ? order : 'date';
}

export async function searched(segments: readonly OpenSegment[], ask: Ask): Promise<FoundIn[]> {
	return await Promise.all(segments.map((open) => foundIn(open, ask)));
}

export function papersIn(found: readonly FoundIn[]): number {
	return found.reduce((sum, { papers }) => sum + papers.length, 0);
}
