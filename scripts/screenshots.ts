import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { type Browser, chromium } from 'playwright-core';
import { DaybookError } from '../src/errors.ts';
import { basePath } from './base-path.ts';
import { command, run } from './command.ts';
import { projectFolder } from './project-folder.ts';
import { builtPages } from './screenshots/built-pages.ts';
import { contactSheets } from './screenshots/contact-sheet.ts';
import { type BuiltPage, pageAt, type ShownPage, shownPages } from './screenshots/page-kinds.ts';
import { readmePictures } from './screenshots/readme.ts';
import { looks, takePictures } from './screenshots/take.ts';
import { startStaticServer } from './static-server.ts';
import { findBrowser } from './test/find-browser.ts';

interface Options {
	from: string;
	out?: string;
	base: string;
	kinds?: string[];
	looks?: string[];
	page: string[];
	readme: boolean;
	json: boolean;
}

const lookNames = looks.map(({ name }) => name);

const program = command('screenshots', 'Takes pictures of every kind of page of the built site, to be looked at.')
	.option('--from <dir>', 'the built site', join(projectFolder, 'dist'))
	.option('--out <dir>', 'where the pictures go: .daybook/screenshots, or docs/screenshots with --readme')
	.option('--base <path>', 'the path that it was built for', basePath, '/')
	.option('--kinds <names>', 'only these kinds of pages, such as home,paper,topic', list)
	.option('--looks <names>', `only these of ${lookNames.join(',')}`, listOfLooks)
	.option('--page <path>', 'the page at this address instead; may be repeated', gathered, [])
	.option('--readme', 'only the pictures that README shows, in their own place', false)
	.action(async (options: Options) => {
		const { readme, json } = options;
		const from = resolve(options.from);
		if (!existsSync(join(from, 'index.html'))) {
			throw new DaybookError({
				code: 'screenshots/no-site',
				message: 'There is no built site here.',
				hint: 'run npm run build, or name its folder with --from',
				location: { file: from },
			});
		}
		const out = resolve(options.out ?? join(projectFolder, readme ? 'docs/screenshots' : '.daybook/screenshots'));
		const pages = builtPages(from);
		const chosen = readme ? [] : chosenPages(pages, options);
		await mkdir(out, { recursive: true });
		const server = await startStaticServer({ folder: from, base: options.base, port: 0 });
		try {
			const browser = await launched();
			try {
				const result = readme
					? { pictures: await readmePictures(browser, server.url, pages, out), sheets: [] }
					: await allPictures(browser, server.url, chosen, options.looks ?? lookNames, out);
				const { pictures, sheets } = result;
				console.log(
					json ? JSON.stringify({ out, ...result }) : `${pictures.length + sheets.length} pictures in ${out}`,
				);
			} finally {
				await browser.close();
			}
		} finally {
			await server.close();
		}
	});

function chosenPages(pages: readonly BuiltPage[], { kinds, page }: Pick<Options, 'kinds' | 'page'>): ShownPage[] {
	if (page.length > 0) return page.map(pageAt);
	const all = shownPages(pages);
	const unknown = kinds?.find((kind) => !all.some(({ name }) => name === kind));
	if (unknown === undefined) return all.filter(({ name }) => kinds?.includes(name) ?? true);
	throw new DaybookError({
		code: 'screenshots/no-kind',
		message: `This site has no page of the kind “${unknown}”.`,
		hint: `name some of ${all.map(({ name }) => name).join(', ')}`,
	});
}

async function allPictures(
	browser: Browser,
	site: string,
	pages: readonly ShownPage[],
	names: readonly string[],
	out: string,
): Promise<{ pictures: string[]; sheets: string[] }> {
	const pictures: string[] = [];
	const sheets: string[] = [];
	for (const look of looks.filter(({ name }) => names.includes(name))) {
		const taken = await takePictures(browser, site, pages, look, out);
		for (const { page, overflows } of taken) {
			if (overflows) console.error(`screenshots: ${page.path} scrolls sideways in ${look.name}`);
		}
		const start = join(out, `sheet-${look.name}`);
		for (let number = 1; existsSync(`${start}-${number}.png`); number++) await rm(`${start}-${number}.png`);
		sheets.push(...(await contactSheets(taken, look.width, start)));
		pictures.push(...taken.map(({ file }) => file));
		console.error(`screenshots: ${look.name}, ${taken.length} pages`);
	}
	return { pictures, sheets };
}

async function launched(): Promise<Browser> {
	const executablePath = findBrowser('chromium');
	if (executablePath) return await chromium.launch({ executablePath, args: ['--no-sandbox'] });
	throw new DaybookError({
		code: 'screenshots/no-chromium',
		message: 'No Chromium was found on this machine.',
		hint: 'install it, or name it in DAYBOOK_CHROMIUM',
	});
}

function list(text: string): string[] {
	return text.split(',').filter(Boolean);
}

function listOfLooks(text: string): string[] {
	const names = list(text);
	const unknown = names.find((name) => !lookNames.includes(name));
	if (unknown !== undefined) throw new InvalidArgumentError(`There is no look “${unknown}”.`);
	return names;
}

function gathered(path: string, paths: string[]): string[] {
	if (!path.startsWith('/')) throw new InvalidArgumentError('An address begins with /.');
	return [...paths, path];
}

await run(program);
