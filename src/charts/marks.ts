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

export function bars(places: (Mark | null)[], width: number, bottom: number): Svg[] {
	return places
		.filter((place) => place !== null)
		.filter(({ value }) => value > 0)
		.map(({ x, y }) => element('rect', { class: 'chart-bar', x: x - width / 2, y, width, height: bottom - y }));
}

/** A line that breaks at gaps, with a dot at its end and at each point between two gaps, which no line can show. */
export function lines(places: (Mark | null)[]): Svg[] {
	const last = places.findLast((place) => place !== null);
	const alone = (index: number) => !places[index - 1] && !places[index + 1];
	const path = line<Mark | null>(
		(place) => place?.x ?? 0,
		(place) => place?.y ?? 0,
	)
		.defined((place) => place !== null)
		.digits(2);
	return [
		element('path', {
			class: 'chart-line',
			d: path(places) ?? '',
			fill: 'none',
			stroke: 'currentColor',
			'stroke-width': 1.5,
			'stroke-linejoin': 'round',
		}),
		...places.flatMap((place, index) =>
			place !== null && (place === last || alone(index))
				? [element('circle', { class: 'chart-dot', cx: place.x, cy: place.y, r: 2.5 })]
				: [],
		),
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
	const beside = ({ value, x, y }: Mark): Label => ({ content: write(value), x: x + 6, y: y + 4, anchor: 'start' });
	const clear = (labels: Label[]) => withoutOverlaps([...taken, ...labels]).filter((label) => !taken.includes(label));
	const last = marks.at(-1);
	const highest = greatest(marks, ({ value }) => value);
	if (last === undefined || highest === undefined) return [];
	const chosen = [kind === 'bars' ? above(last) : beside(last), ...(highest === last ? [] : [above(highest)])];
	const all = kind === 'bars' ? marks.map(above) : [];
	return all.length > 0 && clear(all).length === all.length ? all : clear(chosen);
}
