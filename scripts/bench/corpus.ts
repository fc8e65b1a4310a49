import { z } from 'zod';
import type { BenchPaper } from './bench-paper.ts';

/** A line of a corpus. Its `id`, `venue` and `url` have no place in a daily listing. */
const corpusLineSchema = z.object({
	title: z.string(),
	authors: z.array(z.string()),
	abstract: z.string().nullable(),
	/** See `dailyListings`. */
	year: z.int().min(1950).max(2049),
});

const newline = 10;

/** JSON Lines, opened for reading. Only newlines part lines: texts may hold other separators. */
export class Corpus {
	readonly #bytes: Uint8Array;
	/** Where each line that is not empty begins, and where it ends. */
	readonly #lines: readonly { from: number; to: number; number: number }[];

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
		this.#lines = linesOf(bytes);
	}

	/** How many papers it has at most. */
	get size(): number {
		return this.#lines.length;
	}

	/**
	 * The papers of `count` lines spread evenly over all, for corpora are sorted by something, and the numbers of
	 * those lines that hold no paper.
	 */
	papers(count: number): { papers: BenchPaper[]; unread: number[] } {
		const papers: BenchPaper[] = [];
		const unread: number[] = [];
		const decoder = new TextDecoder();
		for (let nth = 0; nth < Math.min(count, this.size); nth++) {
			const line = this.#lines[Math.floor((nth * this.size) / Math.min(count, this.size))];
			if (line === undefined) continue;
			const paper = corpusPaper(decoder.decode(this.#bytes.subarray(line.from, line.to)));
			if (paper === null) unread.push(line.number);
			else papers.push(paper);
		}
		return { papers, unread };
	}
}

function linesOf(bytes: Uint8Array) {
	const lines: { from: number; to: number; number: number }[] = [];
	for (let from = 0, number = 1; from < bytes.length; number++) {
		const end = bytes.indexOf(newline, from);
		const to = end === -1 ? bytes.length : end;
		if (to > from) lines.push({ from, to, number });
		from = to + 1;
	}
	return lines;
}

/** The paper of one line, or null when the line is not one. Counts are not known. */
export function corpusPaper(line: string): BenchPaper | null {
	const parsed = corpusLineSchema.safeParse(parsedJson(line));
	if (!parsed.success) return null;
	const { abstract, ...paper } = parsed.data;
	return { ...paper, abstract: abstract ?? '', upvotes: null, comments: null };
}

function parsedJson(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}
