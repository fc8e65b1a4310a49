import type { PhrasingContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type Inner, mark } from './draft.ts';

/** Of Markdown, authors write emphasis and code. Whatever else looks like it is text. */
const notMarkdown = [
	...['autolink', 'blockQuote', 'characterEscape', 'characterReference', 'codeFenced', 'codeIndented', 'definition'],
	...['hardBreakEscape', 'headingAtx', 'htmlFlow', 'htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink', 'list'],
	...['setextUnderline', 'thematicBreak'],
];

/** Longer than any abstract: what looks like Markdown in it is left. */
const longestText = 20_000;

const markdown = unified()
	.use(function () {
		this.data().micromarkExtensions = [{ disable: { null: notMarkdown } }];
	})
	.use(remarkParse)
	.freeze();

/** Where emphasis or code stood in a text. */
export interface EmphasisSpan {
	code: 'emphasis' | 'code';
	from: number;
	to: number;
}

/** A text with its emphasis and code, as Markdown marks them with asterisks and backticks: never inside a word. */
export function emphasised(text: string, inner: Inner): { nodes: PhrasingContent[]; spans: EmphasisSpan[] } {
	const spans: EmphasisSpan[] = [];
	const [paragraph, ...others] = /[*`]/.test(text) && text.length <= longestText ? markdown.parse(text).children : [];
	if (paragraph?.type !== 'paragraph' || others.length > 0) return { nodes: inner(text), spans };
	return { nodes: paragraph.children.flatMap((node) => meant(node, text, inner, spans)), spans };
}

function meant(node: PhrasingContent, text: string, inner: Inner, spans: EmphasisSpan[]): PhrasingContent[] {
	const from = node.position?.start.offset ?? 0;
	const to = node.position?.end.offset ?? 0;
	const source = text.slice(from, to);
	if (node.type === 'inlineCode' && !mark.test(source)) {
		spans.push({ code: 'code', from, to });
		return [{ type: 'inlineCode', value: node.value }];
	}
	const isMeant =
		(node.type === 'emphasis' || node.type === 'strong') &&
		source.startsWith('*') &&
		/^\*+[^\\{}^_|]*$/.test(source.replace(/\*+$/, '')) &&
		!/[\p{L}\p{N}^_)}]$/u.test(text.slice(Math.max(0, from - 2), from)) &&
		!/^[\p{L}\p{N}]/u.test(text.slice(to, to + 2));
	if (!isMeant) return inner(source);
	spans.push({ code: 'emphasis', from, to });
	return [{ type: node.type, children: node.children.flatMap((child) => meant(child, text, inner, spans)) }];
}
