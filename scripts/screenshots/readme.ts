import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { DaybookError } from '../../src/errors.ts';
import { replaceFile } from '../../src/store/replace-file.ts';
import { thisProcess } from '../this-process.ts';
import type { BuiltPage, ShownPage } from './page-kinds.ts';
import { open } from './take.ts';

/** What README shows of the project's own archive. */
const shown: readonly ShownPage[] = [
	{ name: 'home', path: '/' },
	{ name: 'topic', path: '/topics/dense-retrieval/' },
	{ name: 'paper', path: '/papers/matryoshka-representation-learning/' },
];

const maximumBytes = 120_000;

/** Takes README's pictures, one window high, in light and dark, as WebP; gives their files. */
export async function readmePictures(
	browser: Browser,
	site: string,
	pages: readonly BuiltPage[],
	out: string,
): Promise<string[]> {
	const missing = shown.find(({ path }) => !pages.some((page) => page.path === path));
	if (missing) {
		throw new DaybookError({
			code: 'screenshots/no-page',
			message: `README shows ${missing.path}, which this site does not have.`,
			hint: 'build the site of the project’s own listings, or choose another page in scripts/screenshots/readme.ts',
		});
	}
	const files: string[] = [];
	for (const colorScheme of ['light', 'dark'] as const) {
		const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme });
		const page = await context.newPage();
		for (const { name, path } of shown) {
			await open(page, site, path);
			const file = join(out, `${name}-${colorScheme}.webp`);
			const picture = await sharp(await page.screenshot())
				.webp({ quality: 80, effort: 6 })
				.toBuffer();
			if (picture.length > maximumBytes) {
				throw new DaybookError({
					code: 'screenshots/too-large',
					message: `The picture has ${picture.length} bytes, and README shall not need more than ${maximumBytes}.`,
					hint: 'lower the quality in scripts/screenshots/readme.ts',
					location: { file },
				});
			}
			await replaceFile(file, thisProcess, (fresh) => writeFile(fresh, picture));
			files.push(file);
		}
		await context.close();
	}
	return files;
}
