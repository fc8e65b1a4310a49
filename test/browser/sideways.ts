import type { Page } from 'playwright-core';

/** Elements that make the page scroll sideways; null where it does not. */
export async function sideways(page: Page): Promise<string | null> {
	return await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return null;
		return [...document.querySelectorAll('body *')]
			.filter((element) => element.getBoundingClientRect().right > clientWidth)
			.slice(0, 4)
			.map((element) => `${element.localName}.${element.className}`)
			.join(' ');
	});
}
