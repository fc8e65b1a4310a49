import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closedParts, partNumbers, partOf, partSize } from '../../src/views/parts.ts';

const numbers = (length: number) => Array.from({ length }, (_, nth) => nth);
const lengths = fc.nat({ max: 6 * partSize });

test.each([
	[0, 0],
	[99, 0],
	[100, 1],
	[149, 1],
	[150, 2],
])('a list of %i has %i closed parts', (length, closed) => {
	expect(closedParts(length)).toBe(closed);
});

test('the parts hold each item once, newest first', () => {
	fc.assert(
		fc.property(lengths, (length) => {
			const parts = partNumbers(length).map((number) => partOf(numbers(length), '/x/', number));
			expect(parts.flatMap(({ items }) => items.toReversed())).toEqual(numbers(length));
		}),
	);
});

test('items added at the newest end change no closed part but the way on from the last', () => {
	fc.assert(
		fc.property(lengths, lengths, (length, added) => {
			for (const number of partNumbers(length).filter((part) => part !== null)) {
				const before = partOf(numbers(length), '/x/', number);
				const after = partOf(numbers(length + added), '/x/', number);
				if (number < closedParts(length)) expect(after).toEqual(before);
				else expect({ ...after, newer: null }).toEqual({ ...before, newer: null });
			}
		}),
	);
});

test('"older" leads from the newest part through all others, and "newer" back', () => {
	const list = numbers(4 * partSize);
	const at = (path: string) => partOf(list, '/x/', path === '/x/' ? null : Number(path.split('/')[2]));
	const walk = (from: string, way: 'older' | 'newer'): string[] => {
		const next = at(from)[way];
		return next === null ? [from] : [from, ...walk(next, way)];
	};
	expect(walk('/x/', 'older')).toEqual(['/x/', '/x/3/', '/x/2/', '/x/1/']);
	expect(walk('/x/1/', 'newer')).toEqual(['/x/1/', '/x/2/', '/x/3/', '/x/']);
});

test('places are counted from the oldest', () => {
	const list = numbers(120);
	expect(partOf(list, '/x/', 1)).toMatchObject({ from: 1, to: 50 });
	expect(partOf(list, '/x/', null)).toMatchObject({ from: 51, to: 120 });
	expect(partOf([], '/x/', null)).toMatchObject({ from: 0, to: 0, items: [] });
});
