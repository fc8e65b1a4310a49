import { existsSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { gzipSync } from 'fflate';
import { stringify } from 'yaml';
import { DaybookError } from '../../src/errors.ts';
import type { IsoDate } from '../../src/records/dates.ts';
import { makeFolder, placesBeside, refusedAt } from '../../src/store/beside.ts';
import { thisProcess } from '../this-process.ts';

/** What a sidecar says of a capture. */
export interface Taken {
	source: string;
	url: string;
	/** ISO 8601 in UTC, to the second. */
	captured: string;
	/** The day whose list it is, if it is one. */
	day: IsoDate | null;
	etag?: string | null;
	lastModified?: string | null;
}

/** Writes an answer and its sidecar to new files. Throws `source/clock` where there is a capture of that name. */
export async function writeCapture(path: string, bytes: Uint8Array, taken: Taken): Promise<void> {
	await makeFolder(dirname(path));
	// Without its sidecar a capture can be read, and the next run writes it; a sidecar alone would be taken for a listing.
	await writeNew(path, packed(bytes));
	await writeSidecar(path, taken);
}

export async function writeSidecar(path: string, { etag, lastModified, ...taken }: Taken): Promise<void> {
	const told = { ...taken, ...(etag && { etag }), ...(lastModified && { lastModified }) };
	await writeNew(`${path}.yaml`, Buffer.from(stringify(told, { lineWidth: 0 })));
}

/** The same bytes on every machine: without a time, and with an unknown system (RFC 1952). */
export function packed(bytes: Uint8Array): Uint8Array {
	const gzip = gzipSync(bytes, { level: 9, mtime: 0 });
	gzip[9] = 255;
	return gzip;
}

/** Writes a file that is whole whenever it is there. Throws `source/clock` where there is one of that name. */
async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
	const { fresh } = placesBeside(path, thisProcess);
	try {
		const file = await open(fresh, 'w');
		try {
			await file.writeFile(bytes);
			await file.sync();
		} finally {
			await file.close();
		}
		await putInPlace(fresh, path);
	} catch (error) {
		throw refusedAt(path, thisProcess, error);
	} finally {
		await rm(fresh, { force: true });
	}
	await syncFolder(dirname(path));
}

/** By a second name, which takes no other file's place, as renaming would; by renaming where the disk has no links. */
async function putInPlace(fresh: string, path: string): Promise<void> {
	try {
		await link(fresh, path);
	} catch (cause) {
		if (existsSync(path)) throw taken(path, cause);
		await rename(fresh, path);
	}
}

function taken(path: string, cause: unknown): DaybookError {
	return new DaybookError({
		code: 'source/clock',
		message: 'There is a capture of this second already, and captures are never overwritten.',
		hint: 'run it again; if no other run is at work, see that the clock of this machine is right',
		location: { file: path },
		cause,
	});
}

/** So that the name outlives a power cut, where the system can promise it. */
async function syncFolder(folder: string): Promise<void> {
	try {
		const handle = await open(folder, 'r');
		await handle.sync().finally(() => handle.close());
	} catch {
		// Windows does not open folders.
	}
}
