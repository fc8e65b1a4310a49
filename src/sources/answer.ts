import { DaybookError } from '../errors.ts';

export interface Answer {
	/** Unpacked. */
	fresh: Uint8Array;
	/** What to ask with the next time. */
	etag: string | null;
	lastModified: string | null;
}

interface Bounds {
	url: string;
	/** Bytes, unpacked. */
	most: number;
	/** Is called at each piece that comes. */
	heard: () => void;
	signal: AbortSignal;
}

/**
 * Reads an answer piece by piece, and stops where it grows longer than `most`: so an answer that is small while it is
 * packed is never held unpacked. Throws `source/too-large`, the reason of `signal`, and what the connection throws.
 */
export async function readAnswer(response: Response, { url, most, heard, signal }: Bounds): Promise<Answer> {
	const pieces: Uint8Array[] = [];
	let held = 0;
	const reader = response.body?.getReader();
	while (reader) {
		const { done, value } = await reader.read();
		signal.throwIfAborted();
		if (done) break;
		heard();
		held += value.byteLength;
		if (held > most) {
			await reader.cancel();
			throw new DaybookError({
				code: 'source/too-large',
				message: `The answer is longer than ${Math.round(most / 1_000_000)} MB, and was not read.`,
				hint: 'open the address in a browser and see what it has become',
				location: { file: url },
			});
		}
		pieces.push(value);
	}
	const fresh = new Uint8Array(held);
	let at = 0;
	for (const piece of pieces) {
		fresh.set(piece, at);
		at += piece.byteLength;
	}
	return { fresh, etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified') };
}
