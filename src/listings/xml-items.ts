import type { PlaceFinder, Span } from './dialect.ts';
import { type XmlElement, xmlElement } from './xml-element.ts';

/** What the items of a form of XML are called, and where they stand. */
export interface ItemKind {
	/** Without prefix. */
	name: 'item' | 'entry' | 'record';
	/** The path of what holds them: `/rss/channel`. */
	within: string;
}

/**
 * The items of an XML document, each with its own text, so that one broken item costs none beside it and a file that
 * ends in the middle still gives what stands before.
 */
export interface XmlItems {
	/** Each with its XML path, such as `/rss/channel/item[3]`. */
	items: { at: string; element: XmlElement }[];
	/** Paths of items that are not well-formed XML. */
	broken: string[];
	/** What stands outside of the items, without comments, instructions and document type. */
	header: string;
	/** The text ends before its outermost element does. */
	cut: boolean;
}

/** All of a document in one pass: whatever stands in it, the time this takes grows as its length. */
export function xmlItems(text: string, kind: ItemKind): XmlItems {
	const { spans, header } = scanned(text, kind.name);
	const root = rootName(header);
	const found: XmlItems = { items: [], broken: [], header, cut: root === null || !text.includes(`</${root}`) };
	for (const [nth, { from, to }] of spans.entries()) {
		const at = pathOf(kind, nth);
		const element = xmlElement(text.slice(from, to));
		if (element?.name === kind.name) found.items.push({ at, element });
		else found.broken.push(at);
	}
	return found;
}

/**
 * Finds what the paths of `xmlItems` stand for, and those of elements within its items; where such an element is not
 * to be found, the item.
 */
export function itemFinder(text: string, kind: ItemKind): PlaceFinder {
	const { spans } = scanned(text, kind.name);
	const places = new Map(spans.map((span, nth) => [pathOf(kind, nth), span]));
	return (path) => {
		const [, item = path, child] = /^(.*\])\/(?:[\w:-]+\/)*(?:\w+:)?([\w-]+)$/.exec(path) ?? [];
		const span = places.get(item) ?? null;
		return span === null || child === undefined ? span : (childWithin(text, span, child) ?? span);
	};
}

/** What stands outside of the items in the first 100,000 characters: enough to tell what document it is. */
export function headerOf(text: string, name: ItemKind['name']): string {
	return scanned(text.slice(0, 100_000), name).header;
}

/** The text of the first element of this name in a header; null when there is none, or it is empty. */
export function headerText(header: string, name: string): string | null {
	const [, text = ''] = new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^<>]*)?>([^<]*)`).exec(header) ?? [];
	return text.trim() || null;
}

/** The name of the outermost element, as written, perhaps with prefix; null when there is none. */
export function rootName(header: string): string | null {
	return /<([\w:.-]+)/.exec(header)?.[1] ?? null;
}

function pathOf({ name, within }: ItemKind, nth: number): string {
	return `${within}/${name}[${nth + 1}]`;
}

function childWithin(text: string, { from, to }: Span, name: string): Span | null {
	const item = text.slice(from, to);
	const open = new RegExp(`<((?:[\\w.-]+:)?${name})[\\s/>]`).exec(item);
	if (open === null) return null;
	const close = `</${open[1]}>`;
	const end = item.indexOf(close, open.index);
	return end === -1 ? null : { from: from + open.index, to: from + end + close.length };
}

/**
 * The spans of a document's items, and what is outside of them. An item that is not closed ends where the next begins;
 * a closing tag that closes none closes what stands since the last item: so the items behind keep their numbers.
 */
function scanned(text: string, name: ItemKind['name']): { spans: Span[]; header: string } {
	const spans: Span[] = [];
	const outside: string[] = [];
	let item: { from: number; inner: number } | null = null;
	let rest = 0;
	const isBlank = (from: number, to: number) => text.slice(from, to).trim() === '';
	for (const { kind, from, to } of marks(text, name)) {
		if (item !== null) {
			if (kind === 'other') continue;
			const end = kind === 'close' ? to : from;
			if (kind === 'close' || !isBlank(item.inner, end)) spans.push({ from: item.from, to: end });
		} else if (kind !== 'close' || spans.length === 0) {
			outside.push(text.slice(rest, from), kind === 'other' ? plainCdata(text.slice(from, to)) : '');
			if (kind === 'close') spans.push({ from, to });
		} else if (!isBlank(rest, from)) spans.push({ from: rest, to });
		if (kind === 'empty') spans.push({ from, to });
		item = kind === 'open' ? { from, inner: to } : null;
		rest = to;
	}
	if (item === null) outside.push(text.slice(rest));
	else if (!isBlank(item.inner, text.length)) spans.push({ from: item.from, to: text.length });
	return { spans, header: outside.join('') };
}

/** The text of CDATA, so that it stands in a header as any other; of anything else nothing. */
function plainCdata(text: string): string {
	if (!text.startsWith('<![CDATA[')) return '';
	return text
		.slice('<![CDATA['.length)
		.replace(/\]\]>$/, '')
		.replaceAll('<', ' ');
}

interface Mark extends Span {
	kind: 'open' | 'close' | 'empty' | 'other';
}

/** The tags of items, and whatever may hold text that looks like them and is none: comments, CDATA and their like. */
function* marks(text: string, name: ItemKind['name']): Generator<Mark> {
	const token = new RegExp(`<(?:!--|!\\[CDATA\\[|\\?|!DOCTYPE|(/?)(?:[\\w.-]+:)?${name}(?=[\\s/>]))`, 'g');
	const endOfOther = othersIn(text, name);
	let inItem = false;
	for (let found = token.exec(text); found !== null; found = token.exec(text)) {
		const [start, slash] = found;
		const from = found.index;
		const to: number = slash === undefined ? endOfOther(start, from, inItem) : endOfTag(text, token.lastIndex);
		token.lastIndex = to;
		if (slash === undefined) yield { kind: 'other', from, to };
		else if (slash === '/') yield { kind: 'close', from, to };
		else yield { kind: text.slice(to - 2, to) === '/>' ? 'empty' : 'open', from, to };
		if (slash !== undefined) inItem = slash === '' && text.slice(to - 2, to) !== '/>';
	}
}

/** Behind a tag's closing bracket, or where it should be: a bracket within a value that is quoted will do as well. */
function endOfTag(text: string, at: number): number {
	const attributes = /[^<>]*>?/y;
	attributes.lastIndex = at;
	return at + (attributes.exec(text)?.[0].length ?? 0);
}

/**
 * Tells where a comment, CDATA, an instruction or a document type ends. One that never closes, or within an item closes
 * only in another, is broken: it ends with its mark, and costs no item but its own.
 */
function othersIn(text: string, name: ItemKind['name']) {
	const ends = new Map(['-->', ']]>', '?>', '[', ']', '>'].map((mark) => [mark, searchFor(text, mark)] as const));
	const behind = (mark: string, from: number) => {
		const found = ends.get(mark)?.(from) ?? -1;
		return found === -1 ? -1 : found + mark.length;
	};
	const nextItem = searchFor(text, new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>\\s*<(?:[\\w.-]+:)?${name}[\\s/>]`, 'g'));
	return (start: string, from: number, inItem: boolean): number => {
		const inner = from + start.length;
		let end = -1;
		if (start === '<!--') end = behind('-->', inner);
		else if (start === '<?') end = behind('?>', inner);
		else if (start === '<![CDATA[') end = behind(']]>', inner);
		else {
			// Between brackets a document type may declare entities, of which nothing is taken.
			end = behind('>', inner);
			const open = behind('[', inner);
			if (open !== -1 && open < end) end = behind('>', Math.max(behind(']', open), open));
		}
		const other = inItem ? nextItem(inner) : -1;
		return end === -1 || (other !== -1 && other < end) ? inner : end;
	};
}

/** Finds the first of a mark from a place on, for places that never go back: so that all searches together are one pass. */
function searchFor(text: string, mark: string | RegExp): (from: number) => number {
	let found: number | null = null;
	return (from) => {
		if (found === null || (found !== -1 && found < from)) {
			if (typeof mark === 'string') found = text.indexOf(mark, from);
			else {
				mark.lastIndex = from;
				found = mark.exec(text)?.index ?? -1;
			}
		}
		return found;
	};
}
