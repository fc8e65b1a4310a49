import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Unzip, UnzipInflate } from 'fflate';
import type { Fingerprint } from '../../src/exports/verification.ts';
import { filesOfManifest, manifestName } from '../steps/manifest-file.ts';

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
	const pieces: string[] = [];
	const text = new TextDecoder();
	await eachInZip(place.zip, (path, chunk, isLast) => {
		if (path === manifestName) pieces.push(text.decode(chunk, { stream: !isLast }));
	});
	return pieces.length === 0 ? null : pieces.join('');
}

/** The files at a place, by their paths from its folder, the manifest left out. Nothing of a zip is written anywhere. */
export async function filesAt(place: Place): Promise<Map<string, Fingerprint>> {
	const files = new Map<string, Fingerprint>();
	if ('folder' in place) {
		const { folder } = place;
		for (const path of filesOfManifest(folder)) files.set(path, fingerprint(await readFile(join(folder, path))));
		return files;
	}
	const open = new Map<string, { hash: ReturnType<typeof createHash>; bytes: number }>();
	await eachInZip(place.zip, (path, chunk, isLast) => {
		const file = open.get(path) ?? { hash: createHash('sha256'), bytes: 0 };
		file.hash.update(chunk);
		open.set(path, { ...file, bytes: file.bytes + chunk.byteLength });
		if (!isLast) return;
		files.set(path, { bytes: file.bytes + chunk.byteLength, sha256: file.hash.digest('hex') });
		open.delete(path);
	});
	files.delete(manifestName);
	return files;
}

/** What a file is, as a manifest says it. */
export function fingerprint(data: Uint8Array): Fingerprint {
	return { bytes: data.byteLength, sha256: createHash('sha256').update(data).digest('hex') };
}

/** Gives the files of a zip piece by piece, by their paths in the one folder that it holds. */
async function eachInZip(zip: string, take: (path: string, chunk: Uint8Array, isLast: boolean) => void): Promise<void> {
	const unzip = new Unzip((file) => {
		const path = file.name.slice(file.name.indexOf('/') + 1);
		if (path === '' || path.endsWith('/')) return;
		file.ondata = (error, chunk, isLast) => {
			if (error) throw error;
			take(path, chunk, isLast);
		};
		file.start();
	});
	unzip.register(UnzipInflate);
	for await (const chunk of createReadStream(zip)) unzip.push(chunk);
	unzip.push(new Uint8Array(), true);
}
