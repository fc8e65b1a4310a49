import { cp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { archiveFiles } from '../src/store/layout.ts';
import { refuseOthers, replaceFolder } from '../src/store/replace-folder.ts';
import { usualCards } from '../src/store/site-archive.ts';
import { basePath } from './base-path.ts';
import { buildChanges, builtState } from './build-changes.ts';
import { buildSteps, runStep } from './build-steps.ts';
import { cardCount } from './card-count.ts';
import { command, run } from './command.ts';
import { countedPages } from './counted-pages.ts';
import { projectFolder, refuseOddFolder } from './project-folder.ts';
import { githubLimit, measuredSite, sizeInWords, sizeLimit, sizeWarning } from './site-size.ts';
import { thisProcess } from './this-process.ts';
import { inWorkFolder } from './work-folder.ts';

interface Options {
	listings?: string;
	topics?: string;
	out: string;
	site?: string;
	base: string;
	cards: number;
	noindex: boolean;
	limit: number | null;
	json: boolean;
}

/** Every site that Daybook made has it. */
const siteMarker = '404.html';

/** Left in place: a picture is made again only when what it shows has changed. */
const picturesFolder = join(projectFolder, '.daybook/pictures');

const program = command('build', 'Makes the archive of all listings, the site of the archive, and its search.')
	.option('--listings <dir>', 'where the listings are, if not in content/listings')
	.option('--topics <dir>', 'where the topics are, if not in content/topics')
	.option('--out <dir>', 'where the site goes', join(projectFolder, 'dist'))
	.addOption(
		new Option('--site <url>', 'the address the site is published at').env('DAYBOOK_SITE').argParser(siteAddress),
	)
	.addOption(
		new Option('--base <path>', 'the path it is published below').env('DAYBOOK_BASE').argParser(basePath).default('/'),
	)
	.addOption(
		new Option('--cards <number>', 'how many papers, the newest, have a social card of their own')
			.env('DAYBOOK_CARDS')
			.argParser(cardCount)
			.default(usualCards),
	)
	.addOption(
		new Option('--noindex [yes or no]', 'ask search engines to leave the site out: for forks and previews')
			.env('DAYBOOK_NOINDEX')
			.argParser(yesOrNo)
			.preset('yes')
			.default(false),
	)
	.addOption(
		new Option('--limit <size>', 'what the site may have, as 5GB, or none')
			.env('DAYBOOK_LIMIT')
			.argParser(sizeLimit)
			.default(githubLimit, '1GB, as GitHub Pages has it'),
	)
	.action(async (options: Options) => {
		refuseOddFolder(projectFolder);
		const out = resolve(options.out);
		// Listings and topics that are not the project's own leave the project's archive alone.
		const ofProject = options.listings === undefined && options.topics === undefined;
		const projectArchive = join(projectFolder, 'content/archive');
		await refuseOthers(out, siteMarker);
		if (ofProject) await refuseOthers(projectArchive, archiveFiles.report);
		await inWorkFolder(async (work) => {
			// No other run can change it while the site is made of it.
			const archive = join(work, 'archive');
			const staged = join(work, 'dist');
			const listings = options.listings === undefined ? undefined : resolve(options.listings);
			const topics = resolve(options.topics ?? join(projectFolder, 'content/topics'));
			const { site, base, cards, noindex } = options;
			const places = { archive, dist: staged, cache: join(work, 'cache'), pictures: picturesFolder, previous: out };
			for (const step of buildSteps({ listings, topics, ...places, site, base, cards, noindex })) {
				const started = performance.now();
				await runStep(step);
				console.error(`${step.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
			}
			const pages = await countedPages(staged, archive);
			const size = measuredSite(staged);
			const warning = sizeWarning(size, options.limit);
			const before = builtState(out);
			const after = builtState(staged);
			const changes = before && after && buildChanges(before, after, options.listings ?? 'content/listings');
			await replaceFolder(out, siteMarker, thisProcess, (folder) => move(staged, folder));
			if (ofProject) {
				await replaceFolder(projectArchive, archiveFiles.report, thisProcess, (folder) => move(archive, folder));
			}
			if (warning !== null) console.error(`warning: ${warning}`);
			const words = sizeInWords(size);
			const { files, bytes, parts } = size;
			if (options.json) console.log(JSON.stringify({ pages, out, files, bytes, parts, size: words, warning, changes }));
			else console.log(`${pages} pages in ${out}\n${words}`);
		});
	});

/** An address without a path: that one is the base. Nothing, as an empty variable gives it, is none. */
function siteAddress(text: string): string | undefined {
	if (text === '') return undefined;
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null || !['http:', 'https:'].includes(url.protocol)) {
		throw new InvalidArgumentError('It is an address such as https://example.org.');
	}
	if (url.href !== `${url.origin}/`) throw new InvalidArgumentError('Its path belongs into --base.');
	return url.origin;
}

/** Of an option, or of a variable that may be empty. */
function yesOrNo(text: string): boolean {
	if (['yes', 'true', '1'].includes(text)) return true;
	if (['', 'no', 'false', '0'].includes(text)) return false;
	throw new InvalidArgumentError('It is yes or no.');
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
