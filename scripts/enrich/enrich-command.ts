import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { papersSought } from '../../src/archive/papers-sought.ts';
import { readListings } from '../../src/archive/read-listings.ts';
import { sentError } from '../../src/errors.ts';
import type { MergedPaper } from '../../src/listings/merged-paper.ts';
import { arxivManners } from '../../src/sources/arxiv.ts';
import type { World } from '../../src/sources/world.ts';
import { addressGiven, asking, contactGiven, sayProblems } from '../asking.ts';
import { command } from '../command.ts';
import { readCorrections } from '../corrections-file.ts';
import { readEnrichments, writeEnrichments } from '../enrichment-file.ts';
import { dayAt } from '../fetch/due-days.ts';
import { givenFile } from '../given-file.ts';
import { capturedFiles } from '../listing-files.ts';
import { projectFolder } from '../project-folder.ts';
import { untilStopped } from '../until-stopped.ts';
import { askArxiv, type Outcome, searchesFor } from './ask-arxiv.ts';

interface Options {
	listings: string;
	corrections?: string;
	enrichment?: string;
	limit?: number;
	again: boolean;
	contact?: string;
	from?: string;
	dryRun: boolean;
	json: boolean;
}

/** The command, in a world: the real one, or one in which a test has the time. */
export function enrichCommand(world: World): Command {
	return command('enrich', 'Asks arXiv for papers that are known by their title only, and keeps what it answers.')
		.option('--listings <dir>', 'where the listings are', join(projectFolder, 'content/listings'))
		.option(
			'--corrections <file>',
			'what maintainers know better; corrections.yaml beside the folder of listings if not said',
		)
		.option('--enrichment <file>', 'where answers are kept; enrichment/arxiv.jsonl beside the folder if not said')
		.option('--limit <number>', 'ask about so many papers at most; all if not said', limitGiven)
		.option('--again', 'ask again about those that were answered, longest ago first', false)
		.option('--contact <text>', 'how arXiv can reach you: an address of mail or of a page', contactGiven)
		.addOption(new Option('--from <url>', 'another address of the service').argParser(addressGiven).hideHelp())
		.option('--dry-run', 'say which papers would be asked about and how, and ask nothing', false)
		.action(async (options: Options) => {
			const file = options.enrichment ?? join(options.listings, '../enrichment/arxiv.jsonl');
			const corrections = readCorrections(givenFile('corrections', options.corrections, options.listings));
			const listings = readListings(capturedFiles(options.listings), options.listings);
			const papers = papersSought(listings, corrections, readEnrichments(file), options.again)
				.filter((paper) => searchesFor(paper, options.from).length > 0)
				.slice(0, options.limit);
			if (options.dryRun) sayPapers(papers, options);
			else await untilStopped((stop) => enrich(papers, file, world, options, stop));
		});
}

async function enrich(
	papers: readonly MergedPaper[],
	file: string,
	world: World,
	options: Options,
	stop: AbortSignal,
): Promise<void> {
	const outcome = await asking(world, arxivManners, options, async (requests, shown) => {
		shown.begun(
			papers.length,
			papers.length === 0 ? 'No paper to ask about.' : `${named(papers.length)} to ask about.`,
		);
		return await askArxiv(
			{
				papers,
				from: options.from,
				today: () => dayAt(world.now()),
				keep: (fresh) => keepAnswers(file, fresh),
				done: (title, said) => shown.done(`${title.slice(0, 60)}  ${said}`),
			},
			requests,
			stop,
		);
	});
	sayOutcome(outcome, file, options.json);
}

/** Adds answers to those of the file as it is now: another run may have added some. */
async function keepAnswers(file: string, fresh: Parameters<typeof writeEnrichments>[1]): Promise<void> {
	const isFresh = new Set(fresh.map(({ paper }) => paper));
	await writeEnrichments(file, [...readEnrichments(file).filter(({ paper }) => !isFresh.has(paper)), ...fresh]);
}

function sayOutcome(outcome: Outcome, file: string, json: boolean): void {
	const { asked, found, problems } = outcome;
	sayProblems(outcome);
	if (json) console.log(JSON.stringify({ asked, found, file, problems: problems.map(sentError) }));
	else console.log(`${named(asked)} asked about: ${found} found, ${asked - found} not; ${problems.length} problems.`);
}

/** What a run would ask. */
function sayPapers(papers: readonly MergedPaper[], { json, from }: Options): void {
	const asked = papers.map((paper) => ({ paper: paper.id, title: paper.title, urls: searchesFor(paper, from) }));
	if (json) console.log(JSON.stringify({ papers: asked }));
	else if (asked.length === 0) console.log('No paper to ask about.');
	else console.log(asked.map(({ paper, title, urls }) => `${paper}  ${title}\n  ${urls.join('\n  ')}`).join('\n'));
}

function named(papers: number): string {
	return `${papers} ${papers === 1 ? 'paper' : 'papers'}`;
}

function limitGiven(text: string): number {
	if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1 on.');
	return Number(text);
}
