import { asPartialDate } from '../records/dates.ts';
import type { Entry, Items, Problem } from '../records/listing.ts';
import { badField, cutOff, refusedItem } from './entry-problems.ts';
import { parseFeedTime } from './feed-time.ts';
import { doiOf } from './paper-fields.ts';
import type { ItemInReading } from './titled-entry.ts';
import { childText, type XmlElement } from './xml-element.ts';
import { type ItemKind, xmlItems } from './xml-items.ts';

/** An item of an XML listing, or the part of it that tells of the paper, while it is read. */
export interface XmlItem extends ItemInReading {
	element: XmlElement;
}

/** What was found in the items of an XML listing. */
export interface XmlReading {
	entries: Entry[];
	problems: Problem[];
	accounting: { items: Items };
	/** What stands outside of the items. */
	header: string;
}

/** Reads the items of a listing with `read`, which gives an item's entry, or why it has none. */
export function readXmlItems(content: string, kind: ItemKind, read: (item: XmlItem) => Entry | Problem): XmlReading {
	const { items, broken, header, cut } = xmlItems(content, kind);
	const entries: Entry[] = [];
	const problems = broken.map((at) => refusedItem(at, 'This item is not well-formed XML, or ends in the middle.'));
	for (const { at, element } of items) {
		const doubts: Problem[] = [];
		const found = read({ element, at, position: entries.length + 1, problems: doubts });
		if ('code' in found) problems.push(found);
		else {
			entries.push(found);
			problems.push(...doubts);
		}
	}
	if (cut) problems.push(cutOff(kind.within));
	const total = items.length + broken.length;
	return {
		entries,
		problems,
		accounting: { items: { total, read: entries.length, refused: total - entries.length } },
		header,
	};
}

/** The UTC day of the time in an item's element of this name, as the date that its source prints. */
export function publishedIn(item: XmlItem, name: string): Pick<Entry, 'published' | 'publishedYear'> {
	const text = childText(item.element, name);
	const time = text === null ? null : parseFeedTime(text);
	if (text !== null && time === null) item.problems.push(badField(item.at, name, 'it is no date'));
	if (time === null) return { published: null, publishedYear: null };
	return { published: asPartialDate(time.utcDay), publishedYear: 'explicit' };
}

/** The DOI in an item's element of this name. What is none is noted as a problem. */
export function doiIn(item: XmlItem, name: string): string | null {
	const text = childText(item.element, name);
	const doi = text === null ? null : doiOf(text);
	if (text !== null && doi === null) item.problems.push(badField(item.at, name, 'it is no DOI'));
	return doi;
}
