import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { DaybookError } from '../../src/errors.ts';
import type { BenchPaper } from './bench-paper.ts';
import { Corpus } from './corpus.ts';

/** Where papers come from. */
export interface Source {
	/** Infinity for made-up ones. */
	size: number;
	papers(count: number): Iterable<BenchPaper>;
}

/** The papers of a file. Throws `bench/unreadable`. */
export async function corpusOf(file: string): Promise<Source> {
	let bytes: Uint8Array;
	try {
		bytes = await readFile(file);
		if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
	} catch (cause) {
		throw new DaybookError({
			code: 'bench/unreadable',
			message: 'This file of papers cannot be read.',
			hint: 'name a file of JSON Lines with --from, as it is or compressed with gzip',
			location: { file },
			cause,
		});
	}
	const corpus = new Corpus(bytes);
	return {
		size: corpus.size,
		papers(count) {
			const { papers, unread } = corpus.papers(count);
			const [first] = unread;
			if (first !== undefined)
				console.error(`bench: ${unread.length} lines hold no paper, the first is ${file}:${first}`);
			return papers;
		},
	};
}

export function tooFew(file: string, size: number): DaybookError {
	return new DaybookError({
		code: 'bench/too-few-papers',
		message: `This file has ${size} papers, and more are asked for.`,
		hint: 'give a smaller number to --papers; --twice needs two times as many',
		location: { file },
	});
}
