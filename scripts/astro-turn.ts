import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { makeFolder } from '../src/store/beside.ts';
import { projectFolder } from './project-folder.ts';

/**
 * Uses Astro when no other process of the project does: it keeps files of its own in `.astro`, under names that are the
 * same for all, and of two that write there at once one fails. `onWait` is called once when the turn is not ours at once.
 *
 * The lock is SQLite's, on a file that stays empty: Node has none of its own, and the system frees this one however a
 * process ends. Where a disk knows no locks, as some network shares, nobody waits.
 */
export async function inAstroTurn<T>(use: () => Promise<T>, onWait: () => void): Promise<T> {
	const folder = join(projectFolder, '.daybook');
	await makeFolder(folder);
	const lock = new DatabaseSync(join(folder, 'astro.lock'), { timeout: 0 });
	try {
		if (!isOurs(lock)) {
			onWait();
			while (!isOurs(lock)) await setTimeout(100);
		}
		return await use();
	} finally {
		lock.close();
	}
}

/** Takes the lock when no other has it. */
function isOurs(lock: DatabaseSync): boolean {
	try {
		lock.exec('BEGIN EXCLUSIVE');
		return true;
	} catch (error) {
		return !isBusy(error);
	}
}

/** `SQLITE_BUSY`: https://sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
	return error instanceof Error && 'errcode' in error && error.errcode === 5;
}
