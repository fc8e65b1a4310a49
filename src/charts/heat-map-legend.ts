import { fewPapers, type Plan, sideOf, square } from './heat-map-plan.ts';
import { type Label, labelElement, labelWidth } from './labels.ts';
import type { Counts } from './shares.ts';
import { element, type Svg } from './svg.ts';
import { periodInShort, shareInWords } from './words.ts';

const footLine = 16;

/** Squares whose share is of few papers, as one shape. */
export function hollowSquares(d: string): Svg {
	return element('path', { class: 'chart-hollow', d, fill: 'none', stroke: 'currentColor' });
}

/** A line down the middle of a cell of which nothing is known, as a part of a path. */
export function dotted(x: number, top: number, down: number): string {
	return `M${x.toFixed(1)},${(top + 2).toFixed(1)}v${(down - 4).toFixed(1)}`;
}

/** Such lines as one shape. */
export function unknownLine(d: string): Svg {
	return element('path', {
		class: 'chart-unknown',
		d,
		fill: 'none',
		stroke: 'currentColor',
		'stroke-dasharray': '1 3',
	});
}

/** Below the rows: what squares of three sizes are, what a dotted line is, and which periods had no room. */
export function legendOf(
	plan: Plan,
	periods: string[],
	ceiling: number,
	cells: Counts[][],
	top: number,
): { parts: Svg[]; bottom: number } {
	const cell = Math.min(plan.across, plan.down);
	const samples = [1, 4, 16].map((part) => ceiling / part);
	let x = 2;
	let y = top + 8 + cell / 2;
	const words: Label[] = [];
	const squares = samples.map((share, index) => {
		const content = index === 0 ? `${shareInWords(share)} of papers` : shareInWords(share);
		if (x + cell + 6 + labelWidth(content) > plan.width) {
			x = 2;
			y += cell + 4;
		}
		const drawn = square(x + cell / 2, y, sideOf(share, ceiling, plan));
		words.push({ content, x: x + cell + 6, y: y + 4, anchor: 'start' });
		x += cell + 6 + labelWidth(content) + 14;
		return drawn;
	});
	const parts = [element('path', { class: 'chart-cell', d: squares.join('') })];
	y += cell / 2;
	if (cells.some((row) => row.some(({ papers, of }) => papers > 0 && of > 0 && of < fewPapers))) {
		parts.push(hollowSquares(square(2 + cell / 2, y + footLine - 4, 8)));
		words.push({ content: `of fewer than ${fewPapers} papers`, x: cell + 8, y: y + footLine, anchor: 'start' });
		y += footLine + 4;
	}
	if (cells.some((row) => row.some(({ of }) => !(of > 0)))) {
		parts.push(unknownLine(dotted(2 + cell / 2, y + 2, footLine)));
		words.push({ content: 'nothing known', x: cell + 8, y: y + footLine, anchor: 'start' });
		y += footLine + 4;
	}
	if (plan.skipped > 0 && periods[0] !== undefined) {
		words.push({
			content: `From ${periodInShort(periods[0])}; older in the table`,
			x: 2,
			y: y + footLine,
			anchor: 'start',
		});
		y += footLine + 4;
	}
	return { parts: [...parts, element('g', { class: 'chart-tick' }, ...words.map(labelElement))], bottom: y + 8 };
}
