import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { formatError, sentError } from '../../src/errors.ts';
import type { World } from '../../src/sources/world.ts';
import { addressGiven, asking, contactGiven, sayProblems } from '../asking.ts';
import { command } from '../command.ts';
import { projectFolder } from '../project-folder.ts';
import { untilStopped } from '../until-stopped.ts';
import { usualRange } from './due-days.ts';
import { type Errand, fetchListings, type Outcome, tasksOf } from './fetch-listings.ts';
import { categoriesGiven, contradiction, dayGiven, type Options, sourcesOf } from './options.ts';

/** The command, in a world: the real one, or one in which a test has the time. */
export function fetchCommand(world: World): Command {
	const program = command('fetch', 'Fetches the listings of a live source, politely, and keeps what is new.');
	return program
		.addOption(new Option('--source <name>', 'who is asked').choices(['huggingface', 'arxiv']).default('huggingface'))
		.addOption(
			new Option('--category <name>', 'a category of arXiv, such as cs.CL; may be given several times')
				.argParser(categoriesGiven)
				.default([], 'none'),
		)
		.option('--since <day>', 'the first day; two weeks ago if not said', dayGiven)
		.option('--until <day>', 'the last day; today, in UTC, if not said', dayGiven)
		.option('--listings <dir>', 'where the listings are', join(projectFolder, 'content/listings'))
		.option('--contact <text>', 'how the source can reach you: an address of mail or of a page', contactGiven)
		.addOption(new Option('--from <url>', 'another address of the service').argParser(addressGiven).hideHelp())
		.option('--dry-run', 'say which days would be asked for and why, and ask nothing', false)
		.action(async (options: Options) => {
			const usual = usualRange(world.now());
			const range = { since: options.since ?? usual.since, until: options.until ?? usual.until };
			const wrong = contradiction({ ...options, ...range });
			if (wrong !== null) program.error(`error: ${wrong}`);
			const sources = sourcesOf(options);
			const errand = { sources, listings: options.listings, range };
			if (options.dryRun) sayTasks(errand, world.now(), options);
			else await untilStopped((stop) => fetchAll(errand, world, options, sources[0].manners, stop));
		});
}

async function fetchAll(
	errand: Errand,
	world: World,
	options: Options,
	manners: Errand['sources'][number]['manners'],
	stop: AbortSignal,
): Promise<void> {
	const outcome = await asking(world, manners, options, (requests, shown) =>
		fetchListings(errand, requests, () => world.now(), shown, stop),
	);
	sayOutcome(outcome, options.json);
}

function sayOutcome(outcome: Outcome, json: boolean): void {
	const { asked, written, mended, unchanged, empty, problems } = outcome;
	sayProblems(outcome);
	const parts = { asked, written, mended, unchanged, empty, problems: problems.map(sentError) };
	if (json) console.log(JSON.stringify(parts));
	else console.log(summaryOf(outcome));
}

function summaryOf({ asked, written, unchanged, empty, problems }: Outcome): string {
	const named = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;
	const counts = [`${written.length} written`, `${unchanged} unchanged`, `${empty} empty`];
	return `${named(asked, 'day', 'days')} asked for: ${counts.join(', ')}, ${named(problems.length, 'problem', 'problems')}.`;
}

/** What a run would ask for. */
function sayTasks(errand: Errand, now: number, { json }: Options): void {
	const { tasks, problems } = tasksOf(errand, now);
	for (const problem of problems) console.error(formatError(problem));
	if (problems.length > 0) process.exitCode = 1;
	const due = tasks.map(({ source, day, why }) => ({ source: source.folder, day, why, url: source.addressOf(day) }));
	if (json) console.log(JSON.stringify({ due, problems: problems.map(sentError) }));
	else if (due.length === 0) console.log('No day is due.');
	else console.log(due.map(({ source, day, why, url }) => `${source} ${day}  ${why}  ${url}`).join('\n'));
}
