import type { PagefindRecord, PagefindResult } from './pagefind.ts';
import { commentsOf } from './row.ts';

/** Records of a result list, in its order, loaded as they are asked for. Calls must not overlap. */
export type NextRecords = (count: number) => Promise<PagefindRecord[]>;

/** The records of lists one after another. */
export function concatenated(lists: readonly (readonly PagefindResult[])[]): NextRecords {
	const results = lists.flat();
	let shown = 0;
	return async (count) => {
		const records = await Promise.all(results.slice(shown, shown + count).map((result) => result.data()));
		shown += records.length;
		return records;
	};
}

/**
 * The records of lists that are each sorted by comments, most first, as one list so sorted. A record of which no
 * number is known comes last; of equal ones, that of the earlier list comes first. Of each list only the next record
 * is loaded beside those that are returned.
 */
export function mergedByComments(lists: readonly (readonly PagefindResult[])[]): NextRecords {
	const heads: { list: readonly PagefindResult[]; at: number; record: Promise<PagefindRecord> | null }[] = lists.map(
		(list) => ({ list, at: 0, record: list[0]?.data() ?? null }),
	);
	return async (count) => {
		const taken: PagefindRecord[] = [];
		while (taken.length < count) {
			let best: { head: (typeof heads)[number]; record: PagefindRecord } | null = null;
			for (const head of heads) {
				if (head.record === null) continue;
				const record = await head.record;
				if (best === null || rank(record) > rank(best.record)) best = { head, record };
			}
			if (best === null) break;
			taken.push(best.record);
			best.head.at += 1;
			best.head.record = best.head.list[best.head.at]?.data() ?? null;
		}
		return taken;
	};
}

function rank(record: PagefindRecord): number {
	return commentsOf(record) ?? -1;
}
