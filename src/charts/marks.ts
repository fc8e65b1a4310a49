import { greatest } from 'd3-array';
import { line } from 'd3-shape';
import { type Label, withoutOverlaps } from './labels.ts';
import { element, type Svg } from './svg.ts';

/** A known value, where it is drawn: the top of its bar, or its point on a line. */
export interface Mark {
	value: number;
	x: number;
	y: number;
}

/** Bars from the axis; the last is drawn lighter where it is `unfinished`. */
export function bars(places: (Mark | null)[], width: number, bottom: number, unfinished: boolean): Svg[] {
	return places.flatMap((place, index) => {
		if (place === null || place.value <= 0) return [];
		const { x, y } = place;
		const open = unfinished && index === places.length - 1;
		return [
			element('rect', {
				class: open ? 'chart-bar chart-unfinished' : 'chart-bar',
				x: x - width / 2,
				y,
				width,
				height: bottom - y,
				'fill-opacity': open ? 0.45 : null,
			}),
		];
	});
}

/** The way from place to place, which breaks at gaps; null where there is none. */
export const linePath = line<{ x: number; y: number } | null>(
	(place) => place?.x ?? 0,
	(place) => place?.y ?? 0,
)
	.defined((place) => place !== null)
	.digits(2);

const stroke = {
	fill: 'none',
	stroke: 'currentColor',
	'stroke-width': 1.5,
	'stroke-linejoin': 'round',
} as const;

/**
 * A line that breaks at gaps, with a dot at its end and at each point between two gaps, which no line can show. Where
 * the last point is `unfinished`, the way to it is dashed and its dot open.
 */
export function lines(places: (Mark | null)[], unfinished: boolean): Svg[] {
	const last = places.findLast((place) => place !== null);
	const alone = (index: number) => !places[index - 1] && !places[index + 1];
	const drawn = (part: (Mark | null)[], dashes: string | null): Svg[] => {
		const d = linePath(part);
		return d === null ? [] : [element('path', { class: 'chart-line', d, ...stroke, 'stroke-dasharray': dashes })];
	};
	const beforeLast = places.at(-2) ?? null;
	return [
		...drawn(unfinished ? places.slice(0, -1) : places, null),
		...(unfinished && beforeLast !== null ? drawn(places.slice(-2), '3 3') : []),
		...places.flatMap((place, index) => {
			if (place === null || !(place === last || alone(index))) return [];
			const at = { cx: place.x, cy: place.y, r: 2.5 };
			const open = unfinished && index === places.length - 1;
			return [
				open
					? element('circle', { class: 'chart-dot chart-unfinished', ...at, fill: 'none', stroke: 'currentColor' })
					: element('circle', { class: 'chart-dot', ...at }),
			];
		}),
	];
}

/**
 * What is written beside the marks themselves, clear of the labels that are `taken`: the last value and the highest;
 * of bars every value, where there is room for all.
 */
export function valueLabels(
	marks: Mark[],
	kind: 'bars' | 'line',
	write: (value: number) => string,
	taken: Label[],
): Label[] {
	const above = ({ value, x, y }: Mark): Label => ({ content: write(value), x, y: y - 5, anchor: 'middle' });
	const beside = ({ value, x, y }: Mark): Label => ({
		content: write(value),
		x: x + 6,
		y: value === 0 ? y - 4 : y + 4,
		anchor: 'start',
	});
	const clear = (labels: Label[]) => withoutOverlaps([...taken, ...labels]).filter((label) => !taken.includes(label));
	const last = marks.at(-1);
	const highest = greatest(marks, ({ value }) => value);
	if (last === undefined || highest === undefined) return [];
	const chosen = [kind === 'bars' ? above(last) : beside(last), ...(highest === last ? [] : [above(highest)])];
	const all = kind === 'bars' ? marks.map(above) : [];
	return all.length > 0 && clear(all).length === all.length ? all : clear(chosen);
}
