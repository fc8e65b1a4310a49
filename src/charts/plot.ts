import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import { axisLabels, type Label, labelElement, labelWidth } from './labels.ts';
import { bars, lines, type Mark, valueLabels } from './marks.ts';
import { element, type Svg, text } from './svg.ts';

/** What is known of a period. */
export interface Point {
	value: number | null;
	/** What may stand under it; null where nothing should. */
	label: string | null;
}

export interface Plot {
	/** Names the drawing's parts: unique in its page, and without spaces. */
	id: string;
	/** A class beside `chart`. */
	variant: string;
	title: string;
	description: string;
	points: Point[];
	mark: 'bars' | 'line';
	/** Whether not all is known of the last point yet. */
	unfinished: boolean;
	/** A value as it stands at the axis and beside a mark. */
	write: (value: number) => string;
	/** Whether values are whole: then no line of the grid stands between two of them. */
	whole: boolean;
	/** In the user's units: pixels, where the drawing is shown in its own size. */
	width: number;
	height: number;
}

const margin = { top: 20, bottom: 26 };
const widestBar = 48;

/**
 * A drawing of values over time, from left to right. It is in `currentColor`; a page may colour its classes
 * `chart-grid`, `chart-axis`, `chart-bar`, `chart-line`, `chart-dot`, `chart-tick` (labels of the axes) and
 * `chart-value` (labels of marks), and `chart-unfinished` (a mark of which not all is known). `data-start` and
 * `data-step` say where the room of the first point begins and how wide it is for each. Zero is always in sight, nothing stands where nothing is known, and labels that
 * would overlap are left out.
 */
export function plot(drawing: Plot): Svg {
	const { id, variant, title, description, points, mark, unfinished, write, whole, width, height } = drawing;
	const bottom = height - margin.bottom;
	const heights = scaleLinear([0, max(points, ({ value }) => value) || 1], [bottom, margin.top]).nice(3);
	const ticks = heights.ticks(3).filter((tick) => !whole || Number.isInteger(tick));
	const last = points.findLast(({ value }) => value !== null)?.value ?? 0;
	const across = {
		x1: Math.max(24, 14 + (max(ticks, (tick) => labelWidth(write(tick))) ?? 0)),
		x2: width - Math.max(30, 10 + labelWidth(write(last))),
	};
	const bands = scaleBand(points.keys(), [across.x1, across.x2]).padding(0.15);
	const middle = (index: number) => (bands(index) ?? 0) + bands.bandwidth() / 2;
	const places = points.map(({ value }, index): Mark | null =>
		value === null ? null : { value, x: middle(index), y: heights(value) },
	);
	const axes = [
		...ticks.map((tick): Label => ({ content: write(tick), x: across.x1 - 6, y: heights(tick) + 4, anchor: 'end' })),
		...axisLabels(points.map(({ label }, index) => ({ content: label, x: middle(index), y: bottom + 18 }))),
	];
	const known = places.filter((place) => place !== null);
	const values = valueLabels(known, mark, write, axes);

	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			class: `chart ${variant}`,
			viewBox: `0 0 ${width} ${height}`,
			width,
			height,
			role: 'img',
			'aria-labelledby': `${id}-title`,
			'aria-describedby': `${id}-desc`,
			'font-size': 12,
			fill: 'currentColor',
			'data-start': bands(0) === undefined ? null : middle(0) - bands.step() / 2,
			'data-step': bands.step(),
		},
		element('title', { id: `${id}-title` }, text(title)),
		element('desc', { id: `${id}-desc` }, text(description)),
		element(
			'g',
			{ class: 'chart-grid', stroke: 'currentColor', 'stroke-opacity': 0.15 },
			...ticks.map((tick) => element('line', { ...across, y1: heights(tick), y2: heights(tick) })),
		),
		...(mark === 'bars'
			? bars(places, Math.min(bands.bandwidth(), widestBar), bottom, unfinished)
			: lines(places, unfinished)),
		element('line', { class: 'chart-axis', ...across, y1: bottom, y2: bottom, stroke: 'currentColor' }),
		element('g', { class: 'chart-tick' }, ...axes.map(labelElement)),
		element('g', { class: 'chart-value' }, ...values.map(labelElement)),
	);
}
