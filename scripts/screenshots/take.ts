import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { replaceFile } from '../../src/store/replace-file.ts';
import { thisProcess } from '../this-process.ts';
import type { ShownPage } from './page-kinds.ts';

/** How pages are looked at: the names of their pictures end in `name`. */
export interface Look {
	name: string;
	width: number;
	height: number;
	colorScheme: 'light' | 'dark';
	media: 'screen' | 'print';
}

const phone = { width: 360, height: 740, media: 'screen' } as const;
const desk = { width: 1280, height: 800, media: 'screen' } as const;

export const looks: readonly Look[] = [
	{ name: '360-light', ...phone, colorScheme: 'light' },
	{ name: '360-dark', ...phone, colorScheme: 'dark' },
	{ name: '1280-light', ...desk, colorScheme: 'light' },
	{ name: '1280-dark', ...desk, colorScheme: 'dark' },
	// The text of an A4 page with margins of 15 mm, at 96 pixels an inch.
	{ name: 'print', width: 680, height: 1009, colorScheme: 'light', media: 'print' },
];

/** Longer pages are cut: nobody looks at the end of a list of a hundred papers. */
const maximumHeight = 4000;

/** A picture that was taken. */
export interface Picture {
	page: ShownPage;
	file: string;
	/** Wider than the window: the reader would have to scroll sideways. */
	overflows: boolean;
}

/** Opens pages one after another in one look, and takes a picture of each. Their scripts run, as for a reader. */
export async function takePictures(
	browser: Browser,
	site: string,
	pages: readonly ShownPage[],
	look: Look,
	out: string,
): Promise<Picture[]> {
	const { width, height, colorScheme, media } = look;
	const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
	try {
		const page = await context.newPage();
		await page.emulateMedia({ media });
		const pictures: Picture[] = [];
		for (const shown of pages) {
			await open(page, site, shown.path);
			const file = join(out, `${shown.name}-${look.name}.png`);
			const size = await page.evaluate(() => {
				const { scrollWidth, scrollHeight } = document.documentElement;
				return { width: scrollWidth, height: scrollHeight };
			});
			const clip = { x: 0, y: 0, width, height: Math.min(Math.max(size.height, 1), maximumHeight) };
			const picture = await page.screenshot({ fullPage: true, clip });
			await replaceFile(file, thisProcess, (fresh) => writeFile(fresh, picture));
			pictures.push({ page: shown, file, overflows: size.width > width });
		}
		return pictures;
	} finally {
		await context.close();
	}
}

/** Waits for what a page gets after it has loaded: the results of a search. */
export async function open(page: Page, site: string, path: string): Promise<void> {
	await page.goto(new URL(path.slice(1), site).href);
	if (path.includes('?q=')) await page.locator('.search-row').first().waitFor({ timeout: 10_000 });
}
