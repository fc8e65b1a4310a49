import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stackedBar } from '../../src/charts/stacked-bar.ts';

const rectangles = (svg: string | null) =>
	[...(svg ?? '').matchAll(/<rect class="stack-(\w+)" x="([\d.]+)" y="0" width="([\d.]+)"/g)].map(
		([, kind, x, width]) => {
			return { kind, x: Number(x), width: Number(width) };
		},
	);

test('parts that there are fill the bar in their order, and each can be seen', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 6 }), (counts) => {
			const { svg } = stackedBar(counts.map((count, nth) => ({ kind: `k${nth}`, name: '', count })));
			const drawn = rectangles(svg);
			expect(drawn.map(({ kind }) => kind)).toEqual(counts.flatMap((count, nth) => (count > 0 ? [`k${nth}`] : [])));
			let end = 0;
			for (const { x, width } of drawn) {
				expect(x).toBeCloseTo(end, 1);
				expect(width).toBeGreaterThanOrEqual(2.9);
				end = x + width + 1;
			}
			if (drawn.length > 0) expect(end).toBeCloseTo(600, 1);
		}),
	);
});

test('the key names every part, and a whole of nothing has no bar', () => {
	expect(
		stackedBar([
			{ kind: 'read', name: 'read', count: 1500 },
			{ kind: 'refused', name: 'refused', count: 0 },
		]).key,
	).toEqual([
		{ kind: 'read', name: 'read', count: '1\u202F500', share: '100%' },
		{ kind: 'refused', name: 'refused', count: '0', share: '0%' },
	]);
	expect(stackedBar([{ kind: 'read', name: 'read', count: 0 }])).toMatchObject({ svg: null, key: [{ share: '0%' }] });
});
