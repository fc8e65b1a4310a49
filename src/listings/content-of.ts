import { constants, gunzipSync } from 'node:zlib';
import type { Problem } from '../records/listing.ts';

/** What a file may hold, unpacked, in bytes: a day of papers is a megabyte, a venue's whole proceedings are fifty. */
const largest = 400_000_000;

/** Control characters that mean nothing in a text: a space in their place keeps every other where it was. */
const stray = /[^\P{Cc}\t\n\f\r]/gu;

/** The text of a listing, and what was doubtful about getting it. */
export interface Content {
	content: string;
	problems: Problem[];
}

/**
 * The text of a file's bytes, unpacked when they are gzip (RFC 1952), or why it has none. A letter that the end of the
 * file cuts in two is left out, as the rest of its line is.
 */
export function contentOf(packed: Uint8Array): Content | Problem {
	const unpacked = packed[0] === 0x1f && packed[1] === 0x8b ? gunzipped(packed) : { bytes: packed, problems: [] };
	if ('code' in unpacked) return unpacked;
	const { bytes, problems } = unpacked;
	if (bytes.length > largest) return tooLarge;
	const [first, second] = bytes;
	const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
	const content = isUtf16 ? null : (decodeUtf8(bytes) ?? decodeUtf8(bytes.subarray(0, startOfLastLetter(bytes))));
	if (content !== null && !isBinary(content)) return { content: content.replace(stray, ' '), problems };
	return {
		code: 'listing/not-utf8',
		at: null,
		message: isUtf16 ? 'This file is UTF-16; listings are UTF-8.' : 'This file is not text in UTF-8.',
		hint: 'save the page again as HTML or as text in UTF-8',
	};
}

/** A stray NUL is damage to one entry; many are a picture, a database, or UTF-16 without its mark. */
function isBinary(content: string): boolean {
	const start = content.slice(0, 4000);
	return start.split('\0').length - 1 > start.length / 100;
}

/** Of a file that ends in the middle, what stands before. */
function gunzipped(packed: Uint8Array): { bytes: Uint8Array; problems: Problem[] } | Problem {
	try {
		return { bytes: gunzipSync(packed, { maxOutputLength: largest }), problems: [] };
	} catch (error) {
		if (isTooLarge(error)) return tooLarge;
	}
	try {
		const finishFlush = constants.Z_SYNC_FLUSH;
		return { bytes: gunzipSync(packed, { maxOutputLength: largest, finishFlush }), problems: [packedCut] };
	} catch {
		return {
			code: 'listing/not-gzip',
			at: null,
			message: 'This file is packed with gzip, and damaged.',
			hint: 'save or download it again',
		};
	}
}

function isTooLarge(error: unknown): boolean {
	return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function decodeUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return null;
		throw error;
	}
}

/** Where the last letter of more than one byte begins: a letter of UTF-8 has four at most (RFC 3629, section 3). */
function startOfLastLetter(bytes: Uint8Array): number {
	const longest = 4;
	for (let at = bytes.length - 1; at >= 0 && at >= bytes.length - longest; at--) {
		if ((bytes[at] ?? 0) >= 0xc0) return at;
	}
	return bytes.length;
}

const tooLarge: Problem = {
	code: 'listing/too-large',
	at: null,
	message: `This file holds more than ${largest / 1_000_000} MB.`,
	hint: 'split it into several listings',
};

const packedCut: Problem = {
	code: 'listing/cut-off',
	at: null,
	message: 'The packed file ends in the middle, or is damaged there.',
	hint: 'save or download it again; what stands before was read',
};
