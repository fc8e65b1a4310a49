import { readFileSync } from 'node:fs';
import {
	type Color,
	differenceCiede2000,
	displayable,
	filterDeficiencyDeuter,
	filterDeficiencyProt,
	parse,
	wcagContrast,
} from 'culori';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hueCount, topicHue } from '../../src/charts/topic-hue.ts';
import { slugSchema } from '../../src/records/paper.ts';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const hues = readFileSync('src/styles/hues.css', 'utf8');

/** Both colours of `name: light-dark(…, …)` in a style sheet. */
function lightAndDark(css: string, name: string): { light: Color; dark: Color } {
	const value = new RegExp(`${name}: light-dark\\((#\\w+|oklch\\([^)]+\\)), (#\\w+|oklch\\([^)]+\\))\\);`).exec(css);
	const [light, dark] = [parse(value?.[1] ?? ''), parse(value?.[2] ?? '')];
	if (light === undefined || dark === undefined) throw new Error(`${name} is no pair of colours.`);
	return { light, dark };
}

function hue(index: number): { light: Color; dark: Color } {
	const rule = hues.match(new RegExp(`\\.hue-${index} \\{[^}]*\\}`))?.[0] ?? '';
	return lightAndDark(rule, '--topic');
}

const indices = Array.from({ length: hueCount }, (_, index) => index);
const grounds = { paper: lightAndDark(tokens, '--paper'), tint: lightAndDark(tokens, '--tint') };

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
	test.each(['paper', 'tint'] as const)('each can be read as text on %s', (ground) => {
		const low = indices.filter((index) => wcagContrast(hue(index)[scheme], grounds[ground][scheme]) < 4.5);
		expect(low).toEqual([]);
	});

	test('all have one lightness', () => {
		const lightness = indices.map((index) => hue(index)[scheme]).map((color) => ('l' in color ? color.l : null));
		expect(new Set(lightness).size).toBe(1);
	});

	test('all lie within what every screen shows', () => {
		const outside = indices.filter((index) => !displayable(hue(index)[scheme]));
		expect(outside).toEqual([]);
	});

	/** What red- and green-blind readers lose is why a hue is never the only sign; still no two may become one. */
	test.each([
		['usual sight', (color: Color) => color, 8],
		['red-blind', filterDeficiencyProt(1), 1.5],
		['green-blind', filterDeficiencyDeuter(1), 1.5],
	])('no two are one colour: %s', (_, seen, least) => {
		const difference = differenceCiede2000();
		const distances = indices.flatMap((one) =>
			indices.slice(one + 1).map((other) => difference(seen(hue(one)[scheme]), seen(hue(other)[scheme]))),
		);
		expect(Math.min(...distances)).toBeGreaterThan(least);
	});
});

test('a topic keeps its hue', () => {
	const slugs = ['vision', 'rag', 'transformers', 'word-vectors'].map((slug) => slugSchema.parse(slug));
	expect(slugs.map(topicHue)).toEqual([4, 5, 10, 11]);
});

test('any slug has one', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/), (text) => {
			const found = topicHue(slugSchema.parse(text));
			expect(indices).toContain(found);
		}),
	);
});
