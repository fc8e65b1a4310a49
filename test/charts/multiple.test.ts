import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ceilingOf, type Multiple, multiple } from '../../src/charts/multiple.ts';

const bars: Multiple = {
	values: [2, 0, null, 4],
	mark: 'bars',
	unfinished: false,
	ceiling: 8,
	first: '2021',
	last: '2024',
};

test('bars', () => {
	expect(multiple(bars)?.replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
		"<svg xmlns="http://www.w3.org/2000/svg" class="multiple" viewBox="0 0 208 68" width="208" height="68" font-size="12" fill="currentColor" aria-hidden="true">
		<line class="chart-axis" x1="3" x2="205" y1="50" y2="50" stroke="currentColor"/>
		<path class="chart-bar" d="M19.0,50V39.0h24.0V50zM165.0,50V28.0h24.0V50z"/>
		<g class="chart-tick">
		<text x="205" y="64" text-anchor="end">2024</text>
		<text x="3" y="64" text-anchor="start">2021</text>
		</g>
		</svg>"
	`);
});

test('a line whose last point is not over', () => {
	expect(
		multiple({ ...bars, mark: 'line', unfinished: true, values: [1, 2, 4] })?.replaceAll('><', '>\n<'),
	).toMatchInlineSnapshot(`
		"<svg xmlns="http://www.w3.org/2000/svg" class="multiple" viewBox="0 0 208 68" width="208" height="68" font-size="12" fill="currentColor" aria-hidden="true">
		<line class="chart-axis" x1="3" x2="205" y1="50" y2="50" stroke="currentColor"/>
		<path class="chart-line" d="M39.87,44.5L104,39" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>
		<path class="chart-line" d="M104,39L168.13,28" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-dasharray="3 3"/>
		<circle class="chart-dot chart-unfinished" cx="168.13" cy="28" r="2.5" fill="none" stroke="currentColor"/>
		<g class="chart-tick">
		<text x="205" y="64" text-anchor="end">2024</text>
		<text x="3" y="64" text-anchor="start">2021</text>
		</g>
		</svg>"
	`);
});

test('nothing where nothing is known, or one value alone', () => {
	expect(multiple({ ...bars, values: [3] })).toBeNull();
	expect(multiple({ ...bars, values: [3, null] })).toBeNull();
	expect(multiple({ ...bars, values: [] })).toBeNull();
	expect(multiple({ ...bars, values: [null] })).toBeNull();
});

test('one ceiling for all', () => {
	expect(ceilingOf([[1, null], [null], [7, 2], []])).toBe(7);
	expect(ceilingOf([])).toBe(0);
});

test('stays in its frame, whatever is drawn', () => {
	const value = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }));
	fc.assert(
		fc.property(fc.array(value, { maxLength: 150 }), fc.boolean(), fc.boolean(), (values, isBars, unfinished) => {
			const drawing = multiple({
				...bars,
				values,
				unfinished,
				mark: isBars ? 'bars' : 'line',
				ceiling: ceilingOf([values]),
			});
			expect(drawing ?? '').not.toMatch(/NaN|undefined|Infinity|null|style/);
			const lines = drawing?.matchAll(/[ML](-?[\d.e+-]+),(-?[\d.e+-]+)/g) ?? [];
			for (const [, x, y] of lines) {
				expect(Number(x)).toBeGreaterThanOrEqual(0);
				expect(Number(x)).toBeLessThanOrEqual(208);
				expect(Number(y)).toBeGreaterThanOrEqual(0);
				expect(Number(y)).toBeLessThanOrEqual(68);
			}
		}),
	);
});
