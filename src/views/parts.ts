import type { SitePath } from './addresses.ts';

/** How many papers a closed part of a list holds. */
export const partSize = 50;

/** A part of a list by its number from the oldest, from 1; null is the newest part, at the address of the list. */
export type PartNumber = number | null;

/** The papers of one part and the way to its neighbours. */
export interface Part<T> {
	/** Newest first. */
	items: T[];
	/** Places of its items in the whole list, counted from the oldest, from 1; both 0 in an empty list. */
	from: number;
	to: number;
	older: SitePath | null;
	newer: SitePath | null;
}

/**
 * How many parts of a list are closed. The open part holds at least one part's worth, so that a list just
 * continued does not begin with a page of one paper, and less than two.
 */
export function closedParts(length: number, size = partSize): number {
	return Math.max(0, Math.floor(length / size) - 1);
}

/** Every part of a list of this length: the closed ones from the oldest, then the newest. */
export function partNumbers(length: number, size = partSize): PartNumber[] {
	return [...Array.from({ length: closedParts(length, size) }, (_, n) => n + 1), null];
}

/** Where a part stands. */
export function partPath(list: SitePath, part: PartNumber): SitePath {
	return part === null ? list : `${list}${part}/`;
}

/** One part of a list that is ordered oldest first. Papers added at its new end leave the closed parts as they were. */
export function partOf<T>(list: readonly T[], path: SitePath, number: PartNumber, size = partSize): Part<T> {
	const closed = closedParts(list.length, size);
	const start = ((number ?? closed + 1) - 1) * size;
	const items = list.slice(start, number === null ? undefined : start + size);
	const before = number === null ? closed : number - 1;
	return {
		items: items.reverse(),
		from: items.length === 0 ? 0 : start + 1,
		to: start + items.length,
		older: before > 0 ? partPath(path, before) : null,
		newer: number === null ? null : partPath(path, number < closed ? number + 1 : null),
	};
}
