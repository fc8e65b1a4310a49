import { axesOf } from './axes.ts';
import { band, type Interval, roomFor, roomForChance, stretchOf } from './band.ts';
import { drawing, type Frame } from './drawing.ts';
import { labelElement, labelWidth } from './labels.ts';
import { bars, lines, type Mark, valueLabels } from './marks.ts';
import { element, type Svg } from './svg.ts';

/** What is known of a period. */
export interface Point {
	value: number | null;
	/** Between what it may lie; null where no band is drawn. */
	interval: Interval | null;
	/** What may stand under it; null where nothing should. */
	label: string | null;
}

export interface Plot extends Frame {
	points: Point[];
	mark: 'bars' | 'line';
	/** Whether not all is known of the last point yet. */
	unfinished: boolean;
	/** A value as it stands at the axis and beside a mark. */
	write: (value: number) => string;
	/** Whether values are whole: then no line of the grid stands between two of them. */
	whole: boolean;
	/** How many times as high as its highest value a drawing may be for its band: 2 where not said. */
	room?: number;
}

const widestBar = 48;

/**
 * A drawing of values over time, from left to right. It is in `currentColor`; a page may colour its classes
 * `chart-grid`, `chart-axis`, `chart-bar`, `chart-line`, `chart-dot`, `chart-band`, `chart-beyond` (a band goes on
 * above the drawing), `chart-tick` (labels of the axes) and `chart-value` (labels of marks), and `chart-unfinished` (a
 * mark of which not all is known). Zero is always in sight, nothing stands where nothing is known, and labels that
 * would overlap are left out.
 */
export function plot({ points, mark, unfinished, write, whole, room = roomForChance, ...frame }: Plot): Svg {
	const last = points.findLast(({ value }) => value !== null)?.value ?? 0;
	const { top } = roomFor(
		points.map(({ value }) => value),
		points.map(({ interval }) => interval),
		room,
	);
	const { x, y, bandwidth, labels, reading, grid, axis } = axesOf({
		labels: points.map(({ label }) => label),
		top,
		write,
		whole,
		width: frame.width,
		height: frame.height,
		right: Math.max(30, 10 + labelWidth(write(last))),
	});
	const places = points.map(({ value }, index): Mark | null =>
		value === null ? null : { value, x: x(index), y: y(value) },
	);
	const known = places.filter((place) => place !== null);

	return drawing(
		frame,
		reading,
		grid,
		...band(
			points.map(({ interval }, index) => stretchOf(interval, x(index), y, top)),
			bandwidth,
		),
		...(mark === 'bars'
			? bars(places, Math.min(bandwidth, widestBar), reading.bottom, unfinished)
			: lines(places, unfinished)),
		...axis,
		element('g', { class: 'chart-value' }, ...valueLabels(known, mark, write, labels).map(labelElement)),
	);
}
