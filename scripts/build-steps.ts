import { join } from 'node:path';
import { DaybookError } from '../src/errors.ts';
import { runProgram, toolFile } from './processes.ts';
import { projectFolder } from './project-folder.ts';

/** A part of the build that is run by itself. */
export interface BuildStep {
	name: 'archive' | 'pages' | 'pictures' | 'data' | 'search';
	/** For Node. */
	args: readonly string[];
	/** Added to our environment. */
	env: Record<string, string>;
	/** The folder that holds what it made. */
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
	/** Where pictures are kept from build to build. */
	pictures: string;
	/** The site that an earlier build made, if any: segments of the search that are still the same are taken from it. */
	previous: string;
}

/** The steps that make a site of listings, each from what those before it made. */
export function buildSteps(plan: BuildPlan): BuildStep[] {
	const { listings, topics, archive, dist, cache, site, base, cards, pictures, previous } = plan;
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
				...(site !== undefined && { DAYBOOK_SITE: site }),
			},
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
	];
}

/**
 * Runs a step as a process of its own, so that its memory is given back. Throws `build/<name>`; a step that fails has
 * said why.
 */
export async function runStep({ name, args, env }: BuildStep): Promise<void> {
	const code = await runProgram(process.execPath, args, { output: 'stderr', env });
	if (code === 0) return;
	throw new DaybookError({
		code: `build/${name}`,
		message: `The step “${name}” of the build failed.`,
		hint: 'mend what is said above; the last good site was left as it is',
	});
}
