import { join } from 'node:path';
import { DaybookError, refusedInWords } from '../src/errors.ts';
import { inAstroTurn } from './astro-turn.ts';
import { runStepProgram, toolFile } from './processes.ts';
import { projectFolder } from './project-folder.ts';

/** A part of the build that is run by itself. */
export interface BuildStep {
	name: 'archive' | 'pages' | 'pictures' | 'data' | 'search' | 'manifest';
	/** For Node. */
	args: readonly string[];
	/** Added to our environment. */
	env: Record<string, string>;
	/** Astro, which is not ours: why it failed can only be read from what it prints, and two of it cannot run at once. */
	foreign?: boolean;
	/** The folder, or the file, that holds what it made. */
	output: string;
}

/** Where a build takes and puts what; all folders absolute. */
export interface BuildPlan {
	/** Undefined for the project's own listings. */
	listings: string | undefined;
	topics: string;
	archive: string;
	/** Below the project's folder: outside it Astro lets all builds share one working folder. */
	dist: string;
	/** Astro's own. */
	cache: string;
	/** The address and the path the site is published at. */
	site: string | undefined;
	base: string;
	/** How many papers, the newest, have a card of their own. */
	cards: number;
	/** Whether search engines are asked to leave the site out. */
	noindex: boolean;
	/** Where pictures are kept from build to build. */
	pictures: string;
	/** The site that an earlier build made, if any: segments of the search that are still the same are taken from it. */
	previous: string;
}

/** The steps that make a site of listings, each from what those before it made. */
export function buildSteps(plan: BuildPlan): BuildStep[] {
	const { listings, topics, archive, dist, cache, site, base, cards, noindex, pictures, previous } = plan;
	const script = (name: string) => join(projectFolder, 'scripts', name);
	return [
		{
			name: 'archive',
			args: [
				...[script('archive.ts'), '--topics', topics, '--out', archive],
				...(listings === undefined ? [] : ['--listings', listings]),
			],
			env: {},
			output: archive,
		},
		{
			name: 'pages',
			args: [toolFile('astro', 'astro'), 'build', '--root', projectFolder, '--silent'],
			env: {
				DAYBOOK_ARCHIVE: archive,
				DAYBOOK_TOPICS: topics,
				DAYBOOK_OUT: dist,
				DAYBOOK_CACHE: cache,
				DAYBOOK_BASE: base,
				DAYBOOK_CARDS: String(cards),
				DAYBOOK_NOINDEX: String(noindex),
				...(site !== undefined && { DAYBOOK_SITE: site }),
			},
			foreign: true,
			output: dist,
		},
		{
			name: 'pictures',
			args: [
				...[script('steps/draw-pictures.ts'), '--archive', archive, '--dist', dist],
				...['--cards', String(cards), '--cache', pictures],
			],
			env: {},
			output: join(dist, 'cards'),
		},
		{
			name: 'data',
			args: [
				...[script('steps/publish-data.ts'), '--archive', archive, '--dist', dist, '--base', base],
				...(site === undefined ? [] : ['--site', site]),
				...(noindex ? ['--noindex'] : []),
			],
			env: {},
			output: join(dist, 'data'),
		},
		{
			name: 'search',
			args: [script('steps/index-search.ts'), '--dist', dist, '--previous', join(previous, 'pagefind')],
			env: {},
			output: join(dist, 'pagefind'),
		},
		// Last: it names every file.
		{
			name: 'manifest',
			args: [script('steps/write-manifest.ts'), '--dist', dist],
			env: {},
			output: join(dist, 'manifest.json'),
		},
	];
}

/**
 * Runs a step as a process of its own, so that its memory is given back. Throws the error that the step reports, what
 * the system refused it, or else `build/<name>`.
 */
export async function runStep({ name, args, env, output, foreign = false }: BuildStep): Promise<void> {
	const runs = () => runStepProgram(process.execPath, args, { env, hold: foreign });
	const waits = () => console.error(`${name}: waits for another build of this project`);
	const { ended, error, held } = await (foreign ? inAstroTurn(runs, waits) : runs());
	if (ended === 'code 0') {
		process.stderr.write(held);
		return;
	}
	const known = error ?? refusedInWords(held, output);
	if (known !== null) throw known;
	process.stderr.write(held);
	throw new DaybookError({
		code: `build/${name}`,
		message: `The step “${name}” of the build ended with ${ended}.`,
		hint: 'mend what is said above; the last good site was left as it is',
	});
}
