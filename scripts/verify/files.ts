import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Fingerprint } from '../../src/exports/verification.ts';
import { filesOfManifest, manifestName } from '../steps/manifest-file.ts';
import { zippedFiles } from './zipped.ts';

/** Where files of a manifest lie: their folder, or a zip of one folder, as an offline copy is. */
export type Place = { folder: string; manifest: string } | { zip: string };

/** What a path names: a folder with a manifest, a manifest, or a zip. */
export async function placeAt(path: string): Promise<Place> {
	if ((await stat(path)).isDirectory()) return { folder: path, manifest: join(path, manifestName) };
	return (await isZip(path)) ? { zip: path } : { folder: dirname(path), manifest: path };
}

async function isZip(path: string): Promise<boolean> {
	const file = await open(path);
	try {
		const { buffer } = await file.read(new Uint8Array(2), 0, 2, 0);
		return new TextDecoder().decode(buffer) === 'PK';
	} finally {
		await file.close();
	}
}

/** The text of the manifest at a place; null when there is none. */
export async function manifestAt(place: Place): Promise<string | null> {
	if ('folder' in place) return await readFile(place.manifest, 'utf8');
	for await (const [, data] of zippedFiles(place.zip, (path) => path === manifestName)) {
		return new TextDecoder().decode(data);
	}
	return null;
}

/** The files at a place, by their paths from its folder, the manifest left out. Nothing of a zip is written anywhere. */
export async function filesAt(place: Place): Promise<Map<string, Fingerprint>> {
	const files = new Map<string, Fingerprint>();
	if ('folder' in place) {
		const { folder } = place;
		const { files: paths, links } = filesOfManifest(folder);
		for (const path of paths) files.set(path, fingerprint(await readFile(join(folder, path))));
		// What a link leads to can change behind it.
		for (const path of links) files.set(path, { bytes: 0, sha256: 'a link' });
		return files;
	}
	for await (const [path, data] of zippedFiles(place.zip, (path) => path !== manifestName)) {
		files.set(path, fingerprint(data));
	}
	return files;
}

/** What a file is, as a manifest says it. */
export function fingerprint(data: Uint8Array): Fingerprint {
	return { bytes: data.byteLength, sha256: createHash('sha256').update(data).digest('hex') };
}
