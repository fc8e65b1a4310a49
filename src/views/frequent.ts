import { descending } from 'd3-array';
import { compare } from '../records/order.ts';
import type { Slug } from '../records/paper.ts';

/** How often each comes, most often first; ties by the slug. */
export function frequent(slugs: readonly Slug[]): [Slug, number][] {
	const counts = new Map<Slug, number>();
	for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
	return [...counts].sort(([a, inA], [b, inB]) => descending(inA, inB) || compare(a, b));
}
