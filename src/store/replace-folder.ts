import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DaybookError } from '../errors.ts';

/** A file that only a folder of our own making has. */
export type Marker = string;

/**
 * Fills a new folder beside `target` and puts it in its place in two renames, so that `target` is at each moment
 * the last good one or the new one. When `fill` throws, `target` is as it was; a run that was killed between the
 * renames is mended by the next. A target that holds something else than an output, which its marker shows, is refused
 * with `output/not-ours`: it would be deleted.
 */
export async function replaceFolder(
	target: string,
	marker: Marker,
	fill: (folder: string) => Promise<void>,
): Promise<void> {
	const parent = dirname(target);
	const name = basename(target);
	const old = join(parent, `.${name}.old`);
	const fresh = join(parent, `.${name}.new`);
	await restore(old, target);
	await refuseOthers(target, marker);
	await rm(fresh, { recursive: true, force: true });
	await mkdir(fresh, { recursive: true });
	try {
		await fill(fresh);
		await renameIfThere(target, old);
		await rename(fresh, target);
	} catch (error) {
		await restore(old, target);
		throw error;
	} finally {
		await rm(fresh, { recursive: true, force: true });
	}
	await rm(old, { recursive: true, force: true });
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

/** Puts `old` back when `target` is not there, and drops it when it is. */
async function restore(old: string, target: string): Promise<void> {
	try {
		await rename(old, target);
	} catch (error) {
		if (isErrno(error, 'ENOTEMPTY', 'EEXIST')) await rm(old, { recursive: true, force: true });
		else if (!isErrno(error, 'ENOENT')) throw error;
	}
}

async function renameIfThere(from: string, to: string): Promise<void> {
	try {
		await rename(from, to);
	} catch (error) {
		if (!isErrno(error, 'ENOENT')) throw error;
	}
}

function isErrno(error: unknown, ...codes: string[]): boolean {
	return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
