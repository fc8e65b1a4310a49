import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { DaybookError } from '../../src/errors.ts';
import { basePathOf } from '../base-path.ts';
import { builtPages } from '../screenshots/built-pages.ts';
import { type BuiltPage, kindOf } from '../screenshots/page-kinds.ts';
import { startStaticServer } from '../static-server.ts';
import { findBrowser } from '../test/find-browser.ts';
import { type LighthouseResult, lighthouse } from './lighthouse.ts';
import { type PageWeight, pageWeight } from './page-weight.ts';

/** A page of a built site as its readers meet it. */
export interface MeasuredPage extends LighthouseResult {
	kind: string;
	/** Below the base. */
	path: string;
	weight: PageWeight;
}

const measuredKinds = ['home', 'paper', 'topic', 'day'];

/** Measures the largest page of some kinds, served as GitHub Pages would. Throws `bench/no-site`, `bench/no-chromium`. */
export async function measuredPages(folder: string): Promise<MeasuredPage[]> {
	const home = join(folder, 'index.html');
	if (!existsSync(home)) throw noSite(folder);
	const executablePath = chromiumPath();
	const base = basePathOf(readFileSync(home, 'utf8'));
	const server = await startStaticServer({ folder, base, port: 0 });
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
	try {
		const measured: MeasuredPage[] = [];
		for (const { kind, path } of largestPages(builtPages(folder))) {
			const url = new URL(path.slice(1), server.url).href;
			const weight = await pageWeight(browser, url);
			measured.push({ kind, path, weight, ...(await lighthouse(url, executablePath)) });
		}
		return measured;
	} finally {
		await Promise.all([browser.close(), server.close()]);
	}
}

/** The largest page of each kind that is measured, as far as the site has one. */
export function largestPages(pages: readonly BuiltPage[]): { kind: string; path: string }[] {
	return measuredKinds.flatMap((kind) => {
		const [largest] = pages
			.filter(({ path, leadsOn }) => !leadsOn && kindOf(path) === kind)
			.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
		return largest ? [{ kind, path: largest.path }] : [];
	});
}

function noSite(file: string): DaybookError {
	return new DaybookError({
		code: 'bench/no-site',
		message: 'There is no built site here.',
		hint: 'run npm run build, or name its folder with --from',
		location: { file },
	});
}

/** A Chromium that starts. Throws `bench/no-chromium`. */
export function chromiumPath(): string {
	const path = findBrowser('chromium');
	if (path !== null) return path;
	throw new DaybookError({
		code: 'bench/no-chromium',
		message: 'There is no Chromium to open pages with.',
		hint: 'install one, or name it with DAYBOOK_CHROMIUM',
	});
}
