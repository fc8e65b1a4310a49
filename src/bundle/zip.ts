import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { deflateSync, Zip, type ZipInputFile } from 'fflate';
import { DaybookError } from '../errors.ts';
import { foldedPath, isSafePath } from '../records/safe-path.ts';

/** A file as it stands in a zip. */
export interface ZippedFile {
	path: string;
	/** Unpacked. */
	bytes: number;
	crc: number;
	deflated: Uint8Array<ArrayBuffer>;
}

/** Compresses a file, to the same bytes on every machine, which `node:zlib` does not promise. */
export function zippedFile(path: string, data: Uint8Array): ZippedFile {
	return { path, bytes: data.byteLength, crc: crc32(data), deflated: deflateSync(data, { level: 6 }) };
}

/** The same in every time zone: zips have local times. */
const fixedTime = '1980-01-01T12:00:00';

const deflate = 8;

/** In bytes, about. */
const writtenAtOnce = 2 ** 20;

/** What a zip can count without extensions that not every program reads. */
const mostFiles = 0xff_fe;
const mostBytes = 0xff_ff_ff_fe;

/**
 * Writes a zip of files, in their order, to a place where nothing is, and gives its size.
 * Throws `bundle/too-large` when a zip cannot hold them, and `bundle/unsafe-path` for a path that would be unpacked
 * elsewhere, not on every system, or over another file.
 */
export async function writeZip(place: string, files: AsyncIterable<ZippedFile>): Promise<number> {
	const out = await open(place, 'wx');
	try {
		let chunks: Uint8Array[] = [];
		let held = 0;
		let written = 0;
		const paths = new Set<string>();
		const zip = new Zip((error, chunk) => {
			if (error) throw error;
			chunks.push(chunk);
			held += chunk.byteLength;
		});
		const flush = async () => {
			await out.writeFile(Buffer.concat(chunks));
			written += held;
			chunks = [];
			held = 0;
			if (written > mostBytes) throw tooLarge(place);
		};
		for await (const { path, bytes, crc, deflated } of files) {
			if (!isSafePath(path) || paths.has(foldedPath(path))) throw unsafePath(place, path);
			paths.add(foldedPath(path));
			if (paths.size > mostFiles) throw tooLarge(place);
			const file: ZipInputFile = { filename: path, size: bytes, crc, compression: deflate, mtime: fixedTime };
			zip.add(file);
			file.ondata?.(null, deflated, true);
			if (held >= writtenAtOnce) await flush();
		}
		zip.end();
		await flush();
		return written;
	} finally {
		await out.close();
	}
}

function unsafePath(file: string, path: string): DaybookError {
	return new DaybookError({
		code: 'bundle/unsafe-path',
		message: `The copy would hold the file ${JSON.stringify(path)}, which not every system can unpack beside the others.`,
		hint: 'give the file of the site another name; if its name comes of a listing, report this',
		location: { file },
	});
}

function tooLarge(file: string): DaybookError {
	return new DaybookError({
		code: 'bundle/too-large',
		message: 'This copy has more files or bytes than a zip can hold: 65 534, or 4 GB.',
		hint: 'make a copy of a part of the archive with --since',
		location: { file },
	});
}
