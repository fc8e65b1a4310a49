import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type PressedKey, shortcutOf } from '../../src/browser/shortcuts.ts';
import { folderOf, siteBases } from '../site/built-site.ts';
import { pageOpener, sharedChromium, sharedServer } from './harness.ts';

const plain = {
	ctrlKey: false,
	altKey: false,
	metaKey: false,
	repeat: false,
	isComposing: false,
	inField: false,
	ctrlCommands: false,
};

test.each<[Partial<PressedKey> & { key: string }, ReturnType<typeof shortcutOf>]>([
	[{ key: '/' }, 'search'],
	[{ key: 'k', metaKey: true }, 'search'],
	[{ key: 'j' }, 'next'],
	[{ key: 'k' }, 'previous'],
	[{ key: 'j', repeat: true }, 'next'],
	[{ key: 'o' }, 'open'],
	[{ key: '?' }, 'help'],
	[{ key: 'o', repeat: true }, null],
	[{ key: 'Enter' }, null],
	[{ key: ' ' }, null],
	[{ key: 'J' }, null],
	[{ key: '/', inField: true }, null],
	[{ key: 'k', metaKey: true, inField: true }, null],
	[{ key: 'j', isComposing: true }, null],
	[{ key: 'j', ctrlKey: true }, null],
	[{ key: 'k', ctrlKey: true }, null],
	[{ key: 'k', ctrlKey: true, ctrlCommands: true }, 'search'],
	[{ key: 'k', metaKey: true, ctrlCommands: true }, null],
	[{ key: 'k', ctrlKey: true, metaKey: true, ctrlCommands: true }, null],
	[{ key: 'k', ctrlKey: true, altKey: true, ctrlCommands: true }, null],
	[{ key: 'k', ctrlKey: true, ctrlCommands: true, inField: true }, null],
	[{ key: 'j', ctrlKey: true, ctrlCommands: true }, null],
	[{ key: '/', altKey: true }, null],
	[{ key: 'j', metaKey: true }, null],
	[{ key: 'constructor' }, null],
])('%o asks for %s', (pressed, shortcut) => {
	expect(shortcutOf({ ...plain, ...pressed })).toBe(shortcut);
});

const browser = sharedChromium();

describe.each(siteBases)('by keyboard alone at $base', (place) => {
	const site = sharedServer(() => folderOf(place), place.base);

	const opened = pageOpener(browser, site);

	test('a paper is searched for, found and opened', async (context) => {
		const { page, problems } = await opened(context, '');
		await page.keyboard.press('/');
		expect(await focused(page)).toContain('input');
		await page.keyboard.type('marginalia retrieval');
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/search\/\?q=marginalia/);
		await page.locator('.search-row').first().waitFor();
		await page.keyboard.press('j');
		const title = await page.locator('.search-title a').first().textContent();
		expect(await focused(page)).toBe(`a ${title}`);
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/papers\/[^/]+\/$/);
		expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
		expect(problems).toEqual([]);
	});

	test('a paper of a list is gone to and opened', async (context) => {
		const { page, problems } = await opened(context, '2025/11/18/');
		const titles = await page.locator('.paper-title a').allTextContents();
		for (const title of titles) {
			await page.keyboard.press('j');
			expect(await focused(page)).toBe(`a ${title}`);
			expect(await page.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(true);
			await expect.poll(() => inView(page)).toBe(true);
		}
		await page.keyboard.press('j');
		expect(await focused(page)).toBe(`a ${titles.at(-1)}`);
		await page.keyboard.press('k');
		expect(await focused(page)).toBe(`a ${titles.at(-2)}`);
		// From a link of a row, its neighbour is the next.
		await page.keyboard.press('Tab');
		await page.keyboard.press('k');
		expect(await focused(page)).toBe(`a ${titles.at(-3)}`);
		await page.keyboard.press('o');
		await page.waitForURL(/\/papers\/[^/]+\/$/);
		expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(titles.at(-3));
		expect(problems).toEqual([]);
	});

	test('Tab alone leads to a paper as well', async (context) => {
		const { page } = await opened(context, '2025/11/18/');
		await page.keyboard.press('Tab');
		expect(await focused(page)).toBe('a Skip to the content');
		await page.keyboard.press('Enter');
		for (let presses = 0; presses < 40; presses += 1) {
			await page.keyboard.press('Tab');
			if (await page.evaluate(() => document.activeElement?.matches('.paper-title a'))) break;
		}
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/papers\/[^/]+\/$/);
	});

	test('on the page of the search, its own field is gone to', async (context) => {
		const { page } = await opened(context, 'search/?q=model');
		await page.locator('.search-row').first().waitFor();
		await page.keyboard.press('/');
		expect(await focused(page)).toBe('input');
		expect(await page.getByRole('dialog').count()).toBe(0);
		await page.keyboard.type('retrieval');
		expect(await page.getByRole('searchbox').inputValue()).toBe('retrieval');
	});

	test('the list of shortcuts opens, keeps the focus, and gives it back', async (context) => {
		const { page } = await opened(context, '2025/11/18/');
		await page.keyboard.press('j');
		const before = await focused(page);
		await page.keyboard.press('?');
		const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
		await dialog.waitFor();
		await page.keyboard.press('j');
		await page.keyboard.press('o');
		expect(await page.evaluate(() => document.querySelector('dialog')?.contains(document.activeElement))).toBe(true);
		await page.keyboard.press('Escape');
		expect(await dialog.isVisible()).toBe(false);
		expect(await focused(page)).toBe(before);
	});

	test('fields and buttons have their keys to themselves', async (context) => {
		const { page } = await opened(context, 'search/');
		const field = page.getByRole('searchbox');
		await field.focus();
		await page.keyboard.type('j/k?o');
		expect(await field.inputValue()).toBe('j/k?o');
		await page.getByLabel('Order').focus();
		await page.keyboard.press('o');
		await page.keyboard.press('?');
		expect(await page.getByRole('dialog').count()).toBe(0);
		await page.goto(`${await site()}2025/11/18/`);
		const more = page.locator('.paper-lead summary').first();
		await more.focus();
		await page.keyboard.press('Enter');
		expect(await page.locator('.paper-lead details').first().getAttribute('open')).not.toBeNull();
	});

	test('keys do nothing once they are turned off, on later pages too', async (context) => {
		const { page } = await opened(context, '2025/11/18/');
		await page.getByRole('button', { name: 'Display' }).click();
		await page.getByRole('radio', { name: 'Off' }).check();
		await page.keyboard.press('Escape');
		for (const path of ['2025/11/18/', 'about/']) {
			await page.goto((await site()) + path);
			for (const key of ['j', '/', '?']) await page.keyboard.press(key);
			expect(await focused(page)).toBe('body');
			expect(await page.getByRole('dialog').count()).toBe(0);
		}
	});
});

/** What has the focus: the name of its element, and the text of a link. */
async function focused(page: Page): Promise<string> {
	return await page.evaluate(() => {
		const { localName, textContent } = document.activeElement ?? document.body;
		return localName === 'a' ? `a ${textContent}` : localName;
	});
}

async function inView(page: Page): Promise<boolean> {
	return await page.evaluate(() => {
		const box = document.activeElement?.getBoundingClientRect();
		return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
	});
}
