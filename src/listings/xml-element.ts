import { XMLParser } from 'fast-xml-parser';
import { collapsed } from './dialect.ts';

/** An element of XML. Its names are as written: `dc:creator` has the prefix `dc` and the name `creator`. */
export interface XmlElement {
	/** Empty where the name has none. */
	prefix: string;
	name: string;
	attributes: ReadonlyMap<string, string>;
	/** Elements and texts in their order, references decoded. */
	children: readonly (XmlElement | string)[];
}

/** No listing nests its elements deeper; what does is an attack, or not a listing. */
const deepest = 24;

/**
 * The element that a text is, or null when it is not one well-formed element. References to the five entities of XML
 * and to characters by number are decoded; any other stays as it is written, whatever a document declares.
 */
export function xmlElement(text: string): XmlElement | null {
	try {
		const [root] = isBalanced(text) ? elementsOf(parser.parse(text)) : [];
		return root === undefined || typeof root === 'string' ? null : root;
	} catch {
		// Too deep, or of names that no object may have.
		return null;
	}
}

/** The text of an element and of all within it. */
export function textOf(element: XmlElement): string {
	return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The elements of this name right within one; those of its own prefix when there are any, else those of every prefix. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
	const named = element.children.filter((child) => typeof child !== 'string').filter((child) => child.name === name);
	const own = named.filter(({ prefix }) => prefix === element.prefix);
	return own.length === 0 ? named : own;
}

/** The collapsed texts, leaving out empty ones, of the elements of this name right within one. */
export function childTexts(element: XmlElement, name: string): string[] {
	return childrenOf(element, name)
		.map((child) => collapsed(textOf(child)))
		.filter((text) => text !== '');
}

/** The first of these texts, or null. */
export function childText(element: XmlElement, name: string): string | null {
	return childTexts(element, name)[0] ?? null;
}

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	parseTagValue: false,
	trimValues: false,
	ignorePiTags: true,
	maxNestedTags: deepest,
	jPath: false,
	entityDecoder: {
		decode: decoded,
		// What a document declares is not heard.
		setExternalEntities() {},
		addInputEntities() {},
		setXmlVersion() {},
		reset() {},
	},
});

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
	return text.replace(
		/&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
		(reference, name?: string, decimal?: string, hexadecimal?: string) => {
			if (name !== undefined) return predefined[name] ?? reference;
			const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
			const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
			return isCharacter ? String.fromCodePoint(code) : reference;
		},
	);
}

/** A text, a comment, CDATA, an instruction, or a tag: its slash, name, and attributes with the slash that closes it. */
const piece =
	/[^<]+|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s<>/!?="'][^\s<>/="']*)([^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*)>/y;

/** Whether every tag is closed by its like. The parser would take whatever closing tag comes. */
function isBalanced(text: string): boolean {
	const open: string[] = [];
	let at = 0;
	while (at < text.length) {
		piece.lastIndex = at;
		const [found, slash, name, attributes] = piece.exec(text) ?? [];
		if (found === undefined) return false;
		at += found.length;
		if (name === undefined || attributes?.endsWith('/')) continue;
		if (slash === '') open.push(name);
		else if (open.pop() !== name) return false;
	}
	return open.length === 0;
}

/** The parser's nodes, each `{name: nodes, ':@': attributes}` or `{'#text': text}`, as elements and texts. */
function elementsOf(nodes: unknown): (XmlElement | string)[] {
	if (!Array.isArray(nodes)) return [];
	return nodes.flatMap((node: unknown) => {
		if (typeof node !== 'object' || node === null) return [];
		const { ':@': attributes, ...named } = { ':@': {}, ...node };
		return Object.entries(named).map(([name, inner]: [string, unknown]) =>
			name === '#text' ? String(inner) : elementOf(name, attributes, elementsOf(inner)),
		);
	});
}

function elementOf(tag: string, attributes: object, children: XmlElement['children']): XmlElement {
	const colon = tag.indexOf(':');
	const written = Object.entries(attributes).map(([name, value]: [string, unknown]) => [name, String(value)] as const);
	return {
		prefix: tag.slice(0, Math.max(colon, 0)),
		name: tag.slice(colon + 1),
		attributes: new Map(written),
		children,
	};
}
