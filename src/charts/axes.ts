import { max, nice, ticks as ticksBetween } from 'd3-array';
import { scaleBand } from 'd3-scale';
import type { Reading } from './drawing.ts';
import { axisLabels, type Label, labelElement, labelWidth } from './labels.ts';
import { element, type Svg } from './svg.ts';

interface Extent {
	/** What may stand under each period; null where nothing should. */
	labels: (string | null)[];
	/** The value at the top, as `niceTop` gives it. */
	top: number;
	/** A value as it stands at the axis. */
	write: (value: number) => string;
	/** Whether values are whole: then no line of the grid stands between two of them. */
	whole: boolean;
	width: number;
	/** To the foot of the labels of periods. */
	height: number;
	/** Room beside the last period. */
	right: number;
}

/** Values from zero upwards over periods from left to right. */
export interface Axes {
	/** The middle of a period. */
	x: (index: number) => number;
	/** The height of a value; what is higher than the drawing stands at its top. */
	y: (value: number) => number;
	/** Room of a period for its mark. */
	bandwidth: number;
	labels: Label[];
	reading: Reading;
	/** Below the marks, and above them. */
	grid: Svg;
	axis: Svg[];
}

const margin = { top: 20, bottom: 26 };

const ticksOf = 3;

/**
 * Where an axis from zero ends, so that this value is in sight. By `nice` and `ticks`: the linear scale of d3 would
 * bring its colours and formats into browsers, as much again as all that a chart needs.
 */
export function niceTop(highest: number): number {
	return nice(0, highest > 0 ? highest : 1, ticksOf)[1];
}

/** Few lines of a grid, and as many labels of periods as stand clear of each other. */
export function axesOf({ labels, top, write, whole, width, height, right }: Extent): Axes {
	const bottom = height - margin.bottom;
	const heights = (value: number) => bottom - (bottom - margin.top) * Math.min(1, value / top);
	const ticks = ticksBetween(0, top, ticksOf).filter((tick) => !whole || Number.isInteger(tick));
	const across = {
		x1: Math.max(24, 14 + (max(ticks, (tick) => labelWidth(write(tick))) ?? 0)),
		x2: width - right,
	};
	const bands = scaleBand(labels.keys(), [across.x1, across.x2]).padding(0.15);
	const x = (index: number) => (bands(index) ?? 0) + bands.bandwidth() / 2;
	const written = [
		...ticks.map((tick): Label => ({ content: write(tick), x: across.x1 - 6, y: heights(tick) + 4, anchor: 'end' })),
		...axisLabels(labels.map((content, index) => ({ content, x: x(index), y: bottom + 18 }))),
	];
	return {
		x,
		y: heights,
		bandwidth: bands.bandwidth(),
		labels: written,
		reading: { start: x(0) - bands.step() / 2, step: bands.step(), top: margin.top, bottom },
		grid: element(
			'g',
			{ class: 'chart-grid', stroke: 'currentColor', 'stroke-opacity': 0.15 },
			...ticks.map((tick) => element('line', { ...across, y1: heights(tick), y2: heights(tick) })),
		),
		axis: [
			element('line', { class: 'chart-axis', ...across, y1: bottom, y2: bottom, stroke: 'currentColor' }),
			element('g', { class: 'chart-tick' }, ...written.map(labelElement)),
		],
	};
}
