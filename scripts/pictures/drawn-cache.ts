import { copyFile, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { thisProcess } from '../this-process.ts';

/** Files that were made before, named by what they were made of. Several builds may use one at the same time. */
export interface DrawnCache {
	/** Puts the file of this name at `target`; makes it first when it is not there, and says whether it had to. */
	place(name: string, target: string, make: () => Promise<Uint8Array>): Promise<'kept' | 'made'>;
	/** Deletes the files that were not used for longest, until at most `count` are left. */
	trim(count: number): Promise<void>;
}

/**
 * The cache in a folder of its own, without the halves of files that killed builds left; `now` is the time that its
 * files are marked with when they are used.
 */
export async function drawnCache(folder: string, now: Date): Promise<DrawnCache> {
	await mkdir(folder, { recursive: true });
	for (const name of await readdir(folder)) {
		const [, owner] = /\.(\d+)\.new$/.exec(name) ?? [];
		if (owner !== undefined && thisProcess.isOver(owner)) await rm(join(folder, name), { force: true });
	}
	return {
		async place(name, target, make) {
			const file = join(folder, name);
			if (await copied(file, target)) {
				await utimes(file, now, now).catch(() => {});
				return 'kept';
			}
			const bytes = await make();
			await writeFile(target, bytes);
			const fresh = `${file}.${thisProcess.name}.new`;
			await writeFile(fresh, bytes);
			await rename(fresh, file);
			await utimes(file, now, now).catch(() => {});
			return 'made';
		},
		async trim(count) {
			const files = await Promise.all(
				(await readdir(folder)).map(async (name) => {
					const used = await stat(join(folder, name)).catch(() => null);
					return { name, used: used?.mtimeMs ?? 0 };
				}),
			);
			const oldest = files.toSorted((a, b) => a.used - b.used).slice(0, Math.max(files.length - count, 0));
			await Promise.all(oldest.map(({ name }) => rm(join(folder, name), { force: true })));
		},
	};
}

/** False when the file is not there, or another build has just deleted it. */
async function copied(file: string, target: string): Promise<boolean> {
	try {
		await copyFile(file, target);
		return true;
	} catch {
		return false;
	}
}
