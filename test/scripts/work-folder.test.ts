import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thisProcess } from '../../scripts/this-process.ts';
import { inWorkFolder } from '../../scripts/work-folder.ts';
import { projectFolder } from './run-command.ts';

const workFolders = join(projectFolder, '.daybook/work');

/** The number of a process that has ended. */
const ended = String(spawnSync(process.execPath, ['--version']).pid);

test('a process is over when it has ended, and not while it runs', () => {
	expect(thisProcess.isOver(ended)).toBe(true);
	expect(thisProcess.isOver(String(process.pid))).toBe(false);
	expect(thisProcess.isOver(String(process.ppid))).toBe(false);
	expect(thisProcess.isOver('dist')).toBe(true);
});

test('a work folder is empty at first, and gone afterwards, whatever happens', async () => {
	mkdirSync(join(workFolders, thisProcess.name), { recursive: true });
	writeFileSync(join(workFolders, thisProcess.name, 'left'), 'by another of this number');
	const used = inWorkFolder(async (folder) => {
		expect(folder).toBe(join(workFolders, thisProcess.name));
		expect(existsSync(join(folder, 'left'))).toBe(false);
		writeFileSync(join(folder, 'made'), '');
		throw new Error('no more');
	});
	await expect(used).rejects.toThrow('no more');
	expect(existsSync(join(workFolders, thisProcess.name))).toBe(false);
});

test('what killed processes left goes, and what others use stays', async () => {
	const [left, used] = [ended, String(process.ppid)].map((name) => join(workFolders, name, 'kept'));
	if (left === undefined || used === undefined) throw new Error('two folders');
	for (const folder of [left, used]) mkdirSync(folder, { recursive: true });
	try {
		expect(await inWorkFolder(async () => existsSync(left))).toBe(false);
		expect(existsSync(used)).toBe(true);
	} finally {
		rmSync(join(used, '..'), { recursive: true });
	}
});
