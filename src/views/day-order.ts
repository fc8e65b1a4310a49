import { ascending } from 'd3-array';
import type { IndexedPaper } from '../records/archive.ts';

/** The papers of one day in the order of its list, which is read from its end: what was noticed least comes first. */
export interface DayOrder {
	papers: IndexedPaper[];
	/** Null where nothing is known by which they could be told apart: then they stay as they are. */
	by: 'upvotes' | 'comments' | null;
}

/**
 * By upvotes, or by comments where upvotes are not known or all equal; the other decides ties. A paper of which it is
 * not known comes after those of which it is.
 */
export function dayOrder(papers: readonly IndexedPaper[]): DayOrder {
	const tells = (count: 'upvotes' | 'comments') => new Set(papers.map((paper) => paper[count] ?? 0)).size > 1;
	const by = (['upvotes', 'comments'] as const).find(tells) ?? null;
	if (by === null) return { papers: [...papers], by };
	const other = by === 'upvotes' ? 'comments' : 'upvotes';
	return {
		papers: papers.toSorted((a, b) => ascending(a[by] ?? -1, b[by] ?? -1) || ascending(a[other] ?? -1, b[other] ?? -1)),
		by,
	};
}

/** “Most upvoted first.” Null where there is no such order. */
export function orderInWords(by: DayOrder['by']): string | null {
	if (by === null) return null;
	return by === 'upvotes' ? 'Most upvoted first.' : 'Most discussed first.';
}
