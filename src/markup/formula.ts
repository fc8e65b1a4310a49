import type { Element, ElementContent, Root } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import katex from 'katex';
import { styledLetter } from './commands.ts';
import { formulaText } from './formula-text.ts';

/** Longer formulas than an abstract holds cost more than they are worth. */
const longestFormula = 600;
/** A formula of more LaTeX may be wider than a phone: it scrolls by itself, by keyboard too. */
const wideFormula = 40;

/** By KaTeX's names of styles, LaTeX's. */
const styles: Readonly<Record<string, string>> = {
	'double-struck': 'mathbb',
	bold: 'mathbf',
	'bold-italic': 'mathbfit',
	script: 'mathcal',
	'bold-script': 'mathbfscr',
	fraktur: 'mathfrak',
	'sans-serif': 'mathsf',
	monospace: 'mathtt',
};

const made = new Map<string, Element | null>();

/** A LaTeX formula as MathML, with the LaTeX as its annotation; null where it does not parse. */
export function mathMl(latex: string): Element | null {
	const element = madeOnce(latex);
	return element === null ? null : structuredClone(element);
}

/** Whether a LaTeX formula parses. */
export function isFormula(latex: string): boolean {
	return madeOnce(latex) !== null;
}

function madeOnce(latex: string): Element | null {
	const known = made.get(latex);
	if (known !== undefined) return known;
	const element = latex.length > longestFormula ? null : rendered(latex);
	if (made.size > 20_000) made.clear();
	made.set(latex, element);
	return element;
}

/** What moves, hides or sizes, defines other commands, or names addresses: not of a formula that is only to be read. */
const refused =
	/\\(?:raisebox|[hvm]?(?:space|skip|kern)\*?(?![a-z])|mkern|rule|phantom|[hv]phantom|smash|(?:math)?[lrc]lap|def|gdef|edef|xdef|let|futurelet|(?:re|provide)?newcommand|global|href|url|html[A-Z]\w*|includegraphics|char)(?![A-Za-z])/;

function rendered(latex: string): Element | null {
	if (refused.test(latex)) return null;
	try {
		const options = { output: 'mathml', throwOnError: true, strict: false, trust: false, maxExpand: 100 } as const;
		const tree = fromHtmlIsomorphic(katex.renderToString(latex, options), { fragment: true });
		const math = withoutStyles(mathIn(tree));
		if (formulaText(math) === '') return null;
		return latex.length > wideFormula ? { ...math, properties: { ...math.properties, tabIndex: 0 } } : math;
	} catch {
		return null;
	}
}

function mathIn(node: Root | Element): Element {
	for (const child of node.children) {
		if (child.type !== 'element') continue;
		return child.tagName === 'math' ? child : mathIn(child);
	}
	throw new Error('KaTeX made no formula');
}

/** Browsers know no `mathvariant` but `normal`: a styled letter is a character of its own. */
function withoutStyles(node: Element): Element {
	const style = styles[String(node.properties['mathvariant'] ?? '')];
	const { mathvariant, ...properties } = node.properties;
	return {
		...node,
		properties: style === undefined ? node.properties : properties,
		children: node.children.map((child): ElementContent => {
			if (child.type === 'element') return withoutStyles(child);
			if (child.type !== 'text' || style === undefined) return child;
			return { ...child, value: Array.from(child.value, (letter) => styledLetter(style, letter) ?? letter).join('') };
		}),
	};
}
