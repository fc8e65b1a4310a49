import { element, type Svg, text } from './svg.ts';

export interface Label {
	content: string;
	/** Where its anchor stands, and its baseline. */
	x: number;
	y: number;
	anchor: 'start' | 'middle' | 'end';
}

/** Widths at 12 px in the widest of common interface faces: what is clear there is clear in all. */
const characterWidth = 7.7;
const wideCharacterWidth = 11.7;
const lineHeight = 13;
const clearance = 4;

export function labelElement({ content, x, y, anchor }: Label): Svg {
	return element('text', { x, y, 'text-anchor': anchor }, text(content));
}

/** Width that a label may take, in pixels: measured by its characters, since nothing is set in type here. */
export function labelWidth(content: string): number {
	const wide = content.match(/[%@MWmw]|[\u1100-\u115F\u2E80-\uFFDC]|\p{Emoji_Presentation}/gu)?.length ?? 0;
	return content.length * characterWidth + wide * (wideCharacterWidth - characterWidth);
}

/** The labels that stand clear of those before them. */
export function withoutOverlaps(labels: Label[]): Label[] {
	const kept: Label[] = [];
	for (const label of labels) if (!kept.some((other) => overlap(label, other))) kept.push(label);
	return kept;
}

/**
 * Labels under an axis, centred at `x`, from left to right: all where there is room, else every second, every third
 * and so on, counted from the last. Places without content are none.
 */
export function axisLabels(places: { content: string | null; x: number; y: number }[]): Label[] {
	const labels = places.flatMap(({ content, x, y }): Label[] =>
		content === null ? [] : [{ content, x, y, anchor: 'middle' }],
	);
	const newestFirst = labels.toReversed();
	for (let step = 1; step < labels.length; step++) {
		const kept = newestFirst.filter((_, index) => index % step === 0);
		if (withoutOverlaps(kept).length === kept.length) return kept.toReversed();
	}
	return newestFirst.slice(0, 1);
}

/**
 * Places of at least `gap` between them, each as near as can be to the one it is made from, in the same order, and from
 * `first` to `last` as far as there is room. By pooling neighbours (isotonic regression), so that a crowd is spread
 * around its middle.
 */
export function spreadOut(places: readonly number[], gap: number, first: number, last: number): number[] {
	const order = [...places.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
	const pools: { sum: number; size: number }[] = [];
	for (const [rank, index] of order.entries()) {
		let pool = { sum: (places[index] ?? 0) - rank * gap, size: 1 };
		for (let before = pools.at(-1); before && before.sum / before.size > pool.sum / pool.size; before = pools.at(-1)) {
			pool = { sum: pool.sum + before.sum, size: pool.size + before.size };
			pools.pop();
		}
		pools.push(pool);
	}
	const spread = pools.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size));
	const end = last - (places.length - 1) * gap;
	const found = [...places];
	for (const [rank, index] of order.entries()) {
		found[index] = Math.max(first, Math.min(end, spread[rank] ?? 0)) + rank * gap;
	}
	return found;
}

function overlap(one: Label, other: Label): boolean {
	const [left, right] = sides(one);
	const [otherLeft, otherRight] = sides(other);
	return left < otherRight + clearance && otherLeft < right + clearance && Math.abs(one.y - other.y) < lineHeight;
}

function sides({ content, x, anchor }: Label): [left: number, right: number] {
	const width = labelWidth(content);
	const left = x - { start: 0, middle: width / 2, end: width }[anchor];
	return [left, left + width];
}
