import { drawing, type Frame } from './drawing.ts';
import { dotted, hollowSquares, legendOf, unknownLine } from './heat-map-legend.ts';
import { ceilingOf, cellAt, fewPapers, type Plan, planOf, sideOf, square } from './heat-map-plan.ts';
import { axisLabels, type Label, labelElement, labelWidth } from './labels.ts';
import { periodLabels, type Unit } from './over-time.ts';
import { type Counts, shareOf } from './shares.ts';
import { element, type Svg } from './svg.ts';

interface Shown {
	unit: Unit;
	periods: string[];
	rows: { name: string; cells: Counts[] }[];
	/** Whether not all is known of the last period yet. */
	unfinished: boolean;
}

/**
 * A square in each cell, in one ink; a hollow one where the share is of few papers. A cell of which nothing is known has a dotted line down its middle, one without
 * papers is empty. A page may colour the classes `chart-cell`, `chart-hollow` and `chart-unknown`.
 */
export function drawHeatMap(
	named: Pick<Frame, 'id' | 'title' | 'description'>,
	{ unit, periods, rows, unfinished }: Shown,
	variant: 'wide' | 'narrow',
): Svg {
	const plan = planOf(variant, periods.length, rows);
	const shown = periods.slice(plan.skipped);
	const cells = rows.map((row) => row.cells.slice(plan.skipped));
	const ceiling = ceilingOf(cells);
	const bottom = plan.top + rows.length * plan.step;
	const labels = columnLabels(plan, shown, unit);
	const foot = legendOf(plan, shown, ceiling, cells, bottom);
	return drawing(
		{ ...named, id: `${named.id}-${variant}`, variant: `chart-${variant}`, width: plan.width, height: foot.bottom },
		{
			start: plan.left,
			step: plan.across,
			top: plan.top,
			bottom,
			skipped: plan.skipped,
			rowstart: cellAt(plan, 0, 0).top,
			rowstep: plan.step,
			rowheight: plan.down,
		},
		...gridOf(plan, rows.length, labels),
		...marksOf(plan, cells, ceiling, unfinished),
		element('g', { class: 'chart-tick' }, ...labels.map(labelElement)),
		element('g', { class: 'chart-value' }, ...rowNames(plan, rows).map(labelElement)),
		...foot.parts,
	);
}

/** All squares as one shape, those of a last period that is not over as another, lighter; unknown cells as a third. */
function marksOf(plan: Plan, cells: Counts[][], ceiling: number, unfinished: boolean): Svg[] {
	const whole: string[] = [];
	const hollow: string[] = [];
	const open: string[] = [];
	const unknown: string[] = [];
	for (const [row, counts] of cells.entries()) {
		for (const [column, count] of counts.entries()) {
			const share = shareOf(count);
			const { x, top, y } = cellAt(plan, row, column);
			if (share === null) unknown.push(dotted(x, top, plan.down));
			else if (share > 0) {
				const side = sideOf(share, ceiling, plan);
				if (count.of < fewPapers) hollow.push(square(x, y, Math.max(1.5, side - 1)));
				else if (unfinished && column === plan.columns - 1) open.push(square(x, y, side));
				else whole.push(square(x, y, side));
			}
		}
	}
	return [
		...(whole.length === 0 ? [] : [element('path', { class: 'chart-cell', d: whole.join('') })]),
		...(open.length === 0
			? []
			: [element('path', { class: 'chart-cell chart-unfinished', d: open.join(''), 'fill-opacity': 0.45 })]),
		...(hollow.length === 0 ? [] : [hollowSquares(hollow.join(''))]),
		...(unknown.length === 0 ? [] : [unknownLine(unknown.join(''))]),
	];
}

/** Hairlines under rows, which lead the eye from a name to its cells, and from labels to their columns. */
function gridOf(plan: Plan, rows: number, labels: Label[]): Svg[] {
	const x2 = plan.left + plan.columns * plan.across;
	return [
		element(
			'g',
			{ class: 'chart-grid', stroke: 'currentColor', 'stroke-opacity': 0.15 },
			...Array.from({ length: rows + 1 }, (_, row) => {
				const y = plan.top + row * plan.step;
				return element('line', { x1: 0, x2, y1: y, y2: y });
			}),
			...labels.map(({ x }) => element('line', { x1: x, x2: x, y1: plan.top - 5, y2: plan.top })),
		),
	];
}

function columnLabels(plan: Plan, periods: string[], unit: Unit): Label[] {
	const labels = periodLabels(periods, unit).map((content, column) => ({
		content,
		x: cellAt(plan, 0, column).x,
		y: plan.top - 8,
	}));
	const inFrame = labels.filter(({ content, x }) => {
		const half = labelWidth(content ?? '') / 2;
		return x - half >= 0 && x + half <= plan.width;
	});
	return axisLabels(inFrame);
}

function rowNames(plan: Plan, rows: Shown['rows']): Label[] {
	return rows.map(({ name }, row): Label => {
		const { top, y } = cellAt(plan, row, 0);
		return {
			content: cutName(name, plan.nameWidth - (plan.namesAbove ? 4 : 10)),
			x: 2,
			y: plan.namesAbove ? top - 3 : y + 4,
			anchor: 'start',
		};
	});
}

/** A name as far as there is room for it: the table has the whole. */
function cutName(name: string, width: number): string {
	const characters = [...name];
	let kept = characters.length;
	const cut = () => (kept === characters.length ? name : `${characters.slice(0, kept).join('').trimEnd()}…`);
	while (kept > 1 && labelWidth(cut()) > width) kept -= 1;
	return cut();
}
