import { max } from 'd3-array';
import { labelWidth } from './labels.ts';
import { type Counts, shareOf } from './shares.ts';

/** Where things stand in a drawing of some width. */
export interface Plan {
	width: number;
	/** How many of the first periods there is no room for. */
	skipped: number;
	columns: number;
	left: number;
	top: number;
	/** Sides of a cell. */
	across: number;
	down: number;
	/** Between the tops of two rows. */
	step: number;
	/** Names stand above their rows, or else beside them. */
	namesAbove: boolean;
	nameWidth: number;
}

const widths = { wide: 640, narrow: 280 } as const;
const leastCell = 13;
const mostCell = 22;
const widestNames = 210;
const headHeight = 24;
const nameHeight = 16;
/** Room beside the last column for half of its label. */
const edge = 32;

/** How many periods a wide drawing always has room for. */
export const wideColumns = Math.floor((widths.wide - widestNames - edge) / leastCell);

/** As many of the latest periods as there is room for, in cells that are as large as can be. */
export function planOf(variant: 'wide' | 'narrow', periods: number, rows: { name: string }[]): Plan {
	const width = widths[variant];
	const namesAbove = variant === 'narrow';
	const most = Math.max(widestNames, width - edge - periods * mostCell);
	const nameWidth = namesAbove ? width : Math.min(most, 10 + (max(rows, ({ name }) => labelWidth(name)) ?? 0));
	// Few columns stand away from the edge, so that there is room for the label of the last.
	const least = periods * leastCell < edge ? edge : 0;
	const left = namesAbove ? least : Math.max(least, nameWidth);
	const columns = Math.min(periods, Math.floor((width - left - edge) / leastCell));
	const across = Math.min(mostCell, (width - left - edge) / Math.max(1, columns));
	const down = Math.max(across, namesAbove ? leastCell : nameHeight);
	return {
		width,
		skipped: periods - columns,
		columns,
		left,
		top: headHeight,
		across,
		down,
		step: namesAbove ? nameHeight + down : down,
		namesAbove,
		nameWidth,
	};
}

/** A share of fewer papers than this says little: its square is hollow, and does not set the scale. */
export const fewPapers = 10;

/** The share that fills a cell: round, and the smallest that all fit under but those of few papers. */
export function ceilingOf(cells: Counts[][]): number {
	const telling = (counts: Counts) => (counts.of < fewPapers ? null : shareOf(counts));
	const highest = max(cells, (row) => max(row, telling)) ?? max(cells, (row) => max(row, shareOf)) ?? 0;
	const steps = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1];
	return steps.find((step) => step >= highest) ?? 1;
}

/** The cell of a row and a column: where it begins and its middle. */
export function cellAt(plan: Plan, row: number, column: number): { x: number; top: number; y: number } {
	const top = plan.top + row * plan.step + (plan.step - plan.down);
	return { x: plan.left + (column + 0.5) * plan.across, top, y: top + plan.down / 2 };
}

/** The side of the square of a share: what there is can be seen, however small. */
export function sideOf(share: number, ceiling: number, plan: Plan): number {
	return Math.max(1.5, Math.sqrt(Math.min(1, share / ceiling)) * (Math.min(plan.across, plan.down) - 2));
}

/** A square around its middle, as a part of a path. */
export function square(x: number, y: number, side: number): string {
	const length = side.toFixed(1);
	return `M${(x - side / 2).toFixed(1)},${(y - side / 2).toFixed(1)}h${length}v${length}h-${length}z`;
}
