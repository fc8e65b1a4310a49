import { gzipSync } from 'node:zlib';

/** Compresses. The header has no time; Node names the system in it, which is made "unknown" everywhere. */
export function gzip(data: string | Uint8Array): Uint8Array {
	const bytes = gzipSync(data);
	bytes[9] = 255;
	return bytes;
}
