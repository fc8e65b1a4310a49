import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type IsoDate, parseIsoDate } from '../../src/records/dates.ts';
import type { Source } from '../../src/sources/source.ts';
import { sweepBeside } from '../../src/store/beside.ts';
import { capturedFile } from '../listing-files.ts';
import { thisProcess } from '../this-process.ts';
import { type Taken, writeSidecar } from './write-capture.ts';

/** A capture of a day that lies in the folder of its source. */
export interface Capture {
	day: IsoDate;
	/** Milliseconds since 1970. */
	captured: number;
	path: string;
}

/** `2025-11-24.2025-11-25T061500Z.json.gz`: the day, and when it was captured, so that names sort by both. */
const form = /^(\d{4}-\d{2}-\d{2})\.(\d{4}-\d{2}-\d{2}T)(\d{2})(\d{2})(\d{2}Z)\.(?:json|xml)\.gz$/;

export function captureName(day: IsoDate, captured: number, { form: extension }: Source): string {
	return `${day}.${secondsOf(captured).replaceAll(':', '')}.${extension}.gz`;
}

/** A time in UTC, to the second. */
export function secondsOf(time: number): string {
	return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** The captures in a folder by their days, from the oldest; none where there is no folder. */
export function capturesIn(folder: string): Map<IsoDate, Capture[]> {
	if (!existsSync(folder)) return new Map();
	const captures = readdirSync(folder)
		.sort()
		.flatMap((name) => {
			const [, date = '', capturedDay, hours, minutes, seconds] = form.exec(name) ?? [];
			const day = parseIsoDate(date);
			const captured = Date.parse(`${capturedDay}${hours}:${minutes}:${seconds}`);
			return day === null || Number.isNaN(captured) ? [] : { day, captured, path: join(folder, name) };
		});
	return Map.groupBy(captures, ({ day }) => day);
}

/** What a capture holds, and what its answer gave to ask with; nothing of what is lost. */
export function readCapture({ path }: Capture): {
	bytes: Uint8Array | null;
	etag: string | null;
	lastModified: string | null;
} {
	const { bytes, sidecar } = capturedFile(path);
	return {
		bytes: bytes === null ? null : unpacked(bytes),
		etag: sidecar?.etag ?? null,
		lastModified: sidecar?.lastModified ?? null,
	};
}

/** No capture of ours is longer, in bytes. */
const longest = 200_000_000;

function unpacked(bytes: Uint8Array): Uint8Array | null {
	try {
		return gunzipSync(bytes, { maxOutputLength: longest });
	} catch {
		return null;
	}
}

/** Writes the sidecars that captures lack since a run was killed; gives the captures that now have one. */
export async function mendSidecars(
	captures: readonly Capture[],
	takenOf: (capture: Capture) => Taken,
): Promise<string[]> {
	const lacking = captures.filter(({ path }) => !existsSync(`${path}.yaml`));
	for (const capture of lacking) await writeSidecar(capture.path, takenOf(capture));
	return lacking.map(({ path }) => path);
}

/** Removes what runs that were killed had begun to write in a folder. */
export async function removeBeginnings(folder: string): Promise<void> {
	await sweepBeside(folder, thisProcess, (name) => /\.gz(?:\.yaml)?$/.test(name));
}
