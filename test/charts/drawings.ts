import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { expect } from 'vitest';
import type { Chart } from '../../src/charts/chart.ts';

export type Element = DefaultTreeAdapterMap['element'];

/** The elements of a drawing, in its order. */
export function elementsOf(svg: string | undefined): Element[] {
	const within = (node: DefaultTreeAdapterMap['node']): Element[] => [
		...('tagName' in node ? [node] : []),
		...('childNodes' in node ? node.childNodes.flatMap(within) : []),
	];
	return within(parseFragment(svg ?? ''));
}

export function attribute(element: Element, name: string): string | undefined {
	return element.attrs.find((each) => each.name === name)?.value;
}

export function number(element: Element, name: string): number {
	return Number(attribute(element, name) ?? Number.NaN);
}

/** The elements of a class. */
export function ofClass(svg: string | undefined, name: string): Element[] {
	return elementsOf(svg).filter((element) => attribute(element, 'class')?.split(' ').includes(name));
}

/** Text of all elements of a name. */
export function textsOf(svg: string | undefined, name: string): string[] {
	return elementsOf(svg)
		.filter(({ tagName }) => tagName === name)
		.map(textOf);
}

function textOf({ childNodes }: Element): string {
	return childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

/** Compares both drawings of a chart with the pictures that are kept. */
export async function expectPictures(name: string, { svg }: Chart): Promise<void> {
	expect(svg).not.toBeNull();
	for (const [variant, drawing] of Object.entries(svg ?? {})) {
		await expect(drawing.replaceAll('><', '>\n<')).toMatchFileSnapshot(`snapshots/${name}-${variant}.svg`);
	}
}

/** That drawings hold only numbers and no style, that all is in their frame, and no two labels are in one place. */
export function expectSound({ svg }: Chart): void {
	for (const drawing of [svg?.wide, svg?.narrow]) {
		if (drawing === undefined) continue;
		expect(drawing).not.toMatch(/="[^"]*(NaN|undefined|Infinity|null)|style=|<script/);
		const [root, ...parts] = elementsOf(drawing);
		const [width, height] = root ? [number(root, 'width'), number(root, 'height')] : [0, 0];
		for (const part of parts) {
			for (const { x, y } of cornersOf(part)) {
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x).toBeLessThanOrEqual(width);
				expect(y).toBeGreaterThanOrEqual(0);
				expect(y).toBeLessThanOrEqual(height);
			}
		}
		const boxes = parts.filter(({ tagName }) => tagName === 'text').map(boxOf);
		for (const [index, box] of boxes.entries()) {
			expect(box.left).toBeGreaterThanOrEqual(0);
			expect(box.right).toBeLessThanOrEqual(width);
			expect(box.top).toBeGreaterThanOrEqual(0);
			expect(box.bottom).toBeLessThanOrEqual(height);
			expect(boxes.slice(index + 1).filter((other) => meet(box, other))).toEqual([]);
		}
	}
}

/** Points that a mark reaches. */
function cornersOf(part: Element): { x: number; y: number }[] {
	if (part.tagName === 'rect') {
		const [x, y] = [number(part, 'x'), number(part, 'y')];
		expect(number(part, 'width')).toBeGreaterThanOrEqual(0);
		expect(number(part, 'height')).toBeGreaterThanOrEqual(0);
		return [
			{ x, y },
			{ x: x + number(part, 'width'), y: y + number(part, 'height') },
		];
	}
	if (part.tagName === 'line') {
		return [
			{ x: number(part, 'x1'), y: number(part, 'y1') },
			{ x: number(part, 'x2'), y: number(part, 'y2') },
		];
	}
	if (part.tagName === 'circle') return [{ x: number(part, 'cx'), y: number(part, 'cy') }];
	const moved = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/.exec(attribute(part, 'transform') ?? '');
	if (moved) return [{ x: Number(moved[1]), y: Number(moved[2]) }];
	return [...(attribute(part, 'd') ?? '').matchAll(/[ML](-?[\d.]+),(-?[\d.]+)(?:h(-?[\d.]+)v(-?[\d.]+))?/g)].flatMap(
		([, x, y, right = '0', down = '0']) => [
			{ x: Number(x), y: Number(y) },
			{ x: Number(x) + Number(right), y: Number(y) + Number(down) },
		],
	);
}

interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** The space of a label of 12 px, at the mean width of characters in a wide interface face. */
function boxOf(label: Element): Box {
	const width = textOf(label).length * 7.6;
	const share = { start: 0, middle: 0.5, end: 1 }[attribute(label, 'text-anchor') ?? ''] ?? Number.NaN;
	const [x, y] = [number(label, 'x'), number(label, 'y')];
	return { left: x - width * share, right: x + width * (1 - share), top: y - 10, bottom: y + 2 };
}

function meet(one: Box, other: Box): boolean {
	return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
