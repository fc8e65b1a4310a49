import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { DaybookError } from '../src/errors.ts';
import { readArchive } from '../src/store/read.ts';
import { usualCards } from '../src/store/site-archive.ts';
import type { BenchPaper } from './bench/bench-paper.ts';
import { dailyListings } from './bench/daily-listings.ts';
import { measured, type Usage } from './bench/measured.ts';
import { type BenchRun, ratiosOf, ratioTable, runTable, type StepResult, siteTable } from './bench/results.ts';
import { corpusOf, type Source, tooFew } from './bench/source.ts';
import { syntheticPapers } from './bench/synthetic.ts';
import { type BuildStep, buildSteps, runStep } from './build-steps.ts';
import { command, run } from './command.ts';
import { countedPages } from './counted-pages.ts';
import { runProgram } from './processes.ts';
import { projectFolder } from './project-folder.ts';
import { untilStopped } from './until-stopped.ts';

interface Options {
	papers?: number;
	from?: string;
	lighthouse: boolean;
	search?: string;
	bundle: boolean;
	related: boolean;
	endurance?: number;
	read: boolean;
	twice: boolean;
	work: string;
	keep: boolean;
	json: boolean;
}

const program = command(
	'bench',
	'Builds a site of many papers, and measures each step of the build; or measures a site.',
)
	.option('--papers <n>', 'how many; 10,000 if left out, or all of --from', wholeNumber)
	.option('--from <file>', 'papers as JSON Lines, perhaps gzipped, instead of made-up ones; or see below')
	.addOption(
		new Option('--lighthouse', 'build nothing: measure pages of the site in dist/, or in the folder of --from')
			.default(false)
			.conflicts(['papers', 'read', 'twice', 'keep']),
	)
	.addOption(
		new Option(
			'--search <what>',
			'build no pages: measure the search of dist/, of the site or of the papers of --from: a file of queries and the ' +
				'papers they want, or made for queries made from titles; or bytes, speed, scale',
		).conflicts(['lighthouse', 'read', 'twice']),
	)
	.addOption(
		new Option(
			'--bundle',
			'build nothing: make and measure the offline copy of the site in dist/, or in the folder of --from',
		)
			.default(false)
			.conflicts(['papers', 'lighthouse', 'search', 'read', 'twice', 'keep']),
	)
	.addOption(
		new Option(
			'--related',
			'build nothing: relate papers, and measure that, what is found of the closest, and how much thirty papers more change',
		)
			.default(false)
			.conflicts(['lighthouse', 'search', 'bundle', 'read', 'twice', 'keep']),
	)
	.addOption(
		new Option(
			'--endurance <runs>',
			'instead: so many daily runs of thirty papers more, one after another (365 are a year), and what each takes',
		)
			.argParser(wholeNumber)
			.conflicts(['papers', 'lighthouse', 'search', 'bundle', 'related', 'read', 'twice', 'keep']),
	)
	.option('--read', 'build nothing: read and merge listings alone', false)
	.option('--twice', 'then build twice as many, and compare', false)
	.option('--work <dir>', 'where listings and archives are put meanwhile', tmpdir())
	.option('--keep', 'leave what was made', false)
	.action(async (options: Options) => {
		const { papers, from, lighthouse, search, bundle, related, endurance, read, twice, work, keep, json } = options;
		if (lighthouse) {
			// It brings a browser with it, which a build does not need.
			const { measuredPages } = await import('./bench/site.ts');
			const pages = await measuredPages(resolve(from ?? join(projectFolder, 'dist')));
			console.log(json ? JSON.stringify({ pages }) : siteTable(pages));
			return;
		}
		if (search !== undefined) {
			const { searchBench } = await import('./bench/search.ts');
			const { report, text } = await searchBench(search, { from, papers, work: resolve(work), keep });
			console.log(json ? JSON.stringify(report) : text);
			return;
		}
		if (bundle) {
			const { bundleBench } = await import('./bench/bundle.ts');
			const { report, text } = await bundleBench(resolve(from ?? join(projectFolder, 'dist')), resolve(work));
			console.log(json ? JSON.stringify(report) : text);
			return;
		}
		if (related) {
			const { addedPapers, relatedBench } = await import('./bench/related.ts');
			const source = await sourceOf(from);
			const count = papers ?? Math.min(100_000, source.size - addedPapers);
			if (count + addedPapers > source.size || count < 1) throw tooFew(from ?? '', source.size);
			await mkdir(resolve(work), { recursive: true });
			const { report, text } = await relatedBench(source, count, resolve(work));
			console.log(json ? JSON.stringify(report) : text);
			return;
		}
		const source = await sourceOf(from);
		if (endurance !== undefined) {
			const { enduranceBench, papersADay } = await import('./bench/endurance.ts');
			if (endurance * papersADay > source.size) throw tooFew(from ?? '', source.size);
			await mkdir(resolve(work), { recursive: true });
			await untilStopped(async (stop) => {
				const { report, text } = await enduranceBench(source, endurance, resolve(work), stop);
				console.log(json ? JSON.stringify(report) : text);
			});
			return;
		}
		const most = from === undefined ? 10_000 : Math.floor(source.size / (twice ? 2 : 1));
		const count = papers ?? most;
		const counts = twice ? [count, count * 2] : [count];
		if ((counts.at(-1) ?? 0) > source.size) throw tooFew(from ?? '', source.size);

		const runs: BenchRun[] = [];
		for (const each of counts) {
			const result = await benchRun([...source.papers(each)], resolve(work), { keep, read });
			runs.push(result);
			if (!json) console.log(`${runTable(result)}\n`);
		}
		const [first, second] = runs;
		const ratios = first && second ? ratiosOf(first, second) : null;
		if (json) console.log(JSON.stringify({ runs, ratios }));
		else if (ratios) console.log(ratioTable(ratios, 'twice the papers'));
	});

/** The papers of a file, else made-up ones. */
async function sourceOf(from: string | undefined): Promise<Source> {
	return from === undefined ? { size: Infinity, papers: syntheticPapers } : await corpusOf(from);
}

function wholeNumber(text: string): number {
	const number = Number(text);
	if (Number.isSafeInteger(number) && number > 0) return number;
	throw new InvalidArgumentError('It is a whole number from 1 on.');
}

/** Builds a site of these papers in folders of its own, which are removed in the end. */
async function benchRun(
	papers: readonly BenchPaper[],
	workFolder: string,
	{ keep, read }: Pick<Options, 'keep' | 'read'>,
): Promise<BenchRun> {
	const sites = join(projectFolder, '.daybook');
	await mkdir(sites, { recursive: true });
	await mkdir(workFolder, { recursive: true });
	const work = await mkdtemp(join(workFolder, 'daybook-bench-'));
	const site = await mkdtemp(join(sites, 'bench-'));
	if (keep) console.error(`bench: listings and archive stay in ${work}, the site in ${site}`);
	try {
		const listings = join(work, 'listings');
		await mkdir(listings);
		for (const { name, content } of dailyListings(papers)) await writeFile(join(listings, name), content);

		if (read) return { papers: papers.length, steps: [await readStep(listings, papers.length)] };
		const archive = join(work, 'archive');
		const dist = join(site, 'dist');
		const places = {
			listings,
			archive,
			dist,
			cache: join(site, 'cache'),
			pictures: join(site, 'pictures'),
			previous: dist,
		};
		const plan = {
			...places,
			topics: join(projectFolder, 'content/topics'),
			site: undefined,
			base: '/',
			cards: usualCards,
			noindex: false,
		};
		const steps: StepResult[] = [];
		for (const step of buildSteps(plan)) {
			const usage = await measured(() => runStep(step));
			steps.push({ step: step.name, ...usage, ...(await made(step, archive)) });
		}
		return { papers: readArchive(archive).summary.papers, steps };
	} finally {
		if (!keep) await Promise.all([work, site].map((folder) => rm(folder, { recursive: true, force: true })));
	}
}

/** Reads and merges listings in a process of its own. What it “wrote” is what it read. */
async function readStep(listings: string, papers: number): Promise<StepResult> {
	const args = [join(projectFolder, 'scripts/bench/read-and-merge.ts'), listings];
	const bytes = await bytesBelow(listings);
	const usage = await measured(async () => {
		const code = await runProgram(process.execPath, args, { output: 'stderr', env: {} });
		if (code === 0) return;
		throw new DaybookError({
			code: 'bench/read',
			message: 'The listings could not be read.',
			hint: 'mend what is said above',
			location: { file: listings },
		});
	});
	return { step: 'read', ...usage, made: papers, unit: 'papers', bytes };
}

async function made({ name, output }: BuildStep, archive: string): Promise<Omit<StepResult, 'step' | keyof Usage>> {
	const bytes = await bytesBelow(output);
	if (name === 'pages') return { made: await countedPages(output, archive), unit: 'pages', bytes };
	return { made: readArchive(archive).summary.papers, unit: 'papers', bytes };
}

async function bytesBelow(place: string): Promise<number> {
	const itself = await stat(place);
	if (!itself.isDirectory()) return itself.size;
	let bytes = 0;
	for (const entry of await readdir(place, { recursive: true, withFileTypes: true })) {
		if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
	}
	return bytes;
}

await run(program);
