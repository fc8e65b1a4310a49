import { create, type Font, type Glyph } from 'fontkit';
import { asSet } from './settable.ts';
import { element, type Svg } from './svg.ts';

/** How a text is set: its size and colour, and where its baseline begins or, with `anchor: 'end'`, ends. */
export interface Setting {
	x: number;
	y: number;
	size: number;
	fill: string;
	anchor?: 'start' | 'end';
}

/** Letters as outlines, so that a drawing looks the same where its type is not installed. */
export interface Letters {
	width(text: string, size: number): number;
	outline(text: string, setting: Setting): Svg;
}

/** A word at size 1: its glyphs with the places of their pens, and how far it goes. */
interface SetWord {
	glyphs: { glyph: Glyph; x: number; y: number; scale: number }[];
	advance: number;
}

/**
 * Letters from font files that share one design, each with the characters of some scripts: the first that has a
 * character gives it. Characters that none has are left out; `isSettable` knows them beforehand.
 */
export function lettersOf(files: readonly Buffer[]): Letters {
	const fonts = files.map(fontOf);
	const space = setWord(fonts, ' ').advance;
	const known = new Map<string, SetWord>();

	function words(text: string): SetWord[] {
		return asSet(text)
			.split(' ')
			.map((word) => {
				const found = known.get(word) ?? setWord(fonts, word);
				known.set(word, found);
				return found;
			});
	}

	function width(text: string, size: number): number {
		const set = words(text);
		return size * set.reduce((sum, { advance }) => sum + advance, space * (set.length - 1));
	}

	function outline(text: string, { x, y, size, fill, anchor = 'start' }: Setting): Svg {
		let pen = anchor === 'end' ? x - width(text, size) : x;
		const paths: string[] = [];
		for (const { glyphs, advance } of words(text)) {
			for (const { glyph, scale, x: left, y: up } of glyphs) {
				const path = glyph.path.transform(scale * size, 0, 0, -scale * size, pen + left * size, y - up * size);
				paths.push(path.toSVG());
			}
			pen += (advance + space) * size;
		}
		return element('path', { d: paths.join(''), fill });
	}

	return { width, outline };
}

function setWord(fonts: readonly Font[], word: string): SetWord {
	const glyphs: SetWord['glyphs'] = [];
	let pen = 0;
	for (const { font, text } of runs(fonts, word)) {
		const scale = 1 / font.unitsPerEm;
		const run = font.layout(text);
		for (const [at, glyph] of run.glyphs.entries()) {
			const { xOffset = 0, yOffset = 0, xAdvance = 0 } = run.positions[at] ?? {};
			glyphs.push({ glyph, scale, x: pen + xOffset * scale, y: yOffset * scale });
			pen += xAdvance * scale;
		}
	}
	return { glyphs, advance: pen };
}

/** Parts of a word that one font has. */
function runs(fonts: readonly Font[], word: string): { font: Font; text: string }[] {
	const found: { font: Font; text: string }[] = [];
	for (const character of word) {
		const font = fonts.find((each) => each.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
		const last = found.at(-1);
		if (!font) continue;
		if (last?.font === font) last.text += character;
		else found.push({ font, text: character });
	}
	return found;
}

function fontOf(file: Buffer): Font {
	const font = create(file);
	if ('fonts' in font) throw new TypeError('A collection of fonts is not one font.');
	return font;
}
