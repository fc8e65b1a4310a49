import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { fetchCommand } from '../../scripts/fetch/fetch-command.ts';
import { sentErrorSchema } from '../../src/errors.ts';
import type { World } from '../../src/sources/world.ts';
import { dailyItems } from '../sources/daily-items.ts';
import { ranInProcess } from './in-process.ts';

const reportSchema = z.strictObject({
	asked: z.int(),
	written: z.array(z.string()),
	mended: z.array(z.string()),
	unchanged: z.int(),
	empty: z.int(),
	problems: z.array(sentErrorSchema),
});

/** When days are fetched, if a test does not say; and what the service has then. */
export const noon = '2026-01-11T12:00:00Z';
export const days = {
	'2026-01-08': dailyItems(3, '2026-01-08'),
	'2026-01-09': dailyItems(2, '2026-01-09', 10),
	'2026-01-11': dailyItems(1, '2026-01-11', 20),
};

/** The options for some days. */
export const range = (since: string, until = since) => ['--since', since, '--until', until];

/** Runs the command in this process, in a world of its own; what it printed, and its exit code. */
export function ranFetch(world: World, args: readonly string[]) {
	return ranInProcess(fetchCommand(world), args);
}

/** The same with `--json`, and its report. */
export async function ranJson(world: World, args: readonly string[]) {
	const { status, stdout, stderr } = await ranFetch(world, [...args, '--json']);
	const report = reportSchema.parse(JSON.parse(stdout));
	return { status, stderr, ...report, codes: report.problems.map(({ code }) => code) };
}

/** All files below a folder with their hashes, dot files included. */
export function treeOf(folder: string): Record<string, string> {
	if (!existsSync(folder)) return {};
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
	return Object.fromEntries(
		paths.map((path) => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
	);
}

/** The text that a capture holds. */
export function textIn(path: string): string {
	return gunzipSync(readFileSync(path)).toString();
}
