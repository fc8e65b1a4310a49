import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestEntry, manifestText } from '../../src/exports/manifest.ts';

/** In each folder that has one. */
export const manifestName = 'manifest.json';

/**
 * The files of a folder that its manifest names, from there, with `/`: every one but the manifest itself, and but
 * those whose names begin with a dot, which hosts do not serve. A link, and what it leads to, is no file of a site.
 */
export function filesOfManifest(folder: string): { files: string[]; links: string[] } {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
		entry,
		path: join(entry.parentPath, entry.name)
			.slice(folder.length + 1)
			.replaceAll('\\', '/'),
	}));
	const links = entries.filter(({ entry }) => entry.isSymbolicLink()).map(({ path }) => path);
	const files = entries
		.filter(({ entry, path }) => entry.isFile() && !links.some((link) => path.startsWith(`${link}/`)))
		.map(({ path }) => path)
		.filter((path) => path !== manifestName && !/(?:^|\/)\./.test(path));
	return { files, links };
}

/** Writes `manifest.json` into a folder, when everything else is there. Gives the number of files in it. */
export function writeManifest(folder: string): number {
	const files = filesOfManifest(folder).files.map((path) => manifestEntry(path, readFileSync(join(folder, path))));
	writeFileSync(join(folder, manifestName), manifestText(files));
	return files.length;
}
