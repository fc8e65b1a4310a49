import type { Element } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { formulaText } from '../../src/markup/formula-text.ts';

type Node = DefaultTreeAdapterMap['node'];

/** The text of HTML as a browser would build it, each formula in its plain form. */
export function shownText(html: string): string {
	const formulas = mathElements(fromHtmlIsomorphic(html, { fragment: true })).map(formulaText);
	return textWith(html, () => formulas.shift() ?? '');
}

/** The same, each formula as its LaTeX between dollars: as an editor would write it. */
export function editedText(html: string): string {
	return textWith(html, (latex) => `$${latex}$`);
}

function textWith(html: string, formula: (latex: string) => string): string {
	const within = (node: Node): string => {
		if (node.nodeName === 'math') return formula(latexIn(node));
		if ('value' in node) return node.value;
		return 'childNodes' in node ? node.childNodes.map(within).join('') : '';
	};
	return within(parseFragment(html));
}

function latexIn(node: Node): string {
	if (node.nodeName === 'annotation') return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
	return 'childNodes' in node ? node.childNodes.map(latexIn).join('') : '';
}

function textOf(node: Node): string {
	return 'value' in node ? node.value : '';
}

function mathElements(node: { children: readonly unknown[] } & object): Element[] {
	return node.children.flatMap((child): Element[] => {
		if (!isElement(child)) return [];
		return child.tagName === 'math' ? [child] : mathElements(child);
	});
}

function isElement(node: unknown): node is Element {
	return typeof node === 'object' && node !== null && 'tagName' in node;
}
