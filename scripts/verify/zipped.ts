import { readFile } from 'node:fs/promises';
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { DaybookError } from '../../src/errors.ts';
import { foldedPath, isSafePath } from '../../src/records/safe-path.ts';

/** Unpacked at a time: a copy of a large site would not fit into memory whole. */
const together = 1000;

/**
 * The files of a zip of one folder, by their paths in it, as programs that unpack would write them: by its directory, which
 * stands at its end. Nothing is written anywhere. Throws `verify/bad-zip` where programs may differ: no zip, a path that
 * leaves the folder, a second folder, or two files of one path. Those that are not wanted are not unpacked.
 */
export async function* zippedFiles(
	zip: string,
	isWanted: (path: string) => boolean = () => true,
): AsyncGenerator<readonly [path: string, data: Uint8Array]> {
	const bytes = await readFile(zip);
	const names: string[] = [];
	unpacked(zip, bytes, ({ name }) => {
		if (!name.endsWith('/')) names.push(name);
		return false;
	});
	const [top] = names[0]?.split('/') ?? [];
	const isOdd = names.find((name) => !isSafePath(name) || name.split('/')[0] !== top || !name.includes('/'));
	if (isOdd !== undefined) throw badZip(zip, `It holds ${JSON.stringify(isOdd)}, which is not in its one folder.`);
	if (new Set(names.map(foldedPath)).size < names.length) throw badZip(zip, 'It holds two files of one path.');
	const pathOf = (name: string) => name.slice(name.indexOf('/') + 1);
	const wanted = names.filter((name) => isWanted(pathOf(name)));
	for (let from = 0; from < wanted.length; from += together) {
		const some = new Set(wanted.slice(from, from + together));
		const files = unpacked(zip, bytes, ({ name }) => some.has(name));
		for (const [name, data] of Object.entries(files)) yield [pathOf(name), data];
	}
}

function unpacked(
	zip: string,
	bytes: Uint8Array,
	filter: (file: UnzipFileInfo) => boolean,
): Record<string, Uint8Array> {
	try {
		return unzipSync(bytes, { filter });
	} catch (cause) {
		throw badZip(zip, 'It cannot be unpacked.', cause);
	}
}

function badZip(file: string, message: string, cause?: unknown): DaybookError {
	return new DaybookError({
		code: 'verify/bad-zip',
		message,
		hint: 'fetch the copy again, from a place that you trust',
		location: { file },
		cause,
	});
}
