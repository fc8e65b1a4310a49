import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestEntry, manifestText } from '../../src/exports/manifest.ts';

/** In each folder that has one. */
export const manifestName = 'manifest.json';

/**
 * The files of a folder that its manifest names, from there, with `/`: every one but the manifest itself, and but
 * those whose names begin with a dot, which hosts do not serve.
 */
export function filesOfManifest(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/'),
		)
		.filter((path) => path !== manifestName && !/(?:^|\/)\./.test(path));
}

/** Writes `manifest.json` into a folder, when everything else is there. Gives the number of files in it. */
export function writeManifest(folder: string): number {
	const files = filesOfManifest(folder).map((path) => manifestEntry(path, readFileSync(join(folder, path))));
	writeFileSync(join(folder, manifestName), manifestText(files));
	return files.length;
}
