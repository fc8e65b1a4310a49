import { describe, expect, test } from 'vitest';
import { renderAbstract, renderTitle } from '../../src/markup/render.ts';
import { spokenForm } from '../../src/markup/search-forms.ts';

/** Names that every object of JavaScript has, and that tables of commands must not take for theirs. */
const names = [
	...['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'toLocaleString'],
	...['propertyIsEnumerable', '__proto__', '__defineGetter__', 'prototype'],
];

const places = [
	...['{\\NAME} of knots', '\\NAME{y} of knots', '{\\NAME y} of knots', 'knots \\NAME here', '\\NAME. Knots'],
	...['$\\NAME{x}$ knots', '$x^2 \\NAME y$ knots', '{NAME O}(n^2) knots', 'x^NAME y_NAME knots', 'knots \\NAME{}.'],
];

describe.each(names)('the name %s', (name) => {
	test.each(places)('is text in %j', (place) => {
		const captured = place.replaceAll('NAME', name);
		for (const render of [renderTitle, renderAbstract]) {
			const { text, html, searchText } = render(captured);
			expect(text.toLowerCase()).toContain('knots');
			expect(`${text} ${html} ${searchText}`).not.toMatch(/native code|\[object|undefined|function/);
		}
	});

	test('is spoken as it is written', () => {
		expect(spokenForm(`\\${name.replaceAll('_', '')} x`)).toBe(`${name.replaceAll('_', '')} x`);
	});
});
