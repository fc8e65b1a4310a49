import { renameSync, rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { DaybookError } from '../errors.ts';
import { isErrno, makeFolder, mendPlace, placesBeside, refusedAt, type Writer } from './beside.ts';

/** A file that only a folder of our own making has. */
export type Marker = string;

/**
 * Fills a new folder beside `target` and puts it in its place in two renames with nothing between them, so that
 * `target` is at each moment the last good one or the new one. When `fill` throws, `target` is as it was; a run that
 * was killed, even between the renames, is mended by the next. Runs at the same time do not meet: the last to finish
 * stays. A target that holds something else than an output, which its marker shows, is refused with
 * `output/not-ours`: it would be deleted. What the system refuses is told as `refusedBySystem` has it.
 */
export async function replaceFolder(
	target: string,
	marker: Marker,
	writer: Writer,
	fill: (folder: string) => Promise<void>,
): Promise<void> {
	const { fresh, old } = placesBeside(target, writer);
	try {
		await mendPlace(target, writer);
		await refuseOthers(target, marker);
		await makeFolder(fresh);
		await fill(fresh);
		swap(target, fresh, old);
		// Under this name a half of it would not be taken for the last good one.
		if (renamed(old, fresh)) await rm(fresh, { recursive: true, force: true });
	} catch (error) {
		await rm(fresh, { recursive: true, force: true }).catch(() => {});
		throw refusedAt(target, writer, error);
	}
}

/** Throws `output/not-ours` when the target holds something else than an output, or is a file. */
export async function refuseOthers(target: string, marker: Marker): Promise<void> {
	const names = await readdir(target).catch((error: unknown) => {
		if (isErrno(error, 'ENOENT')) return [];
		if (isErrno(error, 'ENOTDIR')) return ['a file'];
		throw error;
	});
	if (names.length === 0 || names.includes(marker)) return;
	throw new DaybookError({
		code: 'output/not-ours',
		message: `What is here was not made by Daybook, and would be deleted: it has no ${marker}.`,
		hint: 'name another place with --out, or delete what is here yourself',
		location: { file: target },
	});
}

/** Another run may put its own there between the two renames: then that one is the old one. */
function swap(target: string, fresh: string, old: string): void {
	const mostRuns = 10;
	for (let tried = 1; ; tried += 1) {
		renamed(target, old);
		try {
			renameSync(fresh, target);
			return;
		} catch (error) {
			if (!isErrno(error, 'ENOTEMPTY', 'EEXIST') || tried === mostRuns) {
				renamed(old, target);
				throw error;
			}
			rmSync(old, { recursive: true, force: true });
		}
	}
}

/** False when it is not there. */
function renamed(from: string, to: string): boolean {
	try {
		renameSync(from, to);
		return true;
	} catch (error) {
		if (isErrno(error, 'ENOENT')) return false;
		throw error;
	}
}
