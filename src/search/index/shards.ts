import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DaybookError } from '../../errors.ts';

const ending = '.jsonl.gz';

/** The names of the shards of published papers in a site's folder. Throws `search/no-data`. */
export async function shardNames(dist: string): Promise<string[]> {
	const folder = join(dist, 'data/papers');
	try {
		const files = await readdir(folder);
		return files
			.filter((file) => file.endsWith(ending))
			.map((file) => file.slice(0, -ending.length))
			.sort();
	} catch (cause) {
		throw new DaybookError({
			code: 'search/no-data',
			message: 'The site has no published papers to make a search index of.',
			hint: 'run npm run build, which publishes them before it makes the index',
			location: { file: folder },
			cause,
		});
	}
}

/** The lines of one shard as `read` reads them. Throws `search/unreadable-data` with file and line where it throws. */
export async function readShard<T>(dist: string, name: string, read: (line: string) => T): Promise<T[]> {
	const file = join(dist, 'data/papers', name + ending);
	let line = 0;
	try {
		const text = gunzipSync(await readFile(file)).toString();
		const lines = text.split('\n').filter((record) => record !== '');
		return lines.map((record, at) => {
			line = at + 1;
			return read(record);
		});
	} catch (cause) {
		throw new DaybookError({
			code: 'search/unreadable-data',
			message: 'This is not what this version of Daybook publishes.',
			hint: 'make the site again with npm run build',
			location: { file, ...(line > 0 && { at: line }) },
			cause,
		});
	}
}
