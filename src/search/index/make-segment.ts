import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { z } from 'zod';
import { DaybookError } from '../../errors.ts';
import { type PublishedPaper, publishedPaperSchema } from '../../records/published-paper.ts';
import { addressOf, searchRecord } from '../record.ts';
import { columnsOf } from './columns.ts';
import { type IndexFiles, numberFragments } from './numbered-fragments.ts';
import type { SegmentJob } from './segment-job.ts';
import { readShard } from './shards.ts';
import { titleWordFilesOf, wordFilesOf } from './words.ts';

/**
 * Writes the index of a job's papers to its folder, with the columns and the words of its papers, and returns what
 * Pagefind calls it. Throws `search/index-failed` when Pagefind refuses or loses a record.
 */
export async function makeSegment(job: SegmentJob): Promise<string> {
	const papers = await papersOf(job);
	const { hash, files } = await indexFiles(papers);
	for (const [name, text] of columnsOf(papers)) files.set(name, Buffer.from(text));
	for (const [name, text] of wordFilesOf(papers)) files.set(`words/${name}`, Buffer.from(text));
	for (const [name, text] of titleWordFilesOf(papers)) files.set(`title-words/${name}`, Buffer.from(text));
	const folders = new Set([...files.keys()].map((path) => dirname(join(job.output, path))));
	for (const folder of folders) await mkdir(folder, { recursive: true });
	for (const [path, bytes] of files) await writeFile(join(job.output, path), bytes);
	return hash;
}

async function indexFiles(papers: readonly PublishedPaper[]): Promise<IndexFiles> {
	try {
		const { index, errors } = await createIndex();
		if (!index) throw failed(errors);
		await addRecords(index, papers);
		// Its own `writeFiles` answers before its files are complete: a reader that follows finds half of one.
		const { errors: lost, files } = await index.getFiles();
		refuse(lost);
		const numbers = new Map(papers.map((paper, number) => [addressOf(paper), number]));
		return numberFragments(new Map(files.map(({ path, content }) => [path, content])), numbers);
	} finally {
		await close();
	}
}

/** One after another: Pagefind indexes in the order in which it finishes, and another order is another index. */
async function addRecords(index: PagefindIndex, papers: readonly PublishedPaper[]): Promise<void> {
	for (const paper of papers) refuse((await index.addCustomRecord(searchRecord(paper))).errors, paper.id);
}

async function papersOf({ dist, shards, ids }: SegmentJob): Promise<PublishedPaper[]> {
	const places = new Map(ids.map((id, place) => [id, place]));
	const papers: PublishedPaper[] = [];
	for (const shard of shards) {
		await readShard(dist, shard, (line) => {
			const record: unknown = JSON.parse(line);
			const place = places.get(idSchema.parse(record).id);
			// A shard has papers of other segments too: to check them all for each takes longer than to index them.
			if (place !== undefined) papers[place] = publishedPaperSchema.parse(record);
		});
	}
	return papers;
}

const idSchema = z.object({ id: z.string() });

function refuse(errors: readonly string[], id?: string): void {
	if (errors.length > 0) throw failed(errors, id);
}

function failed(errors: readonly string[], id?: string): DaybookError {
	return new DaybookError({
		code: 'search/index-failed',
		message: `Pagefind did not make the index${id === undefined ? '' : ` at paper ${id}`}: ${errors.join('; ') || 'no reason given'}.`,
		hint: 'run npm run build again; if it stops at the same place, report it with this message',
	});
}
