import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { linksOf, renderAbstract, renderTitle } from '../../src/markup/render.ts';

type Node = DefaultTreeAdapterMap['node'];

/** Every node of a piece of HTML as a browser would build it. */
function nodesOf(html: string): Node[] {
	const within = (node: Node): Node[] => [node, ...('childNodes' in node ? node.childNodes.flatMap(within) : [])];
	return parseFragment(html).childNodes.flatMap(within);
}

function textOf(html: string): string {
	return nodesOf(html)
		.map((node) => ('value' in node ? node.value : ''))
		.join('');
}

/** What stands in the HTML beside text and the links that we make. */
function foreign(html: string): Node[] {
	return nodesOf(html).filter((node) => {
		if (node.nodeName === '#text') return false;
		if (!('attrs' in node) || node.nodeName !== 'a') return true;
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
			expect(textOf(marked.html)).toBe(marked.text);
		}
	});

	test('any text adds no element, and is what the HTML shows', () => {
		fc.assert(
			fc.property(anyText, (captured) => {
				for (const { text, html } of [renderTitle(captured), renderAbstract(captured)]) {
					expect(foreign(html)).toEqual([]);
					expect(textOf(html)).toBe(text);
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
			fc.property(anyText, (captured) => {
				const once = renderAbstract(captured);
				expect(renderAbstract(once.text)).toEqual(once);
				expect(renderTitle(renderTitle(captured).text)).toEqual(renderTitle(captured));
			}),
		);
	});

	test.each([
		['', ''],
		['A plain title', 'A plain title'],
		['Ünïcode, 中文, עברית and 👩‍🔬', 'Ünïcode, 中文, עברית and 👩‍🔬'],
		['a < b & c > d', 'a &#x3C; b &#x26; c > d'],
		['# not *Markdown*, `code`, [nor](a link)', '# not *Markdown*, `code`, [nor](a link)'],
		['nu^2 and 85\\%', 'nu^2 and 85\\%'],
		['&amp; stays as captured', '&#x26;amp; stays as captured'],
	])('%j becomes %j', (captured, html) => {
		expect(renderTitle(captured)).toEqual({ text: captured, html, searchText: null });
		expect(renderAbstract(captured)).toEqual({ text: captured, html, searchText: null });
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
		expect(text).toBe('at https://a.example/my\\_page/?q=ü&r="x" now');
		expect(html).toContain('href="https://a.example/my_page/?q=%C3%BC&#x26;r');
	});
});
