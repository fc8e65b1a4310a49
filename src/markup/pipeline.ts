import type { Nodes as HastNodes } from 'hast';
import type { PhrasingContent, Root } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { type SafeHtml, safeHtmlSchema } from '../records/paper.ts';
import { mathMl } from './formula.ts';
import { formulaText } from './formula-text.ts';
import { safeHtmlPolicy } from './safe-html.ts';

/** A text of a listing, ready to be shown and indexed. */
export interface MarkedText {
	/** Plain text, markup resolved: the text content of `html`, formulas in one line of Unicode. */
	text: string;
	/** Phrasing content: what may stand in a paragraph or a heading. */
	html: SafeHtml;
}

/** Text nodes of a title or an abstract stand in the root itself: no paragraph is put around them. */
const toHtml = unified()
	.use(remarkRehype, {
		handlers: {
			root: (state, root: Root) => state.all(root),
			inlineMath: (_, { value }: InlineMath) => mathMl(value) ?? { type: 'text', value },
		},
	})
	.use(rehypeSanitize, safeHtmlPolicy)
	.use(rehypeStringify)
	.freeze();

/** The one way from text of a listing to HTML: tree, sanitiser, string. */
export function markedTree(tree: Root): MarkedText {
	const safeTree = toHtml.runSync(tree);
	return { text: textContent(safeTree), html: safeHtmlSchema.parse(toHtml.stringify(safeTree)) };
}

/** Nodes as plain text. */
export function plainText(nodes: PhrasingContent[]): string {
	return textContent(toHtml.runSync({ type: 'root', children: nodes }));
}

function textContent(node: HastNodes): string {
	if (node.type === 'text') return node.value;
	if (node.type === 'element' && node.tagName === 'math') return formulaText(node);
	return 'children' in node ? node.children.map(textContent).join('') : '';
}
