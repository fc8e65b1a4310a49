import { capturedInUtc } from '../records/dates.ts';
import { idOf } from '../records/ids.ts';
import type { Entry, Listing } from '../records/listing.ts';
import { compare } from '../records/order.ts';
import type { PaperId } from '../records/paper.ts';

/** An entry in its listing, with the id it would have alone. */
export interface Appeared {
	entry: Entry;
	listing: Listing;
	id: PaperId;
	/** Place in the order of appearances. */
	order: number;
}

/** All entries of all listings in the order of appearances (DESIGN.md section 9): by capture in UTC, bytes, position. */
export function appearancesOf(listings: readonly Listing[]): Appeared[] {
	return [...listings]
		.sort(byCapture)
		.flatMap((listing) => listing.entries.map((entry) => ({ entry, listing, id: idOf(entry) })))
		.map((appeared, order) => ({ ...appeared, order }));
}

/** The last rule, the path, is reached only by files of the same bytes and time. */
function byCapture(a: Listing, b: Listing): number {
	return compare(timeOf(a), timeOf(b)) || compare(a.sha256, b.sha256) || compare(a.file, b.file);
}

/** An unknown time is before every other. */
function timeOf({ captured }: Listing): string {
	return captured === null ? '' : capturedInUtc(captured);
}
