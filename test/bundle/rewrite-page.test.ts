import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PageSetting, rewrittenPage } from '../../src/bundle/rewrite-page.ts';
import { DaybookError } from '../../src/errors.ts';

/** Every address is said to stand on another page, so that each that was found shows. */
const setting: PageSetting = {
	addressOf: (address) => (address.startsWith('/') ? `..${address}` : null),
	scriptFor: (modules) => `all-of-${modules.length}.js`,
	style: '',
	notice: '',
	file: 'papers/x/index.html',
};

const rewritten = (html: string, more: Partial<PageSetting> = {}) => rewrittenPage(html, { ...setting, ...more });

describe('addresses', () => {
	test.each([
		['<a href="/x/">x</a>', '<a href="../x/">x</a>'],
		["<a  class=y href = '/x/'\tid=z>x</a>", '<a  class=y href="../x/"\tid=z>x</a>'],
		['<A HREF=/x/>x</A>', '<A href="../x/">x</A>'],
		['<area href="/x/">', '<area href="../x/">'],
		['<link rel="stylesheet" href="/x.css">', '<link rel="stylesheet" href="../x.css">'],
		['<img src="/x.png" alt="">', '<img src="../x.png" alt="">'],
		[
			'<img srcset="/x.png 1x,/y,z.png 2x , /w.png" src="x.png" alt="">',
			'<img srcset="../x.png 1x,../y,z.png 2x , ../w.png" src="x.png" alt="">',
		],
		['<source srcset="/x.png, /y.png 3x">', '<source srcset="../x.png, ../y.png 3x">'],
		['<video poster="/x.png" src="/x.mp4"></video>', '<video poster="../x.png" src="../x.mp4"></video>'],
		['<object data="/x.svg"></object>', '<object data="../x.svg"></object>'],
		['<p data="/x.svg">x', '<p data="/x.svg">x'],
		['<form action="/x/"><button formaction="/y/">x', '<form action="../x/"><button formaction="../y/">x'],
		['<blockquote cite="/x/">x', '<blockquote cite="../x/">x'],
		[
			'<svg><a xlink:href="/x/"><image href="/y.png"/></a></svg>',
			'<svg><a xlink:href="../x/"><image href="../y.png"/></a></svg>',
		],
		['<svg><use href="#x"/></svg>', '<svg><use href="#x"/></svg>'],
		['<math><mi href="/x/">x</mi></math>', '<math><mi href="../x/">x</mi></math>'],
		['<meta http-equiv="refresh" content="0; url=/x/">', '<meta http-equiv="refresh" content="0; url=../x/">'],
		[`<meta http-equiv="Refresh" content="3;URL='/x/'">`, `<meta http-equiv="Refresh" content="3;URL='../x/'">`],
		['<meta http-equiv="refresh" content="3">', '<meta http-equiv="refresh" content="3">'],
		['<meta name="x" content="0; url=/x/">', '<meta name="x" content="0; url=/x/">'],
		[
			'<link rel="canonical" href="https://daybook.example/x/">',
			'<link rel="canonical" href="https://daybook.example/x/">',
		],
		['<link rel="next" href="/x/">', '<link rel="next" href="../x/">'],
		['<template><a href="/x/">x</a></template>', '<template><a href="../x/">x</a></template>'],
		['<noscript><a href="/x/">x</a></noscript>', '<noscript><a href="../x/">x</a></noscript>'],
		['<!-- <a href="/x/"> -->', '<!-- <a href="/x/"> -->'],
		['<textarea><a href="/x/"></textarea>', '<textarea><a href="/x/"></textarea>'],
		['<title><a href="/x/"></title>', '<title><a href="/x/"></title>'],
		['<p title="<a href=/x/>">x', '<p title="<a href=/x/>">x'],
		['<a href="/x/" href="/y/">x', '<a href="../x/" href="/y/">x'],
		['<a href="/x/?a=1&amp;b=%22&#x26;c">x', '<a href="../x/?a=1&amp;b=%22&amp;c">x'],
	])('%s', (html, expected) => {
		expect(rewritten(html)).toBe(expected);
	});

	test.each([
		['<a href="x">', 'link'],
		['<math><mrow href="x">', 'link'],
		['<svg><a href="x">', 'link'],
		['<svg><image href="x">', 'part'],
		['<svg><use xlink:href="x">', 'part'],
		['<link rel="icon" href="x">', 'part'],
		['<link rel="next" href="x">', 'link'],
		['<img src="x" alt="">', 'part'],
		['<form action="x">', 'link'],
	])('%s is a %s: what a page is made of comes with it, a link may leave it', (html, use) => {
		const uses: string[] = [];
		rewritten(html, {
			addressOf: (_, use) => {
				uses.push(use);
				return null;
			},
		});
		expect(uses).toEqual([use]);
	});

	test('of elements that the parser makes twice are changed once', () => {
		expect(rewritten('<p><a href="/x/"><b>x<p>y</b>z</a>w')).toBe('<p><a href="../x/"><b>x<p>y</b>z</a>w');
	});

	test('cannot break out of their quotes', () => {
		const html = rewritten('<a href="/x/">x', { addressOf: () => `"><script>&'` });
		expect(html).toBe(`<a href="&quot;>&lt;script>&amp;'">x`);
	});
});

describe('what a file cannot load', () => {
	test.each([
		['<link rel="preload" as="font" href="/x"><p>', '<p>'],
		['<link href="/x.js" rel="modulepreload"><p>', '<p>'],
		['<link rel="manifest" href="/x"><p>', '<p>'],
		['<script src="/x.js" integrity="sha256-x" crossorigin></script>', '<script src="../x.js"  ></script>'],
		['<a href="x" ping="/x">y', '<a href="x" >y'],
	])('%s is left out', (html, expected) => {
		expect(rewritten(html)).toBe(expected);
	});

	test('modules become one script, where the last stood', () => {
		const html =
			'<script type="module" src="/a.js"></script><p>x<script defer src="/b.js"></script><script src="/c.js" type=module></script>y';
		expect(rewritten(html)).toBe('<p>x<script defer src="../b.js"></script><script defer src="all-of-2.js"></script>y');
	});

	test.each([
		['<script>x()</script>', 'an inline script'],
		['<p>\n<script type="module">x()</script>', 'an inline script'],
		['<base href="/x/">', 'a <base>'],
		['<script type="importmap">{}</script>', 'an import map'],
	])('%s is refused', (html, what) => {
		expect(() => rewritten(html)).toThrow(
			expect.objectContaining({ code: 'bundle/unfit-page', message: expect.stringContaining(what) }),
		);
	});

	test('data in a page stays', () => {
		const data = '<script type="application/ld+json">{"url":"/x/"}</script>';
		expect(rewritten(data)).toBe(data);
	});
});

describe('what is added', () => {
	const added = { style: '<STYLE>', notice: '<NOTICE>' };

	test('the style ends the head, the notice stands above the header', () => {
		const html = '<html><head><title>x</title></head><body><a>y</a><header>z</header></body></html>';
		expect(rewritten(html, added)).toBe(
			'<html><head><title>x</title><STYLE></head><body><a>y</a><NOTICE><header>z</header></body></html>',
		);
	});

	test('without a header the notice begins the body', () => {
		expect(rewritten('<head></head><body class="x">y', added)).toBe('<head><STYLE></head><body class="x"><NOTICE>y');
	});
});

test('an error says in which page and line it is', () => {
	const addressOf = () => {
		throw new DaybookError({ code: 'bundle/missing-target', message: 'Nothing is there.', hint: 'mend it' });
	};
	expect(() => rewritten('<p>\n<p>\n<a href="/x/">', { addressOf })).toThrow(
		expect.objectContaining({ location: { file: 'papers/x/index.html', at: 3 } }),
	);
});

test('all that is no address is left byte for byte', () => {
	const piece = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.constantFrom(
			'<p>',
			'</p>',
			'<a href=x>',
			'<table>',
			'<b>',
			'</i>',
			'<svg>',
			'<!--',
			'-->',
			'\r\n',
			'<template>',
			'<select>',
			'<title>',
			'&amp;',
			'"',
		),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
			const html = pieces.join('').replace(/<(script|base)/gi, '<i');
			expect(rewritten(html)).toBe(html);
		}),
	);
});
