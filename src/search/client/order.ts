import type { Ask, FoundIn } from './ask.ts';
import type { Order } from './query.ts';
import { relevanceIn } from './relevance.ts';
import type { OpenSegment } from './segment.ts';

/** A paper that was found, by its segment and its number there. */
export interface Placed {
	open: OpenSegment;
	number: number;
}

/** The papers of segments, newest segment first, as one list in an order. Of equal ones the newest comes first. */
export async function inOrder(
	found: readonly FoundIn[],
	order: Exclude<Order, 'overall'>,
	ask: Ask,
): Promise<Placed[]> {
	const ranks = await Promise.all(found.map((each) => ranksOf(each, found, order, ask)));
	const placed = found.flatMap(({ open, papers }, segment) =>
		papers.map((number) => ({ open, number, segment, rank: ranks[segment]?.(number) ?? 0 })),
	);
	// Segments are newest first, and numbers in them rise with the date.
	placed.sort((a, b) => b.rank - a.rank || a.segment - b.segment || b.number - a.number);
	return placed;
}

/** What of two papers puts one before the other, if it is more. */
async function ranksOf(
	each: FoundIn,
	found: readonly FoundIn[],
	order: Exclude<Order, 'overall'>,
	ask: Ask,
): Promise<(number: number) => number> {
	if (order === 'date') return () => 0;
	if (order === 'relevance') return await relevanceIn(each, found, ask);
	const column = await each.open.column(order);
	return (number) => column[number] ?? -1;
}
