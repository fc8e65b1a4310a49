/**
 * Shows the values of a chart's own table, of the place under the pointer or by the arrow keys. The drawing says by
 * `data-start` and `data-step` where each period stands. Where it draws the rows of the table as rows, so that the
 * columns are the periods, `data-rowstart`, `data-rowstep` and `data-rowheight` say where these stand, and
 * `data-skipped` how many of the first periods it leaves out.
 */
const svgNames = 'http://www.w3.org/2000/svg';

/** What is read: a period and, where the drawing has rows, a row, both by index. */
interface Place {
	period: number;
	row: number;
}

interface Table {
	head: string[];
	rows: string[][];
}

/** How places of a table stand in a drawing. */
interface Plan {
	/** The place at a point of the drawing, which may be outside of the table. */
	at: (x: number, y: number) => Place;
	/** The place nearest to one that may be outside of the table. */
	within: (place: Place) => Place;
	first: Place;
	last: Place;
	/** Made once for each drawing, and moved. */
	cursor: SVGElement;
	move: (place: Place) => void;
	said: (place: Place) => string;
	help: string;
	keys: readonly string[];
}

for (const figure of document.querySelectorAll<HTMLElement>('.chart-figure')) enlivenFigure(figure);

/** Makes the drawings of a figure tell the values of its table: to be called again for new drawings. */
export function enlivenFigure(figure: HTMLElement): void {
	const readout = figure.querySelector<HTMLElement>('.chart-readout');
	const head = [...figure.querySelectorAll('thead th')].map(wordsOf);
	const rows = [...figure.querySelectorAll('tbody tr')].map((row) => [...row.children].map(wordsOf));
	if (readout === null || rows.length === 0) return;
	for (const drawing of figure.querySelectorAll<SVGSVGElement>('svg.chart')) {
		const plan = drawing.dataset.rowstep === undefined ? alongPlan : gridPlan;
		enliven(drawing, readout, plan(drawing, { head, rows }));
	}
}

/** Rows of the table are periods. */
function alongPlan(drawing: SVGSVGElement, { head, rows }: Table): Plan {
	const [start, step] = [numberOf(drawing, 'start'), numberOf(drawing, 'step')];
	const cursor = cursorOf('line', { y1: numberOf(drawing, 'top') - 12, y2: numberOf(drawing, 'bottom') });
	const last = { period: rows.length - 1, row: 0 };
	return {
		cursor,
		first: { period: 0, row: 0 },
		last,
		at: (x) => ({ period: Math.floor((x - start) / step), row: 0 }),
		within: ({ period }) => ({ period: clamped(period, 0, last.period), row: 0 }),
		move: ({ period }) => {
			const x = start + (period + 0.5) * step;
			place(cursor, { x1: x, x2: x });
		},
		said: ({ period }) => {
			const [name = '', ...values] = rows[period] ?? [];
			return `${name}: ${values.map((value, at) => `${head[at + 1] ?? ''} ${value}`).join(' · ')}`;
		},
		help: 'Left and right arrow keys show the values.',
		keys: ['ArrowLeft', 'ArrowRight', 'Home', 'End'],
	};
}

/** Rows of the table are rows of the drawing, and its columns are periods, of which the first may be left out. */
function gridPlan(drawing: SVGSVGElement, { head, rows }: Table): Plan {
	const [start, step, skipped] = [numberOf(drawing, 'start'), numberOf(drawing, 'step'), numberOf(drawing, 'skipped')];
	const [rowStart, rowStep] = [numberOf(drawing, 'rowstart'), numberOf(drawing, 'rowstep')];
	const rowHeight = numberOf(drawing, 'rowheight');
	const cursor = cursorOf('rect', { width: step, height: rowHeight, fill: 'none' });
	const last = { period: head.length - 2, row: rows.length - 1 };
	return {
		cursor,
		first: { period: skipped, row: 0 },
		last,
		at: (x, y) => ({
			period: skipped + Math.floor((x - start) / step),
			// What stands between two rows is the name of the lower.
			row: Math.ceil((y - rowStart - rowHeight) / rowStep),
		}),
		within: ({ period, row }) => ({
			period: clamped(period, skipped, last.period),
			row: clamped(row, 0, last.row),
		}),
		move: ({ period, row }) => place(cursor, { x: start + (period - skipped) * step, y: rowStart + row * rowStep }),
		said: ({ period, row }) => `${rows[row]?.[0] ?? ''}, ${head[period + 1] ?? ''}: ${rows[row]?.[period + 1] ?? ''}`,
		help: 'Arrow keys show the values.',
		keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'],
	};
}

function enliven(drawing: SVGSVGElement, readout: HTMLElement, plan: Plan): void {
	let shown: Place | null = null;

	const show = (place: Place): void => {
		shown = plan.within(place);
		plan.move(shown);
		drawing.append(plan.cursor);
		const said = plan.said(shown);
		if (readout.textContent !== said) readout.textContent = said;
	};
	const leave = (): void => {
		shown = null;
		plan.cursor.remove();
		readout.textContent = '';
	};

	drawing.tabIndex = 0;
	const point = ({ clientX, clientY }: PointerEvent): void => {
		const { left, top, width } = drawing.getBoundingClientRect();
		const scale = drawing.viewBox.baseVal.width / width;
		show(plan.at((clientX - left) * scale, (clientY - top) * scale));
	};
	drawing.addEventListener('pointermove', point);
	drawing.addEventListener('pointerdown', point);
	drawing.addEventListener('pointerleave', ({ pointerType }) => {
		// A finger leaves as it is lifted: what it chose stays to be read.
		if (pointerType === 'mouse') leave();
	});
	drawing.addEventListener('focus', () => {
		if (shown === null) readout.textContent = plan.help;
	});
	drawing.addEventListener('blur', leave);
	drawing.addEventListener('keydown', (event) => {
		if (event.ctrlKey || event.altKey || event.metaKey) return;
		if (event.key === 'Escape') leave();
		else if (plan.keys.includes(event.key)) show(after(event.key, shown, plan));
		else return;
		event.preventDefault();
	});
}

/** Where a key leads from a place, or from none. */
function after(key: string, from: Place | null, { first, last }: Plan): Place {
	const newest = { period: last.period, row: 0 };
	const { period, row } = from ?? newest;
	switch (key) {
		case 'ArrowLeft':
			return from === null ? newest : { period: period - 1, row };
		case 'ArrowRight':
			return from === null ? first : { period: period + 1, row };
		case 'ArrowUp':
			return from === null ? last : { period, row: row - 1 };
		case 'ArrowDown':
			return from === null ? newest : { period, row: row + 1 };
		case 'Home':
			return { period: first.period, row };
		default:
			return { period: last.period, row };
	}
}

function cursorOf(name: 'line' | 'rect', attributes: Readonly<Record<string, string | number>>): SVGElement {
	const cursor = document.createElementNS(svgNames, name);
	place(cursor, { class: 'chart-cursor', ...attributes });
	return cursor;
}

function place(element: SVGElement, attributes: Readonly<Record<string, string | number>>): void {
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** A number that the drawing says of itself. */
function numberOf({ dataset }: SVGSVGElement, name: string): number {
	return Number(dataset[name] ?? 0);
}

function clamped(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(most, value));
}

function wordsOf(cell: Element): string {
	return (cell.textContent ?? '').trim();
}
