import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatHex, parse } from 'culori';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { typeLetters } from '../../scripts/pictures/draw-cards.ts';
import { cardColours, cardHues } from '../../src/charts/card-colours.ts';
import { cardSize } from '../../src/charts/card-size.ts';
import type { Letters } from '../../src/charts/letters.ts';
import { isSettable } from '../../src/charts/settable.ts';
import { type SocialCard, socialCard } from '../../src/charts/social-card.ts';

let letters: Letters;
beforeAll(async () => {
	letters = await typeLetters();
});

const card: SocialCard = {
	label: 'Dense retrieval',
	hue: 3,
	title: 'A paper',
	byline: ['Ada Lovelace and 5 more', 'An institute'],
	facts: '24 November 2025',
	bars: { values: [1, 0, 4, 2], first: '2022', last: '2025', name: 'papers a year', meant: 2 },
};

describe('letters of pictures', () => {
	test('are there for every character that can be set', () => {
		const characters = Array.from({ length: 0x10000 }, (_, point) => String.fromCharCode(point)).filter(isSettable);
		expect(characters.length).toBeGreaterThan(500);
		const blank = characters.filter((character) => character.trim() !== '' && letters.width(character, 10) === 0);
		expect(blank).toEqual([]);
	});

	test.each(['Ångström’s “naïve” Łukasz', 'Ελληνικά', 'Кириллица', 'Việt Nam', '85% – 3 × 2 …', 'a\u202fb'])(
		'can set %j',
		(text) => expect(isSettable(text)).toBe(true),
	);

	test.each(['中文标题', 'عنوان', 'עברית', 'हिन्दी', '🤗', 'x → y', '', '\u0000'])('cannot set %j', (text) =>
		expect(isSettable(text)).toBe(false),
	);

	test('are set closer where they fit together', () => {
		const apart = ['A', 'V'].reduce((sum, letter) => sum + letters.width(letter, 100), 0);
		expect(letters.width('AV', 100)).toBeLessThan(apart);
	});

	test('are outlines: a picture names no typeface', () => {
		const svg = socialCard(card, letters);
		expect(svg).not.toMatch(/<text|font-family|<style|href|url\(/);
		expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 1200 630"/);
	});
});

describe('a social card', () => {
	/** Every point that is drawn: ends and handles of curves hold the curve between them. */
	function extent(svg: string): { left: number; right: number; top: number; bottom: number } {
		const xs: number[] = [];
		const ys: number[] = [];
		for (const [, data = ''] of svg.replace(/<g .*?<\/g>/, '').matchAll(/ d="([^"]*)"/g)) {
			const numbers = data.match(/-?(?:\d+\.?\d*|\.\d+)/g)?.map(Number) ?? [];
			for (const [at, number] of numbers.entries()) (at % 2 === 0 ? xs : ys).push(number);
		}
		return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
	}

	const words = fc.string({
		unit: fc.constantFrom('a', 'W', 'Q', 'i', ' ', ' ', '—', 'Å', 'ж', '<', '&', '"'),
		maxLength: 400,
	});

	test('keeps its letters inside, whatever is written', () => {
		fc.assert(
			fc.property(words, words, words, words, (title, label, line, facts) => {
				const drawn = extent(socialCard({ ...card, title, label, byline: [line, line], facts }, letters));
				expect(drawn.left).toBeGreaterThan(40);
				expect(drawn.right).toBeLessThan(cardSize.width - 40);
				expect(drawn.top).toBeGreaterThan(20);
				expect(drawn.bottom).toBeLessThan(cardSize.height - 20);
			}),
			{ numRuns: 30 },
		);
	});

	test('keeps lines of text apart', () => {
		const long = 'Words '.repeat(80);
		const drawn = socialCard({ ...card, title: long, byline: [long, long] }, letters);
		const lines = [...drawn.matchAll(/<path d="([^"]*)" fill="(#1c1b19|#5d5950)"/g)].map(([path]) => extent(path));
		const [, ...stacked] = lines.slice(0, 7);
		for (const [at, line] of stacked.slice(1).entries()) {
			expect(line.top).toBeGreaterThan((stacked[at]?.bottom ?? 0) - 1);
		}
	});

	test('has bars of the heights of its values, and marks the one that is meant', () => {
		const bars = [
			...socialCard(card, letters).matchAll(
				/<rect x="([\d.]+)" y="[\d.]+" width="[\d.]+" height="([\d.]+)" fill="(#\w+)"/g,
			),
		]
			.slice(1)
			.map(([, , height, fill]) => [Number(height), fill]);
		const { bar } = cardColours;
		expect(bars).toEqual([
			[17.5, bar],
			[0, bar],
			[70, cardHues[3]],
			[35, bar],
		]);
	});

	test('is complete without byline, facts and bars', () => {
		expect(socialCard({ ...card, byline: [], facts: null, bars: null }, letters)).toContain('</svg>');
	});
});

describe('the colours of cards', () => {
	const style = (name: string) => readFileSync(join(import.meta.dirname, '../../src/styles', name), 'utf8');

	test('are the light ones of topics', () => {
		const light = [...style('hues.css').matchAll(/light-dark\((oklch\([^)]*\))/g)].map(([, colour = '']) => colour);
		expect(cardHues).toEqual(light.map((colour) => formatHex(parse(colour))));
		expect(cardHues).toHaveLength(12);
	});

	test.each(['paper', 'ink', 'quiet', 'hairline', 'accent'] as const)('have the light --%s', (name) => {
		const value = new RegExp(`--${name}:\\s*light-dark\\(([^,]+),`).exec(style('tokens.css'))?.[1];
		expect(cardColours[name]).toBe(formatHex(parse(value ?? '')));
	});
});
