import { max } from 'd3-array';
import {
	type SymbolType,
	symbol,
	symbolCircle,
	symbolCross,
	symbolDiamond,
	symbolSquare,
	symbolStar,
	symbolTriangle,
} from 'd3-shape';
import { type Axes, axesOf } from './axes.ts';
import { band, type Interval, roomFor, roomForChance, stretchOf } from './band.ts';
import { drawing, type Frame } from './drawing.ts';
import { type Label, labelElement, labelWidth, spreadOut } from './labels.ts';
import { linePath } from './marks.ts';
import { element, type Svg } from './svg.ts';
import { shareInWords } from './words.ts';
import { wrappedLines } from './wrapped-lines.ts';

export interface TermLine {
	term: string;
	/** One for each period; null where nothing is known. */
	values: (number | null)[];
	intervals: (Interval | null)[];
}

interface Drawn {
	lines: TermLine[];
	/** What may stand under each period. */
	labels: (string | null)[];
	/** Whether not all is known of the last period yet. */
	unfinished: boolean;
}

/** Dashes and marks: each line can be told from the others without its colour. */
const styles: readonly { dashes: string | null; mark: SymbolType }[] = [
	{ dashes: null, mark: symbolCircle },
	{ dashes: '7 3', mark: symbolSquare },
	{ dashes: '2 2.5', mark: symbolTriangle },
	{ dashes: '9 3 2 3', mark: symbolDiamond },
	{ dashes: '14 4', mark: symbolCross },
	{ dashes: '7 3 2 3 2 3', mark: symbolStar },
];

const sizes = {
	wide: { width: 640, height: 300, beside: 200 },
	narrow: { width: 280, height: 210, beside: 76 },
} as const;
const lineHeight = 16;
const sampleWidth = 36;
/** From the end of a line to its name. */
const besideEnd = 14;
/** So that the axis strikes through no name. */
const aboveAxis = 7;
/** A label that stands farther than this from the end of its line has a leader to it. */
const near = 5;

/**
 * Lines with their names at their ends, or below as a key where there is no room beside them. A page may colour the
 * classes `chart-series-1` to `chart-series-6`.
 */
export function drawTermLines(
	named: Pick<Frame, 'id' | 'title' | 'description'>,
	{ lines, labels, unfinished }: Drawn,
	variant: 'wide' | 'narrow',
): Svg {
	const { width, height, beside } = sizes[variant];
	const endings = lines.map(({ term, values }) => {
		const last = values.findLast((value) => value !== null);
		if (last === undefined || last === null) return term;
		return lines.length === 1 ? shareInWords(last) : `${term} ${shareInWords(last)}`;
	});
	const widest = max(endings, labelWidth) ?? 0;
	const isKeyed = widest > beside;
	const room = roomFor(
		lines.flatMap(({ values }) => values),
		lines.flatMap(({ intervals }) => intervals),
		roomForChance,
	);
	const axes = axesOf({
		labels,
		top: room.top,
		write: shareInWords,
		whole: false,
		width,
		height,
		right: isKeyed ? 30 : widest + 24,
	});
	const key = isKeyed ? keyOf(endings, width, height + 12) : { parts: [], height: 0 };
	return drawing(
		{ ...named, id: `${named.id}-${variant}`, variant: `chart-${variant}`, width, height: height + key.height },
		axes.reading,
		axes.grid,
		...lines.flatMap(({ intervals }) =>
			band(
				intervals.map((interval, index) => stretchOf(interval, axes.x(index), axes.y, room.top)),
				axes.bandwidth,
			),
		),
		...lines.map(({ values }, nth) => series(values, nth, axes, unfinished)),
		...axes.axis,
		...(isKeyed ? key.parts : labelsBeside(lines, endings, axes)),
	);
}

const styleOf = (nth: number) => styles[nth] ?? { dashes: null, mark: symbolCircle };

/** A line that breaks at gaps, with its mark at its end and wherever a point stands alone. */
function series(values: (number | null)[], nth: number, { x, y }: Axes, unfinished: boolean): Svg {
	const places = values.map((value, index) => (value === null ? null : { x: x(index), y: y(value) }));
	const last = places.findLast((place) => place !== null);
	const openAt = unfinished ? places.length - 1 : -1;
	const path = (part: typeof places, open: boolean): Svg[] => {
		const d = linePath(part);
		return d === null ? [] : [stroke(d, nth, open)];
	};
	return element(
		'g',
		{ class: `chart-series chart-series-${nth + 1}` },
		...path(unfinished ? places.slice(0, -1) : places, false),
		...(unfinished && places.at(-2) ? path(places.slice(-2), true) : []),
		...places.flatMap((place, index) =>
			place !== null && (place === last || !(places[index - 1] || places[index + 1]))
				? [markAt(place.x, place.y, nth, index === openAt)]
				: [],
		),
	);
}

function stroke(d: string, nth: number, open: boolean): Svg {
	return element('path', {
		class: 'chart-line',
		d,
		fill: 'none',
		stroke: 'currentColor',
		'stroke-width': 2,
		'stroke-linejoin': 'round',
		'stroke-dasharray': styleOf(nth).dashes,
		'stroke-opacity': open ? 0.5 : null,
	});
}

function markAt(x: number, y: number, nth: number, open: boolean): Svg {
	const d = symbol(styleOf(nth).mark, 44).digits(2)();
	const at = {
		class: open ? 'chart-dot chart-unfinished' : 'chart-dot',
		d: d ?? '',
		transform: `translate(${x.toFixed(2)},${y.toFixed(2)})`,
	};
	return element('path', open ? { ...at, fill: 'none', stroke: 'currentColor' } : at);
}

/** Names at the ends of their lines, moved apart where they would meet. */
function labelsBeside(lines: TermLine[], endings: string[], { x, y, reading }: Axes): Svg[] {
	const ends = lines.flatMap(({ values }, nth) => {
		const index = values.findLastIndex((value) => value !== null);
		const value = values[index];
		return value === undefined || value === null ? [] : [{ nth, x: x(index), y: y(value) }];
	});
	const left = (max(ends, (end) => end.x) ?? 0) + besideEnd;
	const heights = spreadOut(
		ends.map((end) => end.y),
		lineHeight,
		reading.top,
		reading.bottom - aboveAxis,
	);
	return ends.flatMap((end, index) => {
		const height = heights[index] ?? end.y;
		const label: Label = { content: endings[end.nth] ?? '', x: left, y: height + 4, anchor: 'start' };
		const away = Math.abs(height - end.y) > near || left - end.x > besideEnd;
		return [
			...(away
				? [
						element('path', {
							class: 'chart-leader',
							d:
								linePath([
									{ x: end.x + 6, y: end.y },
									{ x: left - 3, y: height },
								]) ?? '',
							fill: 'none',
							stroke: 'currentColor',
							'stroke-opacity': 0.5,
						}),
					]
				: []),
			element('g', { class: 'chart-value' }, labelElement(label)),
		];
	});
}

/** Samples of lines with their names, one below the other; a long name goes on in the next line. */
function keyOf(endings: string[], width: number, top: number): { parts: Svg[]; height: number } {
	let y = top;
	const parts = endings.flatMap((ending, nth) => {
		const written = wrappedLines(ending, width - sampleWidth - 8, Number.POSITIVE_INFINITY, labelWidth);
		const sampled = y;
		const named = written.map((content): Label => {
			const label: Label = { content, x: sampleWidth, y: y + 4, anchor: 'start' };
			y += lineHeight;
			return label;
		});
		const line =
			linePath([
				{ x: 2, y: sampled },
				{ x: sampleWidth - 8, y: sampled },
			]) ?? '';
		return [
			element(
				'g',
				{ class: `chart-series chart-series-${nth + 1}` },
				stroke(line, nth, false),
				markAt(sampleWidth / 2 - 3, sampled, nth, false),
			),
			element('g', { class: 'chart-value' }, ...named.map(labelElement)),
		];
	});
	return { parts, height: y - top + 10 };
}
