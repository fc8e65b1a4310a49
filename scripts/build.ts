import { cp, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DaybookError } from '../src/errors.ts';
import { sha256 } from '../src/records/hash.ts';
import { readArchive } from '../src/store/read.ts';
import { replaceFolder } from '../src/store/replace-folder.ts';
import { sitePages } from '../src/views/site-pages.ts';
import { basePath } from './base-path.ts';
import { command, run } from './command.ts';
import { runProgram, toolFile } from './processes.ts';
import { projectFolder } from './project-folder.ts';

interface Options {
	listings?: string;
	out: string;
	site?: string;
	base: string;
	json: boolean;
}

const program = command('build', 'Makes the archive of all listings, the site of the archive, and its search.')
	.option('--listings <dir>', 'where the listings are, if not in content/listings')
	.option('--out <dir>', 'where the site goes', join(projectFolder, 'dist'))
	.option('--site <url>', 'the address the site is published at', process.env['DAYBOOK_SITE'])
	.option('--base <path>', 'the path it is published below', basePath, basePath(process.env['DAYBOOK_BASE'] ?? '/'))
	.action(async (options: Options) => {
		const out = resolve(options.out);
		const work = join(projectFolder, '.daybook', sha256(out).slice(0, 12));
		const staged = join(work, 'dist');
		// Listings that are not the project's own leave the project's archive alone.
		const archive = options.listings === undefined ? join(projectFolder, 'content/archive') : join(work, 'archive');
		await rm(staged, { recursive: true, force: true });

		const listings = options.listings === undefined ? [] : ['--listings', resolve(options.listings)];
		await step('archive', [join(projectFolder, 'scripts/archive.ts'), ...listings, '--out', archive]);
		await step('pages', [toolFile('astro', 'astro'), 'build', '--root', projectFolder, '--silent'], {
			DAYBOOK_ARCHIVE: archive,
			DAYBOOK_OUT: staged,
			DAYBOOK_CACHE: join(work, 'cache'),
			DAYBOOK_BASE: options.base,
			...(options.site !== undefined && { DAYBOOK_SITE: options.site }),
		});
		const pages = await countedPages(staged, archive);
		await step('data', [join(projectFolder, 'scripts/steps/publish-data.ts'), '--archive', archive, '--dist', staged]);
		await step('search', [join(projectFolder, 'scripts/steps/index-search.ts'), '--dist', staged]);
		await replaceFolder(out, (folder) => move(staged, folder));
		console.log(options.json ? JSON.stringify({ pages, out }) : `${pages} pages in ${out}`);
	});

/** Runs a step as a process of its own, so that its memory is given back. A step that fails has said why. */
async function step(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<void> {
	const started = performance.now();
	const code = await runProgram(process.execPath, args, { output: 'stderr', env });
	if (code !== 0) {
		throw new DaybookError({
			code: `build/${name}`,
			message: `The step “${name}” of the build failed.`,
			hint: 'mend what is said above; the last good site was left as it is',
		});
	}
	console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** The number of pages made. Throws when it is not what the archive demands. */
async function countedPages(dist: string, archive: string): Promise<number> {
	const wanted = sitePages(readArchive(archive)).filter(({ path }) => !path.endsWith('.csv')).length;
	const made = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html')).length;
	if (made === wanted) return made;
	throw new DaybookError({
		code: 'build/page-count',
		message: `${made} pages were made, and the archive demands ${wanted}.`,
		hint: 'two papers at one address, or a route that leaves out pages: compare dist with sitePages()',
		location: { file: dist },
	});
}

/** Folders of two file systems cannot be renamed into each other. */
async function move(from: string, to: string): Promise<void> {
	await rm(to, { recursive: true, force: true });
	try {
		await rename(from, to);
	} catch {
		await cp(from, to, { recursive: true });
		await rm(from, { recursive: true, force: true });
	}
}

await run(program);
