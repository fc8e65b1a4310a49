import type { Nodes as HastNodes } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { type SafeHtml, safeHtmlSchema } from '../records/paper.ts';
import { safeHtmlPolicy } from './safe-html.ts';

/** A text of a listing, ready to be shown, indexed and searched. */
export interface MarkedText {
	/** Plain text, markup resolved: the text content of `html`. */
	text: string;
	/** Phrasing content: what may stand in a paragraph or a heading. */
	html: SafeHtml;
	/** Captured and spoken forms of what markup changed, null when it changed nothing. */
	searchText: string | null;
}

/** Text nodes of a title or an abstract stand in the root itself: no paragraph is put around them. */
const toHtml = unified()
	.use(remarkRehype, { handlers: { root: (state, root: Root) => state.all(root) } })
	.use(rehypeSanitize, safeHtmlPolicy)
	.use(rehypeStringify)
	.freeze();

/** The one way from text of a listing to HTML: tree, sanitiser, string. */
export function markedTree(tree: Root): MarkedText {
	const safeTree = toHtml.runSync(tree);
	return { text: textContent(safeTree), html: safeHtmlSchema.parse(toHtml.stringify(safeTree)), searchText: null };
}

function textContent(node: HastNodes): string {
	if (node.type === 'text') return node.value;
	return 'children' in node ? node.children.map(textContent).join('') : '';
}
