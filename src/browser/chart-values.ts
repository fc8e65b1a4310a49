/**
 * Shows the values of a chart's own table, of the period under the pointer or by the arrow keys. The drawing says by
 * `data-start` and `data-step` where each row of the table stands.
 */
const svgNames = 'http://www.w3.org/2000/svg';

for (const figure of document.querySelectorAll<HTMLElement>('.chart-figure')) {
	const readout = figure.querySelector<HTMLElement>('.chart-readout');
	const head = [...figure.querySelectorAll('thead th')].map(wordsOf);
	const rows = [...figure.querySelectorAll('tbody tr')].map((row) => [...row.children].map(wordsOf));
	if (readout === null || rows.length === 0) continue;
	for (const drawing of figure.querySelectorAll<SVGSVGElement>('svg.chart')) enliven(drawing, readout, head, rows);
}

function enliven(drawing: SVGSVGElement, readout: HTMLElement, head: string[], rows: string[][]): void {
	const start = Number(drawing.dataset.start);
	const step = Number(drawing.dataset.step);
	const cursor = document.createElementNS(svgNames, 'line');
	cursor.setAttribute('class', 'chart-cursor');
	cursor.setAttribute('y1', '8');
	cursor.setAttribute('y2', String(drawing.viewBox.baseVal.height - 26));
	let shown: number | null = null;

	const show = (index: number): void => {
		shown = Math.max(0, Math.min(rows.length - 1, index));
		const x = String(start + (shown + 0.5) * step);
		cursor.setAttribute('x1', x);
		cursor.setAttribute('x2', x);
		drawing.append(cursor);
		const [period = '', ...values] = rows[shown] ?? [];
		const said = values.map((value, at) => `${head[at + 1] ?? ''} ${value}`).join(' · ');
		if (readout.textContent !== `${period}: ${said}`) readout.textContent = `${period}: ${said}`;
	};
	const leave = (): void => {
		shown = null;
		cursor.remove();
		readout.textContent = '';
	};

	drawing.tabIndex = 0;
	const point = ({ clientX }: PointerEvent): void => {
		const { left, width } = drawing.getBoundingClientRect();
		show(Math.floor((((clientX - left) / width) * drawing.viewBox.baseVal.width - start) / step));
	};
	drawing.addEventListener('pointermove', point);
	drawing.addEventListener('pointerdown', point);
	drawing.addEventListener('pointerleave', ({ pointerType }) => {
		// A finger leaves as it is lifted: what it chose stays to be read.
		if (pointerType === 'mouse') leave();
	});
	drawing.addEventListener('focus', () => {
		if (shown === null) readout.textContent = 'Left and right arrow keys show the values.';
	});
	drawing.addEventListener('blur', leave);
	drawing.addEventListener('keydown', (event) => {
		if (event.ctrlKey || event.altKey || event.metaKey) return;
		const last = rows.length - 1;
		const to: Record<string, () => void> = {
			ArrowLeft: () => show((shown ?? rows.length) - 1),
			ArrowRight: () => show((shown ?? -1) + 1),
			Home: () => show(0),
			End: () => show(last),
			Escape: leave,
		};
		const act = to[event.key];
		if (act === undefined) return;
		act();
		event.preventDefault();
	});
}

function wordsOf(cell: Element): string {
	return (cell.textContent ?? '').trim();
}
