import { cumsum, sum } from 'd3-array';
import { element, type Svg } from './svg.ts';
import { countInWords, shareInWords } from './words.ts';

/** A part of a whole. */
export interface Portion {
	/** Names its class, `stack-…`: for CSS. */
	kind: string;
	name: string;
	count: number;
}

/** A whole in its parts: a bar, and its key in the order of the bar. */
export interface StackedBar {
	/** An ornament beside its key, which says the same; null where the whole is nothing. */
	svg: Svg | null;
	key: { kind: string; name: string; count: string; share: string }[];
}

const width = 600;
const height = 14;
/** A part that there is can be seen, however small. */
const leastWidth = 4;
const gap = 1;

/** A bar of the parts that there are, in their order. It has no size of its own: a page stretches it. */
export function stackedBar(portions: readonly Portion[]): StackedBar {
	const whole = sum(portions, ({ count }) => count);
	const key = portions.map(({ kind, name, count }) => ({
		kind,
		name,
		count: countInWords(count),
		share: shareInWords(whole === 0 ? 0 : count / whole),
	}));
	if (whole === 0) return { svg: null, key };
	const drawn = portions.filter(({ count }) => count > 0);
	const free = width - drawn.length * leastWidth;
	const widths = drawn.map(({ count }) => leastWidth + (free * count) / whole);
	const ends = cumsum(widths);
	const svg = element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			class: 'stack',
			viewBox: `0 0 ${width} ${height}`,
			preserveAspectRatio: 'none',
			'aria-hidden': 'true',
		},
		...drawn.map(({ kind }, nth) => {
			const own = widths[nth] ?? 0;
			return element('rect', { class: `stack-${kind}`, x: (ends[nth] ?? 0) - own, y: 0, width: own - gap, height });
		}),
	);
	return { svg, key };
}
