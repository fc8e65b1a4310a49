import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { folderOf, siteBases } from '../site/built-site.ts';
import { sharedChromium, sharedServer, watchedPage } from './harness.ts';

const [root] = siteBases;
const browser = sharedChromium();
const site = sharedServer(() => folderOf(root), root.base);

/** A topic's page, its drawing in sight. */
async function topicPage(context: Parameters<ReturnType<typeof sharedChromium>>[0], width: number) {
	const { page, problems } = await watchedPage(await browser(context), await site());
	await page.setViewportSize({ width, height: 900 });
	await page.goto(`${await site()}topics/compression/`);
	return { page, problems, drawing: page.locator('svg.chart:visible'), readout: page.locator('.chart-readout') };
}

/** What the table says of its period at a place, as the readout says it. */
async function toldBy(page: Page, at: number): Promise<string> {
	const cells = await page.locator('.chart-figure tbody tr').nth(at).locator('th, td').allTextContents();
	const [period, papers, of, share, interval] = cells.map((text) => text.trim());
	return `${period}: Papers ${papers} · Of all ${of} · Share ${share} · 95% interval ${interval}`;
}

describe.for([1280, 360])('values in a page of %d px', (width) => {
	test('by keyboard, until Escape', async (context) => {
		const { page, problems, drawing, readout } = await topicPage(context, width);
		const last = (await page.locator('.chart-figure tbody tr').count()) - 1;
		await drawing.focus();
		expect(await readout.textContent()).toBe('Left and right arrow keys show the values.');
		await page.keyboard.press('ArrowLeft');
		expect(await readout.textContent()).toBe(await toldBy(page, last));
		await page.keyboard.press('ArrowLeft');
		expect(await readout.textContent()).toBe(await toldBy(page, last - 1));
		await page.keyboard.press('Home');
		await page.keyboard.press('ArrowLeft');
		expect(await readout.textContent()).toBe(await toldBy(page, 0));
		await page.keyboard.press('ArrowRight');
		expect(await readout.textContent()).toBe(await toldBy(page, 1));
		expect(await drawing.locator('.chart-cursor').count()).toBe(1);
		await page.keyboard.press('Escape');
		expect(await readout.textContent()).toBe('');
		expect(await page.locator('.chart-cursor').count()).toBe(0);
		expect(problems).toEqual([]);
	});

	test('under the pointer', async (context) => {
		const { page, drawing, readout } = await topicPage(context, width);
		await drawing.scrollIntoViewIfNeeded();
		const rows = await page.locator('.chart-figure tbody th').allTextContents();
		for (const bar of await drawing.locator('.chart-bar').all()) {
			await bar.hover();
			const period = (await readout.textContent())?.split(':')[0] ?? '';
			expect(rows.map((words) => words.trim())).toContain(period);
			expect(await readout.textContent()).not.toContain('Papers 0 ');
		}
		await page.locator('h1').hover();
		expect(await readout.textContent()).toBe('');
	});
});

/** The map of topics on the page of trends. */
async function mapOfTopics(context: Parameters<ReturnType<typeof sharedChromium>>[0], width: number) {
	const { page, problems } = await watchedPage(await browser(context), await site());
	await page.setViewportSize({ width, height: 900 });
	await page.goto(`${await site()}trends/`);
	const figure = page.locator('.chart-figure', { has: page.locator('svg[data-rowstep]') });
	const drawing = figure.locator('svg.chart:visible');
	const head = (await figure.locator('thead th').allTextContents()).map((text) => text.trim());
	const cells = async (row: number) =>
		(await figure.locator('tbody tr').nth(row).locator('th, td').allTextContents()).map((text) => text.trim());
	/** What the table says of a cell, as the readout says it. */
	const told = async (row: number, column: number) => {
		const values = await cells(row);
		return `${values[0]}, ${head.at(column)}: ${values.at(column)}`;
	};
	return { page, problems, drawing, readout: figure.locator('.chart-readout'), rows: figure.locator('tbody tr'), told };
}

describe.for([1280, 360])('values of a map in a page of %d px', (width) => {
	test('by keyboard, in both directions', async (context) => {
		const { page, problems, drawing, readout, rows, told } = await mapOfTopics(context, width);
		const lastRow = (await rows.count()) - 1;
		const skipped = Number(await drawing.getAttribute('data-skipped'));
		const pressed = async (key: string) => {
			await page.keyboard.press(key);
			return await readout.textContent();
		};
		await drawing.focus();
		expect(await readout.textContent()).toBe('Arrow keys show the values.');
		expect(await pressed('ArrowLeft')).toBe(await told(0, -1));
		expect(await pressed('ArrowDown')).toBe(await told(1, -1));
		expect(await pressed('ArrowLeft')).toBe(await told(1, -2));
		expect(await pressed('Home')).toBe(await told(1, skipped + 1));
		expect(await pressed('ArrowLeft')).toBe(await told(1, skipped + 1));
		expect(await pressed('ArrowUp')).toBe(await told(0, skipped + 1));
		expect(await pressed('ArrowUp')).toBe(await told(0, skipped + 1));
		expect(await pressed('End')).toBe(await told(0, -1));
		expect(await pressed('Escape')).toBe('');
		expect(await pressed('ArrowUp')).toBe(await told(lastRow, -1));
		expect(await page.locator('.chart-cursor').count()).toBe(1);
		expect(problems).toEqual([]);
	});

	test('under the pointer, the cell that is marked', async (context) => {
		const { page, drawing, readout, told } = await mapOfTopics(context, width);
		await drawing.evaluate((element) => element.scrollIntoView());
		const box = await drawing.boundingBox();
		const [left = 0, across = 0, leftOut = 0, top = 0, down = 0, height = 0] = await drawing.evaluate(({ dataset }) =>
			['start', 'step', 'skipped', 'rowstart', 'rowstep', 'rowheight'].map((name) => Number(dataset[name])),
		);
		for (const [row, column] of [
			[0, 0],
			[2, 1],
			[1, 3],
		] as const) {
			await page.mouse.move(
				(box?.x ?? 0) + left + (column + 0.5) * across,
				(box?.y ?? 0) + top + row * down + height / 2,
			);
			expect(await readout.textContent()).toBe(await told(row, leftOut + column + 1));
		}
		await page.locator('h1').hover();
		expect(await readout.textContent()).toBe('');
	});
});

test('without scripts the numbers are there, and nothing asks for a key', async (context) => {
	const { page } = await watchedPage(await browser(context), await site(), { javaScriptEnabled: false });
	await page.goto(`${await site()}topics/compression/`);
	await page.locator('.chart-figure summary').click();
	expect(await page.locator('.chart-figure tbody tr').first().isVisible()).toBe(true);
	expect(await page.locator('svg[tabindex]').count()).toBe(0);
});
