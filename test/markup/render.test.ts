import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { linksOf, renderAbstract, renderTitle } from '../../src/markup/render.ts';
import { shownText } from './shown-text.ts';

type Node = DefaultTreeAdapterMap['node'];

/** Every node of a piece of HTML as a browser would build it. */
function nodesOf(html: string): Node[] {
	const within = (node: Node): Node[] => [node, ...('childNodes' in node ? node.childNodes.flatMap(within) : [])];
	return parseFragment(html).childNodes.flatMap(within);
}

/** What stands in the HTML beside text, the links that we make, emphasis, code and formulas. */
function foreign(html: string): Node[] {
	return nodesOf(html).filter((node) => {
		if (node.nodeName === '#text') return false;
		if (!('attrs' in node)) return true;
		if (['em', 'strong', 'code'].includes(node.nodeName)) return node.attrs.length > 0;
		if (node.namespaceURI === 'http://www.w3.org/1998/Math/MathML') {
			return (
				node.nodeName === 'annotation-xml' ||
				node.attrs.some(({ name }) => /^on|^(?:style|class|href|src|id)$/.test(name))
			);
		}
		if (node.nodeName !== 'a') return true;
		const [href, rel, ...others] = node.attrs;
		return !/^https?:\/\//.test(href?.value ?? '') || rel?.value !== 'noopener nofollow ugc' || others.length > 0;
	});
}

const hostile = [
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'<a href="javascript:alert(1)">x</a>',
	'[x](javascript:alert(1))',
	'javascript://a.example/%0aalert(1)',
	'data:text/html,<script>alert(1)</script>',
	']]>',
	'</title><script>alert(1)</script>',
	'</textarea><img src=x onerror=alert(1)>',
	'<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
	'<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>',
	'<template><script>alert(1)</script></template>',
	'<!-- --><script>alert(1)</script><!-- -->',
	'<!--><img src=x onerror=alert(1)>-->',
	'<![CDATA[<script>alert(1)</script>]]>',
	'<?xml version="1.0"?><!DOCTYPE html><html onload=alert(1)>',
	'<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
	'<style>*{background:url(//evil.example)}</style>',
	'<p style="x" onclick=alert(1)>x</p>',
	'&lt;script&gt;alert(1)&lt;/script&gt;',
	'https://a.example/"onmouseover="alert(1)',
	"https://a.example/'><script>alert(1)</script>",
	'https://a.example/<img/src=x/onerror=alert(1)>',
	'https://a.example/?q=</a><svg/onload=alert(1)>',
	'https://user:secret@evil.example/',
	'hxxp://a.example feed:https://a.example/',
	'<\u0000script>alert(1)</script>',
	'<scr\u202Eipt>alert(1)</scr\u2066ipt>',
	'<\uD800img src=x onerror=alert(1)>',
];

/** Text as scraping leaves it, with all that a rule looks for. */
const damagedText = fc
	.array(
		fc.constantFrom(
			...['nu^2', 'x in R^d', '40times', 'ell_infty', '{sf B}', 'R^{ntimes n}', 'O(n log n)', 'eta', 'sim0.6', 'BT^2'],
			...[
				'\\(W\\)',
				'$\\alpha$',
				'85\\%',
				'na\\"ive',
				'{\\em so}',
				'\\textbf{x}',
				'\\ours',
				"``so''",
				"`so'",
				'--',
				'~',
			],
			...[
				'**bold**',
				'*x*',
				'`code`',
				'https://a.example/b{words}.',
				'a',
				'word',
				'The',
				'(',
				')',
				'{',
				'}',
				'^',
				'_',
				'$',
			],
			...['https://a.example/b', 'pm', '1.2', '0.5', 'in', 'times', 'x2013', 'bullet', ':', '.', ',', '"', '*'],
		),
		{ maxLength: 12 },
	)
	.map((words) => words.join(' '));

const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
	fc
		.array(
			fc.oneof(fc.constantFrom(...hostile, 'https://a.example/b', 'http://', ' ', '.', '{', '}', '&amp;'), fc.string()),
		)
		.map((parts) => parts.join('')),
);

describe('hostile text', () => {
	test.each(hostile)('%j adds no element', (text) => {
		for (const marked of [renderTitle(text), renderAbstract(text), renderAbstract(`See ${text} for more.`)]) {
			expect(foreign(marked.html)).toEqual([]);
			expect(shownText(marked.html)).toBe(marked.text);
		}
	});

	test('any text adds no element, and is what the HTML shows', () => {
		fc.assert(
			fc.property(fc.oneof(anyText, damagedText), (captured) => {
				for (const { text, html } of [renderTitle(captured), renderAbstract(captured)]) {
					expect(foreign(html)).toEqual([]);
					expect(shownText(html)).toBe(text);
					expect(html).not.toMatch(/[\p{Cc}\p{Noncharacter_Code_Point}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
				}
			}),
		);
	});

	test('links have an http or https address only', () => {
		fc.assert(
			fc.property(anyText, (captured) => {
				for (const { url } of linksOf(captured)) expect(new URL(url).protocol).toMatch(/^https?:$/);
			}),
		);
	});
});

describe('plain text', () => {
	test('rendered again changes nothing', () => {
		fc.assert(
			fc.property(fc.oneof(anyText, damagedText), (captured) => {
				const once = renderAbstract(captured).text;
				expect(renderAbstract(once).text).toBe(once);
				const title = renderTitle(captured).text;
				expect(renderTitle(title).text).toBe(title);
			}),
		);
	});

	test.each([
		['', ''],
		['A plain title', 'A plain title'],
		['Ünïcode, 中文, עברית and 👩‍🔬', 'Ünïcode, 中文, עברית and 👩‍🔬'],
		['a < b & c > d', 'a &#x3C; b &#x26; c > d'],
		['# not a heading, [nor](a link), nor [CLS]', '# not a heading, [nor](a link), nor [CLS]'],
		['&amp; stays as captured', '&#x26;amp; stays as captured'],
	])('%j becomes %j', (captured, html) => {
		const unchanged = { text: captured, html, searchText: null, changes: [], refused: [] };
		expect(renderTitle(captured)).toEqual(unchanged);
		expect(renderAbstract(captured)).toEqual(unchanged);
	});

	test.each([
		['two\nlines\tand   spaces ', 'two lines and spaces'],
		['null\u0000 bell\u0007 next\u0085line', 'null bell next line'],
		['over\u202Eride\u202C and iso\u2067late\u2069', 'override and isolate'],
		['half \uD83D pair', 'half \uFFFD pair'],
		['\uFEFFmark\uFFFE', 'mark'],
		[
			'right-to-left mark \u200F stays, no-break\u00A0space too',
			'right-to-left mark \u200F stays, no-break\u00A0space too',
		],
	])('%j is cleaned', (captured, text) => {
		expect(renderTitle(captured).text).toBe(text);
		expect(renderAbstract(captured).text).toBe(text);
	});
});

describe('links', () => {
	test('stand in abstracts, not in titles', () => {
		const text = 'Code: https://github.com/a/b.';
		expect(renderAbstract(text).html).toBe(
			'Code: <a href="https://github.com/a/b" rel="noopener nofollow ugc">https://github.com/a/b</a>.',
		);
		expect(renderTitle(text).html).toBe(text);
	});

	test('keep what an address escapes', () => {
		const { text, html } = renderAbstract('at https://a.example/my\\_page/?q=ü&r="x" now');
		expect(text).toBe('at https://a.example/my_page/?q=ü&r="x" now');
		expect(html).toContain('href="https://a.example/my_page/?q=%C3%BC&#x26;r');
	});
});
