import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { makeBundle, topFolder } from '../src/bundle/make-bundle.ts';
import { partSince } from '../src/bundle/part.ts';
import { planned } from '../src/bundle/plan.ts';
import { filesBelow, originOf, readFacts, readHome } from '../src/bundle/read-site.ts';
import { DaybookError } from '../src/errors.ts';
import { parseIsoDate } from '../src/records/dates.ts';
import { replaceFile } from '../src/store/replace-file.ts';
import { basePathOf } from './base-path.ts';
import { indexSince } from './bundle/part-index.ts';
import { Threads } from './bundle/threads.ts';
import { command, run } from './command.ts';
import { projectFolder } from './project-folder.ts';
import { thisProcess } from './this-process.ts';
import { inWorkFolder } from './work-folder.ts';

interface Options {
	from: string;
	out: string;
	since?: string;
	json: boolean;
}

/** More share one disk. */
const mostThreads = 4;

const program = command(
	'bundle',
	`Makes an offline copy of the built site: a zip of one folder, ${topFolder}/, for any place.`,
)
	.option('--from <dir>', 'the built site', join(projectFolder, 'dist'))
	.option('--out <file>', 'where the zip goes', 'daybook-offline.zip')
	.option('--since <date>', 'only papers of this day or later; links to others lead to the live site', day)
	.action(async ({ from, out, since, json }: Options) => {
		const place = resolve(out);
		const { files, bytes } = await inWorkFolder((work) => bundled(resolve(from), place, since ?? null, work));
		const size = `${(bytes / 1e6).toFixed(1)} MB`;
		console.log(json ? JSON.stringify({ files, bytes, out: place }) : `${files} files, ${size}, in ${place}`);
	});

function day(text: string): string {
	const date = parseIsoDate(text);
	if (date === null) throw new InvalidArgumentError('It is a day such as 2025-11-24.');
	return date;
}

/** Makes the bundle, with `work` for what is only needed meanwhile. */
async function bundled(
	site: string,
	out: string,
	since: string | null,
	work: string,
): Promise<{ files: number; bytes: number }> {
	if (!relative(site, out).startsWith('..')) throw inside(out);
	const home = await readHome(site);
	const facts = await readFacts(site);
	const base = basePathOf(home);
	const origin = originOf(home);
	const live = origin === null ? null : new URL(base, origin).href;
	if (since !== null && live === null) throw noAddress(site);
	const selected = since === null ? null : { since, ...(await indexSince(site, since, work)) };
	const part = selected && { since: selected.since, papers: selected.indexed };
	const search = join(selected === null ? site : work, 'pagefind');
	const plan = planned(
		{ folder: site, search, base, origin, files: await filesBelow(site), copy: { ...facts, live, part } },
		await filesBelow(search),
		selected === null ? () => true : partSince(selected.since, selected.papers),
	);
	const threads = new Threads(plan, Math.min(availableParallelism(), mostThreads));
	try {
		return await replaceFile(out, thisProcess, (fresh) =>
			makeBundle(plan, fresh, {
				make: (items) => threads.make(items),
				onProgress: ({ made, of }) => {
					if (made % 2000 === 0) console.error(`bundle: ${made} of ${of} files`);
				},
			}),
		);
	} finally {
		await threads.close();
	}
}

function inside(out: string): DaybookError {
	return new DaybookError({
		code: 'bundle/inside',
		message: 'The copy would be put into the site that it is a copy of.',
		hint: 'name a place outside of the site with --out',
		location: { file: out },
	});
}

function noAddress(site: string): DaybookError {
	return new DaybookError({
		code: 'bundle/no-address',
		message: 'A copy of a part links to the live site, and nobody said where this site is published.',
		hint: 'build it with --site, or leave out --since',
		location: { file: site },
	});
}

await run(program);
