import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DaybookError } from '../../src/errors.ts';
import { type PublishedPaper, publishedPaperSchema } from '../../src/records/published-paper.ts';
import { readShard, shardNames } from '../../src/search/index/shards.ts';
import { runProgram } from '../processes.ts';
import { projectFolder } from '../project-folder.ts';
import { readTopics } from '../topic-files.ts';
import { measured, type Usage } from './measured.ts';
import { publishedPapers, writePapers } from './published-papers.ts';
import { corpusOf, tooFew } from './source.ts';

/** What a search is measured in. */
export interface SearchedSite {
	/** The folder that holds `data/papers/` and `pagefind/`. */
	folder: string;
	papers: readonly PublishedPaper[];
	/** What its index took to make; null when it was there. */
	indexing: Usage | null;
}

export interface SiteOptions {
	/** A built site, or a file of papers; the project's `dist/` if left out. */
	from: string | undefined;
	/** How many papers of a file. */
	papers: number | undefined;
	work: string;
	keep: boolean;
}

/** Runs something with a site, or with one of data and search index alone that is made of a file's papers first. */
export async function withSearchedSite<T>(
	{ from, papers, work, keep }: SiteOptions,
	run: (site: SearchedSite) => Promise<T>,
): Promise<T> {
	const place = resolve(from ?? join(projectFolder, 'dist'));
	if (from === undefined || (await isFolder(place))) {
		return await run({ folder: place, papers: await papersOf(place), indexing: null });
	}
	const source = await corpusOf(from);
	if (papers !== undefined && papers > source.size) throw tooFew(from, source.size);
	await mkdir(work, { recursive: true });
	const folder = await mkdtemp(join(work, 'daybook-bench-'));
	if (keep) console.error(`bench: papers and index stay in ${folder}`);
	try {
		const topics = readTopics(join(projectFolder, 'content/topics'));
		await writePapers(folder, publishedPapers(source.papers(papers ?? source.size), topics));
		const indexing = await measured(() => makeIndex(folder));
		return await run({ folder, papers: await papersOf(folder), indexing });
	} finally {
		if (!keep) await rm(folder, { recursive: true, force: true });
	}
}

async function isFolder(place: string): Promise<boolean> {
	return (await stat(place).catch(() => null))?.isDirectory() ?? false;
}

async function papersOf(site: string): Promise<PublishedPaper[]> {
	const papers: PublishedPaper[] = [];
	for (const shard of await shardNames(site)) {
		papers.push(...(await readShard(site, shard, (line) => publishedPaperSchema.parse(JSON.parse(line)))));
	}
	return papers;
}

async function makeIndex(site: string): Promise<void> {
	const args = [join(projectFolder, 'scripts/steps/index-search.ts'), '--dist', site];
	if ((await runProgram(process.execPath, args, { output: 'stderr', env: {} })) === 0) return;
	throw new DaybookError({
		code: 'bench/index',
		message: 'The search index could not be made.',
		hint: 'mend what is said above',
		location: { file: site },
	});
}
