import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import { cardColours, cardHues } from './card-colours.ts';
import { cardSize } from './card-size.ts';
import type { Letters } from './letters.ts';
import { element, type Svg } from './svg.ts';
import { balancedLines, isCut, oneLine, wrappedLines } from './wrapped-lines.ts';

/** What a card says. Its texts can be set (`isSettable`). */
export interface SocialCard {
	/** Above the title, in the card's colour: the topic of a paper, or what kind of page it is. */
	label: string;
	/** Of the topic, as `topicHue` numbers them; null for the site's own colour. */
	hue: number | null;
	title: string;
	/** Below the title, a line each: at most two. */
	byline: string[];
	/** At the foot: a date, or how many papers. */
	facts: string | null;
	bars: CardBars | null;
}

/** Counts of one period after another, with the names of the first and the last. */
export interface CardBars {
	values: number[];
	first: string;
	last: string;
	/** What is counted, between them; null where there is no room. */
	name: string | null;
	/** The one that is meant, all of them, or none. */
	meant: number | 'all' | null;
}

const left = 88;
const right = cardSize.width - 72;
/** The longer a title is, the smaller it is set; the last size cuts it. */
const titleSizes = [
	{ size: 70, lines: 3 },
	{ size: 60, lines: 3 },
	{ size: 52, lines: 4 },
] as const;

/** A picture of a page for those who link to it: complete, with its letters as outlines. */
export function socialCard({ label, hue, title, byline, facts, bars }: SocialCard, letters: Letters): Svg {
	const colour = (hue === null ? null : cardHues[hue]) ?? cardColours.accent;
	const { size, lines } = titleLines(title, letters);
	const footWidth = (bars ? barsLeft - 48 : right) - left;
	const line = (text: string, width: number, size: number) => oneLine(text, width, (part) => letters.width(part, size));
	const leading = size * 1.18;
	const titleTop = 132 + size * 0.86;
	const below = titleTop + (lines.length - 1) * leading + 60;
	return element(
		'svg',
		{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${cardSize.width} ${cardSize.height}`, ...cardSize },
		element('rect', { ...cardSize, fill: cardColours.paper }),
		element('rect', { width: 24, height: cardSize.height, fill: colour }),
		letters.outline(line(label, 780, 34), { x: left, y: 84, size: 34, fill: colour }),
		...siteName(letters, colour),
		...lines.map((text, at) =>
			letters.outline(text, { x: left, y: titleTop + at * leading, size, fill: cardColours.ink }),
		),
		...byline.slice(0, 2).map((text, at) => {
			const width = (at === 0 ? right : barsLeft - 48) - left;
			return letters.outline(line(text, width, 32), { x: left, y: below + at * 44, size: 32, fill: cardColours.quiet });
		}),
		element('rect', { x: left, y: barsBottom, width: right - left, height: 2, fill: cardColours.hairline }),
		...(facts === null
			? []
			: [letters.outline(line(facts, footWidth, 32), { x: left, y: 582, size: 32, fill: cardColours.ink })]),
		...(bars === null ? [] : drawnBars(bars, colour, letters)),
	);
}

/** A title in the largest size that shows it whole, its lines about equally long; cut in the smallest. */
function titleLines(title: string, letters: Letters): { size: number; lines: string[] } {
	const set = titleSizes.map(({ size, lines: count }) => {
		const measure = (text: string) => letters.width(text, size);
		const lines = wrappedLines(title, right - left, count, measure);
		return { size, lines, whole: !isCut(lines), measure };
	});
	const chosen = set.find(({ whole }) => whole) ?? set[set.length - 1];
	if (!chosen) return { size: 0, lines: [] };
	const { size, lines, whole, measure } = chosen;
	return { size, lines: whole ? balancedLines(title, right - left, lines.length, measure) : lines };
}
/** The icon, as `public/icon.svg` draws it but in the card's colour, and the name. */
function siteName(letters: Letters, colour: string): Svg[] {
	const icon = element(
		'g',
		{ transform: `translate(${right - 40} 54) scale(1.25)` },
		element('rect', { width: 32, height: 32, rx: 6, fill: colour }),
		element('path', { d: 'M6 6h4v4H6zM6 14h4v4H6zM6 22h4v4H6z', fill: '#fff', 'fill-opacity': 0.6 }),
		element('path', { d: 'M14 6h12v4H14zM14 14h12v4H14zM14 22h6v4h-6z', fill: '#fff' }),
	);
	return [icon, letters.outline('Daybook', { x: right - 54, y: 84, size: 32, fill: cardColours.ink, anchor: 'end' })];
}

const barsLeft = 760;
const barsTop = 470;
const barsBottom = 540;

function drawnBars({ values, first, last, name, meant }: CardBars, colour: string, letters: Letters): Svg[] {
	const x = scaleBand(values.keys(), [barsLeft, right]).paddingInner(0.25);
	const y = scaleLinear([0, max(values) || 1], [barsBottom, barsTop]);
	const axis = { y: 582, size: 26, fill: cardColours.quiet };
	const middle = (barsLeft + right + letters.width(name ?? '', 26)) / 2;
	return [
		...values.entries().map(([at, value]) =>
			element('rect', {
				x: x(at) ?? barsLeft,
				y: value > 0 ? Math.min(y(value), barsBottom - 3) : barsBottom,
				width: x.bandwidth(),
				height: value > 0 ? Math.max(barsBottom - y(value), 3) : 0,
				fill: meant === 'all' || meant === at ? colour : cardColours.bar,
			}),
		),
		...(name === null ? [] : [letters.outline(name, { ...axis, x: middle, anchor: 'end' })]),
		letters.outline(first, { ...axis, x: barsLeft }),
		...(values.length > 1 ? [letters.outline(last, { ...axis, x: right, anchor: 'end' })] : []),
	];
}
