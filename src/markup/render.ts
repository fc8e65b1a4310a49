import type { PhrasingContent, Root } from 'mdast';
import type { Link } from '../records/listing.ts';
import { type Address, addressesIn } from './addresses.ts';
import { cleanText } from './clean.ts';
import { linkKind } from './link-kind.ts';
import { type MarkedText, markedTree } from './pipeline.ts';

/** A captured title as text and HTML. It holds no links: a title is one where it is listed. */
export function renderTitle(captured: string): MarkedText {
	return markedTree(treeOf(cleanText(captured), []));
}

/** A captured abstract as text and HTML, its http and https addresses being links. */
export function renderAbstract(captured: string): MarkedText {
	const text = cleanText(captured);
	return markedTree(treeOf(text, addressesIn(text)));
}

/** The addresses that stand in a captured abstract, each once, in its order. */
export function linksOf(captured: string): Link[] {
	const urls = new Set(addressesIn(cleanText(captured)).map(({ url }) => url));
	return Array.from(urls, (url) => ({ url, kind: linkKind(url) }));
}

/** Nothing but addresses is understood yet: whatever else stands in the text is text. */
function treeOf(text: string, addresses: Address[]): Root {
	const children: PhrasingContent[] = [];
	let end = 0;
	for (const { from, to, url } of addresses) {
		children.push({ type: 'text', value: text.slice(end, from) });
		children.push({ type: 'link', url, children: [{ type: 'text', value: text.slice(from, to) }] });
		end = to;
	}
	children.push({ type: 'text', value: text.slice(end) });
	return { type: 'root', children };
}
