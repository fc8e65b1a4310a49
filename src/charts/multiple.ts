import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import { type Label, labelElement, withoutOverlaps } from './labels.ts';
import { lines, type Mark } from './marks.ts';
import { element, type Svg } from './svg.ts';

/** One of several small drawings that are looked at together. */
export interface Multiple {
	/** Null where nothing is known. */
	values: (number | null)[];
	mark: 'bars' | 'line';
	/** Whether not all is known of the last value yet. */
	unfinished: boolean;
	/** The value at the top of all of them, so that they share a scale. */
	ceiling: number;
	/** What stands under the first and under the last value. */
	first: string;
	last: string;
}

const width = 208;
const height = 68;
const top = 6;
const bottom = 50;
const inset = 3;

/** A small drawing without a name: words beside it say the same. Null where fewer than two are known: no course. */
export function multiple({ values, mark, unfinished, ceiling, first, last }: Multiple): Svg | null {
	if (values.filter((value) => value !== null).length < 2) return null;
	const bands = scaleBand(values.keys(), [inset, width - inset]).padding(0.15);
	const y = scaleLinear([0, ceiling || 1], [bottom, top]).clamp(true);
	const places = values.map((value, index): Mark | null =>
		value === null ? null : { value, x: (bands(index) ?? 0) + bands.bandwidth() / 2, y: y(value) },
	);
	const ends: Label[] = [
		{ content: last, x: width - inset, y: height - 4, anchor: 'end' },
		{ content: first, x: inset, y: height - 4, anchor: 'start' },
	];
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			class: 'multiple',
			viewBox: `0 0 ${width} ${height}`,
			width,
			height,
			'font-size': 12,
			fill: 'currentColor',
			'aria-hidden': 'true',
		},
		element('line', {
			class: 'chart-axis',
			x1: inset,
			x2: width - inset,
			y1: bottom,
			y2: bottom,
			stroke: 'currentColor',
		}),
		...(mark === 'bars' ? barsInOne(places, bands.bandwidth(), unfinished) : lines(places, unfinished)),
		element('g', { class: 'chart-tick' }, ...withoutOverlaps(ends).map(labelElement)),
	);
}

/** All bars as one shape, since a page holds hundreds of such drawings; an unfinished one by itself, and lighter. */
function barsInOne(places: (Mark | null)[], bandwidth: number, unfinished: boolean): Svg[] {
	const barWidth = Math.min(bandwidth, 24);
	const shape = (part: (Mark | null)[]) =>
		part
			.filter((place) => place !== null)
			.filter(({ value }) => value > 0)
			.map(
				({ x, y }) => `M${(x - barWidth / 2).toFixed(1)},${bottom}V${y.toFixed(1)}h${barWidth.toFixed(1)}V${bottom}z`,
			)
			.join('');
	const finished = shape(unfinished ? places.slice(0, -1) : places);
	const open = unfinished ? shape(places.slice(-1)) : '';
	return [
		...(finished === '' ? [] : [element('path', { class: 'chart-bar', d: finished })]),
		...(open === '' ? [] : [element('path', { class: 'chart-bar chart-unfinished', d: open, 'fill-opacity': 0.45 })]),
	];
}

/** The value at the top of drawings that share a scale; 0 where nothing is known. */
export function ceilingOf(all: readonly (readonly (number | null)[])[]): number {
	return max(all, (values) => max(values, (value) => value)) ?? 0;
}
