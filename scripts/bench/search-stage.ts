import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type JSHandle, type Page } from 'playwright-core';
import { startStaticServer } from '../static-server.ts';
import { type CountedLine, countedLine } from './counted-line.ts';
import { miniSearchOf, miniSearchOptions } from './minisearch.ts';
import { type DaybookInPage, openDaybook, openMiniSearch, openPlain, type PageSearch } from './search-page.ts';
import { plainPagefind } from './search-plain.ts';
import type { SearchedSite } from './search-site.ts';
import { chromiumPath } from './site.ts';

/** A search in a page of a browser profile of its own, which has nothing from before. */
export interface OpenedPage<T extends PageSearch> {
	search: JSHandle<T>;
	/** How many bytes have come to all pages since this was last asked, or since the last of them began to open. */
	bytes(): number;
	close(): Promise<void>;
}

/** Searches of the same papers, on a server, each opened in a new page when it is called. */
export interface Stage {
	daybook(): Promise<OpenedPage<DaybookInPage>>;
	plain(): Promise<OpenedPage<PageSearch>>;
	miniSearch(): Promise<OpenedPage<PageSearch>>;
}

const blankPage =
	'<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Bench</title></html>';

/** Serves a site's search, and what it is compared with, to Chromium. */
export async function onStage<T>(
	{ folder, papers }: SearchedSite,
	compared: { plain?: boolean; miniSearch?: boolean },
	run: (stage: Stage) => Promise<T>,
): Promise<T> {
	const stage = await mkdtemp(join(tmpdir(), 'daybook-bench-stage-'));
	const executablePath = chromiumPath();
	try {
		for (const name of ['daybook', 'plain', 'mini']) {
			await mkdir(join(stage, name));
			await writeFile(join(stage, name, 'index.html'), blankPage);
		}
		await symlink(join(folder, 'pagefind'), join(stage, 'daybook/pagefind'), 'dir');
		if (compared.plain) await plainPagefind(papers, join(stage, 'plain'));
		if (compared.miniSearch) {
			await writeFile(join(stage, 'mini/index.json'), JSON.stringify(miniSearchOf(papers)));
			await copyFile(fileURLToPath(import.meta.resolve('minisearch')), join(stage, 'mini/minisearch.js'));
		}
		const server = await startStaticServer({ folder: stage, base: '/', port: 0 });
		const line = await countedLine(server.url);
		const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
		try {
			return await run({
				daybook: () => opened(browser, line, 'daybook/', (page) => page.evaluateHandle(openDaybook)),
				plain: () => opened(browser, line, 'plain/', (page) => page.evaluateHandle(openPlain)),
				miniSearch: () =>
					opened(browser, line, 'mini/', (page) => page.evaluateHandle(openMiniSearch, miniSearchOptions)),
			});
		} finally {
			await browser.close();
			await line.close();
			await server.close();
		}
	} finally {
		await rm(stage, { recursive: true, force: true });
	}
}

async function opened<T extends PageSearch>(
	browser: Browser,
	line: CountedLine,
	path: string,
	open: (page: Page) => Promise<JSHandle<T>>,
): Promise<OpenedPage<T>> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(new URL(path, line.url).href);
	line.take();
	const search = await open(page);
	return { search, bytes: () => line.take(), close: () => context.close() };
}
