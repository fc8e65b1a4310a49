import { describe, expect, test } from 'vitest';
import { rewrittenStyle } from '../../src/bundle/rewrite-style.ts';
import { DaybookError } from '../../src/errors.ts';

const setting = {
	addressOf: (address: string) => (address.startsWith('/') ? `..${address}` : null),
	file: 'x.css',
};

describe('addresses in a style sheet', () => {
	test.each([
		['@import "/x.css";', '@import "../x.css";'],
		['@import url(/x.css) print;', '@import "../x.css" print;'],
		['p { background: url(/x.png) }', 'url(../x.png)'],
		[`p { background: url( "/a b'c.png" ) }`, `url("../a b'c.png")`],
		['p { background: image-set(url(/x.png) 1x) }', 'url(../x.png)'],
		['@font-face { font-family: x; src: url(/x.woff2) format("woff2") }', 'url(../x.woff2)'],
		['p { mask: url(#x) }', 'url(#x)'],
		['p { background: url(data:image/png;base64,AA==) }', 'url(data:image/png;base64,AA==)'],
	])('%s', async (css, expected) => {
		expect(await rewrittenStyle(css, setting)).toContain(expected);
	});

	test('are not looked for in comments and texts', async () => {
		const css = '/* url(/x) */ p::before { content: "url(/y)"; background: url(/z) }';
		const rewritten = await rewrittenStyle(css, setting);
		expect(rewritten).toContain('content: "url(/y)"');
		expect(rewritten).toContain('url(../z)');
	});

	test.each([
		'a{color:light-dark(#fff,#000);& b{margin:0}}@view-transition{navigation:auto}',
		'@supports (content: "a" / "b") { a:is([href^="x" i])::after { content: "b" / "c" } }',
	])('where there is none, all stays byte for byte: %s', async (css) => {
		expect(await rewrittenStyle(css, setting)).toBe(css);
	});

	test.each(['p { background: image-set("/x.png" 1x) }', "p { background: src( '/x.png' ) }"])(
		'that stand in texts are refused: %s',
		async (css) => {
			await expect(rewrittenStyle(css, setting)).rejects.toMatchObject({ code: 'bundle/unfit-style' });
		},
	);

	test('that lead nowhere are told', async () => {
		const error = new DaybookError({ code: 'bundle/missing-target', message: 'Nothing is there.', hint: 'mend it' });
		const addressOf = () => {
			throw error;
		};
		await expect(rewrittenStyle('@import "/x.css";', { ...setting, addressOf })).rejects.toBe(error);
	});

	test('what browsers understand is not written for older ones', async () => {
		const css = 'a{color:light-dark(#fff,#000);& b{background:url(/x)}}';
		const rewritten = await rewrittenStyle(css, setting);
		expect(rewritten).toContain('light-dark(');
		expect(rewritten).toContain('& b');
	});
});
