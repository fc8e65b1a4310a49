import type { Entry, Problem } from '../records/listing.ts';
import { newEntry } from './entry.ts';
import { noArxivId, noTitle, refusedItem } from './entry-problems.ts';
import { type ArxivId, printedArxivId } from './paper-fields.ts';

/** An item of a structured listing while it is read. */
export interface ItemInReading {
	/** Its path or pointer. */
	at: string;
	/** That its entry will have. */
	position: number;
	/** What is doubtful about it is added here. */
	problems: Problem[];
}

/**
 * The entry of an item of which these are known, or why it is refused: neither is. Without title, its id stands for it
 * as arXiv prints it, which is noted as a problem; so is that it has no id.
 */
export function titledEntry(item: ItemInReading, title: string | null, id: ArxivId | null): Entry | Problem {
	if (title === null && id === null) return refusedItem(item.at, 'This item has neither a title nor an arXiv id.');
	if (title === null) item.problems.push(noTitle(item.at));
	if (id === null) item.problems.push(noArxivId(item.at));
	const entry = newEntry(item.position, item.at, title ?? (id === null ? '' : printedArxivId(id)));
	return { ...entry, arxivId: id?.arxivId ?? null, version: id?.version ?? null };
}
