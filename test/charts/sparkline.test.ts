import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sparkline } from '../../src/charts/sparkline.ts';

test('a line with a gap', () => {
	expect(sparkline([1, 2, null, 4])?.replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
		"<svg xmlns="http://www.w3.org/2000/svg" class="sparkline" viewBox="0 0 100 20" width="100" height="20" fill="currentColor" aria-hidden="true">
		<path class="chart-line" d="M3,13.5L34.33,10M97,3Z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>
		<circle class="chart-dot" cx="97" cy="3" r="2.5"/>
		</svg>"
	`);
});

test('a picture when it has a name', () => {
	const svg = sparkline([1, 2], { label: 'From 1 to "2"' });
	expect(svg).toContain('role="img" aria-label="From 1 to &quot;2&quot;"');
	expect(svg).not.toContain('aria-hidden');
});

test('several can share a scale', () => {
	expect(sparkline([1, 2], { ceiling: 4 })).not.toBe(sparkline([1, 2]));
	expect(sparkline([1, 2], { ceiling: 2 })).toBe(sparkline([1, 2]));
});

test('nothing where nothing is known', () => {
	expect(sparkline([])).toBeNull();
	expect(sparkline([null, null])).toBeNull();
});

test('stays in its frame', () => {
	const value = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }));
	fc.assert(
		fc.property(fc.array(value, { minLength: 1 }), (values) => {
			const svg = sparkline(values) ?? '';
			expect(svg).not.toMatch(/NaN|undefined|Infinity|style/);
			for (const [, x, y] of svg.matchAll(/[ML](-?[\d.e+-]+),(-?[\d.e+-]+)/g)) {
				expect(Number(x)).toBeGreaterThanOrEqual(0);
				expect(Number(x)).toBeLessThanOrEqual(100);
				expect(Number(y)).toBeGreaterThanOrEqual(0);
				expect(Number(y)).toBeLessThanOrEqual(20);
			}
		}),
	);
});
