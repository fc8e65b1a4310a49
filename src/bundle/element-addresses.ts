import { html, type Token, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** What an address is for: a link may lead anywhere, what a page is made of comes with it. */
export type Use = 'link' | 'part';

/** How a value holds addresses. */
type Form = 'one' | 'candidates' | 'refresh';

export interface HeldAddresses {
	use: Use;
	value: string;
	place: Token.Location;
	/** The name as the source writes it, but in lower case. */
	name: string;
	/** The value with each address in it as `change` has it. */
	changed(change: (address: string) => string): string;
}

const links = ['action', 'cite', 'formaction', 'longdesc'];
const parts = ['background', 'data', 'poster', 'src'];
const candidates = ['imagesrcset', 'srcset'];

const holding = new Set(['href', 'content', ...links, ...parts, ...candidates]);

/** Whether attributes of this name hold addresses, of some elements at least. */
export function mayHoldAddresses(name: string): boolean {
	return holding.has(name);
}

/** The attributes of an element that hold addresses, where the source has them. */
export function addressesIn(element: Tree.Element): HeldAddresses[] {
	return element.attrs.flatMap((attribute) => {
		const name = attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name;
		const place = element.sourceCodeLocation?.attrs?.[name];
		const held = heldBy(element, attribute.name);
		if (!place || held === null) return [];
		const { value } = attribute;
		return { use: held.use, value, place, name, changed: (change) => forms[held.form](value, change) };
	});
}

function heldBy(element: Tree.Element, name: string): { use: Use; form: Form } | null {
	const { tagName } = element;
	if (name === 'href') return hrefOf(element);
	if (name === 'data' && tagName !== 'object') return null;
	if (links.includes(name)) return { use: 'link', form: 'one' };
	if (parts.includes(name)) return { use: 'part', form: 'one' };
	if (candidates.includes(name)) return { use: 'part', form: 'candidates' };
	const refreshes = tagName === 'meta' && attributeOf(element, 'http-equiv')?.toLowerCase() === 'refresh';
	return name === 'content' && refreshes ? { use: 'link', form: 'refresh' } : null;
}

function hrefOf(element: Tree.Element): { use: Use; form: Form } | null {
	const { tagName, namespaceURI } = element;
	if (tagName !== 'link')
		return { use: namespaceURI === html.NS.SVG && tagName !== 'a' ? 'part' : 'link', form: 'one' };
	if (relations(element).some((relation) => embedded.includes(relation))) return { use: 'part', form: 'one' };
	// Where the page is published, in words for machines, stays what it is.
	return URL.canParse(attributeOf(element, 'href') ?? '') ? null : { use: 'link', form: 'one' };
}

const embedded = ['stylesheet', 'icon', 'apple-touch-icon', 'apple-touch-icon-precomposed', 'mask-icon'];

/** The words of an element's `rel`, in lower case. */
export function relations(element: Tree.Element): string[] {
	return (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
}

export function attributeOf(element: Tree.Element, name: string): string | null {
	return element.attrs.find((each) => each.name === name)?.value ?? null;
}

const forms: Record<Form, (value: string, change: (address: string) => string) => string> = {
	one: (value, change) => change(value),
	refresh: (value, change) =>
		value.replace(
			/^(\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?)(["']?)(.+?)\2(\s*)$/is,
			(all, start: string, quote: string, address: string, end: string) =>
				/[;,]/.test(start) ? start + quote + change(address) + quote + end : all,
		),
	candidates: changedCandidates,
};

/**
 * Pictures to choose from: `a.png 1x, b.png 2x`. An address goes up to white space, and a comma at its end belongs to
 * the list.
 */
function changedCandidates(value: string, change: (address: string) => string): string {
	return value.replace(
		/([\s,]*)(?:(\S*[^\s,])(?=,+(?:\s|$))|(\S*[^\s,])((?:[^,(]|\([^)]*\))*))/g,
		(_, before: string, alone?: string, address = '', descriptor = '') =>
			before + (alone === undefined ? change(address) + descriptor : change(alone)),
	);
}
