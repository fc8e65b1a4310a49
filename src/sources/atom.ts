import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/** An Atom feed of the arXiv API. */
export interface Feed {
	/** How many papers the search finds in all; null where the feed does not say. */
	total: number | null;
	entries: FeedEntry[];
	/** The document up to its first entry, and from behind the last. */
	head: string;
	tail: string;
}

/** An entry. Texts are collapsed, and empty where the feed has none; characters by number stay as they are written. */
export interface FeedEntry {
	/** An address, such as `http://arxiv.org/abs/2405.15738v1`. */
	id: string;
	title: string;
	summary: string;
	/** When the first version was submitted, as ISO 8601. */
	published: string;
	authors: string[];
	/** As it stands in the document. */
	source: string;
}

const parser = new XMLParser({
	captureMetaData: true,
	removeNSPrefix: true,
	ignoreAttributes: true,
	parseTagValue: false,
	maxNestedTags: 24,
	isArray: (name) => name === 'entry' || name === 'author',
});
const place = XMLParser.getMetaDataSymbol();
const placeSchema = z.object({ startIndex: z.int(), endIndex: z.int() });

const text = z
	.string()
	.catch('')
	.transform((written) => written.replace(/\s+/g, ' ').trim());
const feedSchema = z.object({
	feed: z.object({
		totalResults: z.string().regex(/^\d+$/).transform(Number).nullable().catch(null),
		entry: z.array(z.unknown()).default([]),
	}),
});
const entrySchema = z.object({
	id: text,
	title: text,
	summary: text,
	published: text,
	author: z.array(z.object({ name: text })).catch([]),
});

/**
 * The feed that a document is, or null for anything else, a document that declares entities of its own included.
 */
export function readFeed(document: string): Feed | null {
	if (/<!DOCTYPE/i.test(document)) return null;
	const parsed = parsedFeed(document);
	if (parsed === null) return null;
	const { totalResults: total, entry } = parsed;
	const entries = entry.flatMap((element): (FeedEntry & { from: number; to: number })[] => {
		const at = placeSchema.safeParse(placeOf(element)).data;
		const fields = entrySchema.safeParse(element).data;
		if (at === undefined || fields === undefined) return [];
		const { author, ...texts } = fields;
		const authors = author.map(({ name }) => name).filter(Boolean);
		const { startIndex: from, endIndex: to } = at;
		return [{ ...texts, authors, source: document.slice(from, to), from, to }];
	});
	const end = document.lastIndexOf('</');
	return {
		total,
		entries: entries.map(({ from: _, to: __, ...fields }) => fields),
		head: document.slice(0, entries[0]?.from ?? end),
		tail: document.slice(entries.at(-1)?.to ?? end),
	};
}

function placeOf(element: unknown): unknown {
	if (typeof element !== 'object' || element === null) return null;
	const symbol = Object.getOwnPropertySymbols(element).find((own) => own === place);
	return symbol === undefined ? null : Reflect.get(element, symbol);
}

function parsedFeed(document: string): z.infer<typeof feedSchema>['feed'] | null {
	try {
		return feedSchema.safeParse(parser.parse(document, true)).data?.feed ?? null;
	} catch {
		// Not well-formed, too deep, or of names that no object may have.
		return null;
	}
}
