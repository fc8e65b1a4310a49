import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { lines, type Mark } from './marks.ts';
import { element, type Svg } from './svg.ts';

const width = 100;
const height = 20;
/** Room for the dot at the end of the line. */
const inset = 3;

/**
 * A line of a word's size, from zero, with a dot at its end; null where no value is known. Values that are null are
 * gaps. With a label it is a picture of that name, without one an ornament beside words that say the same. `ceiling`
 * is the value at its top, so that several can share a scale.
 */
export function sparkline(
	values: (number | null)[],
	{ label = null, ceiling = null }: { label?: string | null; ceiling?: number | null } = {},
): Svg | null {
	if (values.every((value) => value === null)) return null;
	const x = scaleLinear([0, Math.max(values.length - 1, 1)], [inset, width - inset]);
	const y = scaleLinear([0, ceiling ?? (max(values, (value) => value) || 1)], [height - inset, inset]).clamp(true);
	const places = values.map((value, index): Mark | null =>
		value === null ? null : { value, x: x(index), y: y(value) },
	);
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			class: 'sparkline',
			viewBox: `0 0 ${width} ${height}`,
			width,
			height,
			fill: 'currentColor',
			role: label === null ? null : 'img',
			'aria-label': label,
			'aria-hidden': label === null ? 'true' : null,
		},
		...lines(places, false),
	);
}
