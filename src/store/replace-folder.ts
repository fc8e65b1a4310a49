import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Fills a new folder beside `target` and puts it in its place in two renames, so that `target` is at each moment
 * the last good one or the new one. When `fill` throws, `target` is as it was; a run that was killed between the
 * renames is mended by the next.
 */
export async function replaceFolder(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
	const parent = dirname(target);
	const name = basename(target);
	const old = join(parent, `.${name}.old`);
	const fresh = join(parent, `.${name}.new`);
	await restore(old, target);
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
