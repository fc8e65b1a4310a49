import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder, mendPlace, placesBeside, refusedAt, type Writer } from './beside.ts';

/**
 * Makes a file at a place beside `target`, where nothing is, and renames it into its place: `target` is at each moment
 * the last good one or the new one. When `make` throws, `target` is as it was; what killed runs left is deleted. What
 * the system refuses is told as `refusedBySystem` has it.
 */
export async function replaceFile<T>(target: string, writer: Writer, make: (fresh: string) => Promise<T>): Promise<T> {
	const { fresh } = placesBeside(target, writer);
	try {
		await mendPlace(target, writer);
		await makeFolder(dirname(target));
		const made = await make(fresh);
		await rename(fresh, target);
		return made;
	} catch (error) {
		await rm(fresh, { force: true }).catch(() => {});
		throw refusedAt(target, writer, error);
	}
}
