import { compare } from '../records/order.ts';

/** What decides the segment of a paper. */
export interface DatedPaper {
	id: string;
	/** `dateOf` the paper. */
	date: string | null;
}

/** Papers of one search index. */
export interface Segment<T extends DatedPaper> {
	/** The year its papers begin with, or `undated`; `-2`, `-3` … where a year fills more than one segment. */
	name: string;
	/** Undated papers, then oldest first; ties by id. */
	papers: T[];
}

/** Making one index of 10,000 papers takes 1.2 GB; of 50,000, 6 GB. */
export const segmentCapacity = 10_000;

/**
 * Parts the papers of an archive by time: whole years together as long as they fit, a year that does not fit in
 * pieces. It fills from the oldest, so papers newer than all others change no segment but those of the last year.
 */
export function segmentsOf<T extends DatedPaper>(papers: Iterable<T>, capacity = segmentCapacity): Segment<T>[] {
	const years = Map.groupBy([...papers].sort(oldestFirst), ({ date }) => date?.slice(0, 4) ?? 'undated');
	const segments: Segment<T>[] = [];
	for (const [year, ofYear] of years) {
		const open = segments.at(-1);
		if (open && open.papers.length + ofYear.length <= capacity) {
			open.papers.push(...ofYear);
			continue;
		}
		for (let from = 0; from < ofYear.length; from += capacity) {
			const piece = from / capacity + 1;
			segments.push({ name: piece === 1 ? year : `${year}-${piece}`, papers: ofYear.slice(from, from + capacity) });
		}
	}
	return segments;
}

function oldestFirst(a: DatedPaper, b: DatedPaper): number {
	return compare(a.date ?? '', b.date ?? '') || compare(a.id, b.id);
}
