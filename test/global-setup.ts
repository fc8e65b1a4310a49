import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { seedListings } from './seeds.ts';
import { archiveVariable, siteAddress, siteBases } from './site/built-site.ts';

const project = resolve(import.meta.dirname, '..');

/**
 * Builds the site of the seeds and of `test/fixtures/site` once, at `/` and below a path, for the tests of pages and
 * browsers. Where they are goes to the tests by environment variables; a site that these already name is not built.
 */
export default async function setup(): Promise<() => Promise<void>> {
	const missing = siteBases.filter(({ variable }) => !process.env[variable]);
	if (missing.length === 0) return async () => {};
	const folder = await mkdtemp(join(tmpdir(), 'daybook-site-'));
	const listings = join(folder, 'listings');
	await cp(join(seedListings, 'huggingface-daily-papers'), join(listings, 'seeds'), { recursive: true });
	await cp(join(project, 'test/fixtures/site'), join(listings, 'site'), { recursive: true });
	process.env[archiveVariable] = join(folder, 'archive');
	// Enough papers with a card of their own, and without: to draw all of them takes a while.
	process.env['DAYBOOK_CARDS'] = '40';
	// Where Astro must wait for its turn, the others go on.
	const made = await Promise.allSettled([
		script('archive', '--listings', listings, '--out', join(folder, 'archive')),
		...missing.map(async ({ variable, base, name }) => {
			const out = join(folder, name);
			await script('build', '--listings', listings, '--out', out, '--base', base, '--site', siteAddress);
			process.env[variable] = out;
		}),
	]);
	for (const each of made) if (each.status === 'rejected') throw each.reason;
	return async () => await rm(folder, { recursive: true, force: true });
}

/** Set by Vitest for the tests, and read by Vite when it builds. */
const ofVitest = ['BASE_URL', 'DEV', 'MODE', 'NODE_ENV', 'PROD', 'SSR', 'TEST', 'VITEST'];

async function script(name: string, ...options: string[]): Promise<void> {
	await promisify(execFile)(process.execPath, [join(project, `scripts/${name}.ts`), ...options], {
		cwd: project,
		env: { ...process.env, ...Object.fromEntries(ofVitest.map((name) => [name, undefined])) },
		maxBuffer: 64 * 2 ** 20,
	});
}
