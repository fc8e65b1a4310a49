import { expect, test } from 'vitest';
import { renderAbstract, renderTitle } from '../../src/markup/render.ts';

/** What rules look for, a megabyte of it: a rule that looks again at what it has seen would never end. */
test.each([
	...[
		'{',
		'$',
		'_',
		'\\(',
		'^',
		'`',
		'*',
		'(',
		'~',
		'--',
		'|',
		'a_{',
		'{sf ',
		'$a',
		'$a$ ',
		'x^2 ',
		'\\textbf{',
		'{\\em ',
	],
	...[
		'https://',
		'x in R ',
		'``',
		"`a'",
		'2times ',
		'a{b}',
		'\\a ',
		'* a',
		'**a',
		'\\"a',
		'x2013',
		'eta ',
		'\\cite[',
		'[a](',
		'\\href{',
	],
])('a megabyte of %j comes to an end', { timeout: 20_000 }, (unit) => {
	const text = unit.repeat(Math.floor(1_000_000 / unit.length));
	expect(renderAbstract(text).html.length).toBeGreaterThan(0);
	expect(renderTitle(text).text.length).toBeGreaterThan(0);
});
