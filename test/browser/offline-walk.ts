import type { Page } from 'puppeteer-core';

/** What a reader saw on a walk through the site. */
export interface Walk {
	/** What the search says that it found: first, and with a filter. */
	found: string[];
	/** The titles of the results by relevance, by date when they were left, and after going back. */
	first: string[];
	left: string[];
	again: string[];
	/** The heading of the paper that the first result leads to. */
	paper: string;
	/** The heading of the page of a topic of it, and what its chart says of a period. */
	topic: string;
	value: string;
}

/** Home, search, filter, sort, paper, topic, chart, and back, by keyboard and mouse. */
export async function walk(page: Page, home: string): Promise<Walk> {
	await page.setViewport({ width: 1280, height: 900 });
	await page.goto(home);

	await page.keyboard.press('/');
	await shown(page, 'dialog[open] input:focus');
	await page.keyboard.type('language models');
	await shown(page, '#search-options a');
	await away(page, () => page.keyboard.press('Enter'));
	const all = await said(page, '');

	await shown(page, '#search-topic:not([hidden])');
	await click(page, '#search-topic label:not([hidden]):has(.papers)');
	const filtered = await said(page, all);
	const first = await titles(page);

	await page.select('#search-sort', 'date');
	await page.waitForFunction(
		(before) => before !== [...document.querySelectorAll('.search-title')].map(({ textContent }) => textContent).join(),
		{},
		first.join(),
	);
	await settled(page);
	const left = await titles(page);

	await away(page, () => click(page, '.search-title a'));
	const paper = await textOf(page, 'h1');
	await away(page, () => click(page, 'main a[href*="topics/"]'));
	const topic = await textOf(page, 'h1');

	await click(page, '.chart-figure svg');
	await page.keyboard.press('ArrowLeft');
	const value = await textOf(page, '.chart-readout');

	for (const _ of [topic, paper]) await away(page, () => goBack(page));
	await shown(page, '.search-title');
	await settled(page);
	return { found: [all, filtered], first, left, again: await titles(page), paper, topic, value };
}

/** What the search says that it found, once it says something else than before. */
export async function said(page: Page, before: string): Promise<string> {
	await page.waitForFunction(
		(before) => {
			const text = document.querySelector('#search-status')?.textContent ?? '';
			return text.includes('found') && text !== before;
		},
		{},
		before,
	);
	await settled(page);
	return await textOf(page, '#search-status');
}

/** Waits until what the search page shows is the answer to what it was asked last. */
async function settled(page: Page): Promise<void> {
	await page.waitForFunction(() => document.querySelector('#search-found')?.ariaBusy === 'false');
}

/** Waits for an element. It is never held here: lists are made anew, and pages change. */
export async function shown(page: Page, selector: string): Promise<void> {
	await page.waitForFunction((selector) => document.querySelector(selector) !== null, {}, selector);
}

export async function textOf(page: Page, selector: string): Promise<string> {
	return await page.evaluate((selector) => document.querySelector(selector)?.textContent?.trim() ?? '', selector);
}

async function titles(page: Page): Promise<string[]> {
	return await page.evaluate(() =>
		[...document.querySelectorAll('.search-title')].map(({ textContent }) => textContent ?? ''),
	);
}

/** Clicks at the middle of the first of these elements that is in sight. */
async function click(page: Page, selector: string): Promise<void> {
	const { x, y } = await page.evaluate((selector) => {
		const element = [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
		element?.scrollIntoView({ block: 'center', behavior: 'instant' });
		const [box] = element?.getClientRects() ?? [];
		if (!box) throw new Error(`${selector} is not in sight`);
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	}, selector);
	await page.mouse.click(x, y);
}

/** Later, so that the page answers before it is gone. */
async function goBack(page: Page): Promise<void> {
	await page.evaluate(() => {
		setTimeout(() => history.back());
	});
}

/** Does what leads to another page, and waits until that is there. Pages change their own address too. */
async function away(page: Page, action: () => Promise<unknown>): Promise<void> {
	const before = new URL(page.url()).pathname;
	await action();
	await page.waitForFunction(
		(before) => location.pathname !== before && document.readyState === 'complete',
		{},
		before,
	);
}
