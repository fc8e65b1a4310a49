import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, sweepFolder } from '../src/store/beside.ts';
import { projectFolder } from './project-folder.ts';
import { thisProcess } from './this-process.ts';

/** One folder for each process. */
const workFolders = join(projectFolder, '.daybook/work');

/**
 * Uses a new folder of the project for what is only needed meanwhile, and deletes it afterwards. What processes left
 * that were killed goes first.
 */
export async function inWorkFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
	await sweepFolder(workFolders, thisProcess);
	const folder = join(workFolders, thisProcess.name);
	await makeFolder(folder);
	try {
		return await use(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
