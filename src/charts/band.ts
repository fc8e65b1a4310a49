import { max } from 'd3-array';
import { area } from 'd3-shape';
import { niceTop } from './axes.ts';
import { element, type Svg } from './svg.ts';

/** From where to where something may lie. */
export interface Interval {
	low: number;
	high: number;
}

/** An interval, where it is drawn: its ends as heights, and whether it goes on above the drawing. */
interface Stretch extends Interval {
	x: number;
	beyond: boolean;
}

/** A band of chance grows a drawing to this many times its highest value: more would press the line to the ground. */
export const roomForChance = 2;
/** Between two arrows. */
const arrowStep = 12;

/** Where the axis of a drawing ends whose band makes it at most so many times as high, and whether the band goes on. */
export function roomFor(
	values: (number | null)[],
	intervals: (Interval | null)[],
	most: number,
): { top: number; cut: boolean } {
	const highest = max(values, (value) => value) ?? 0;
	const tallest = max(intervals, (interval) => interval?.high) ?? highest;
	const top = niceTop(highest > 0 ? Math.max(highest, Math.min(tallest, most * highest)) : tallest);
	return { top, cut: tallest > top };
}

/** Where an interval stands in a drawing whose axis ends at `top`. */
export function stretchOf(
	interval: Interval | null,
	x: number,
	y: (value: number) => number,
	top: number,
): Stretch | null {
	return interval === null ? null : { x, low: y(interval.low), high: y(interval.high), beyond: interval.high > top };
}

/**
 * A quiet band behind a line, which breaks at gaps. A period between two gaps has a bar of its own, since an area needs
 * two. Where the band goes on above the drawing, arrows at its top say so.
 */
export function band(stretches: (Stretch | null)[], bandwidth: number): Svg[] {
	const alone = (index: number) => !stretches[index - 1] && !stretches[index + 1];
	const shape = area<Stretch | null>(
		(each) => each?.x ?? 0,
		(each) => each?.low ?? 0,
		(each) => each?.high ?? 0,
	)
		.defined((each) => each !== null)
		.digits(2);
	const joined = shape(stretches.map((each, index) => (alone(index) ? null : each)));
	const width = Math.min(bandwidth, 8);
	const quiet = { class: 'chart-band', 'fill-opacity': 0.16 };
	return [
		...(joined === null ? [] : [element('path', { ...quiet, d: joined })]),
		...stretches.flatMap((each, index) => {
			if (each === null || !alone(index)) return [];
			return [element('rect', { ...quiet, x: each.x - width / 2, y: each.high, width, height: each.low - each.high })];
		}),
		...arrows(stretches),
	];
}

function arrows(stretches: (Stretch | null)[]): Svg[] {
	const drawn: Svg[] = [];
	let last = Number.NEGATIVE_INFINITY;
	for (const each of stretches) {
		if (!each?.beyond || each.x - last < arrowStep) continue;
		const { x, high } = each;
		last = x;
		drawn.push(element('path', { class: 'chart-beyond', d: `M${x.toFixed(2)},${(high - 5).toFixed(2)}l4,6h-8z` }));
	}
	return drawn;
}

/** What the band of these shares is. */
export function bandInWords(drawn: readonly { value: number | null; interval: Interval | null }[]): string {
	const { cut } = roomFor(
		drawn.map(({ value }) => value),
		drawn.map(({ interval }) => interval),
		roomForChance,
	);
	const meaning = 'The band is the 95% interval of each share: few papers, wide band.';
	return cut ? `${meaning} Where an arrow stands, it goes on above the drawing.` : meaning;
}
