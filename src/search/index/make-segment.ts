import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { z } from 'zod';
import { DaybookError } from '../../errors.ts';
import { type PublishedPaper, publishedPaperSchema } from '../../records/published-paper.ts';
import { searchRecord } from '../record.ts';
import { orderFilters } from './ordered-filters.ts';
import type { SegmentJob } from './segment-job.ts';
import { readShard } from './shards.ts';

/** What of Pagefind's output a segment needs: its interfaces and the parts for other languages are left out. */
const kept =
	/^((index|filter|fragment)\/.+|pagefind-entry\.json|pagefind\.js|pagefind-worker\.js|wasm\.en\.pagefind|[^/]+\.pf_meta)$/;

const entrySchema = z.object({ languages: z.record(z.string(), z.object({ hash: z.string(), page_count: z.int() })) });

/**
 * Writes the index of a job's papers to its folder and returns the hash that names its state.
 * Throws `search/index-failed` when Pagefind refuses or loses a record.
 */
export async function makeSegment(job: SegmentJob): Promise<string> {
	const papers = await papersOf(job);
	try {
		const { index, errors } = await createIndex();
		if (!index) throw failed(errors);
		await addRecords(index, papers);
		await writeIndex(index, job.output);
	} finally {
		await close();
	}
	return await orderFilters(job.output, await checkedHash(job));
}

/** One after another: Pagefind indexes in the order in which it finishes, and another order is another index. */
async function addRecords(index: PagefindIndex, papers: readonly PublishedPaper[]): Promise<void> {
	for (const paper of papers) refuse((await index.addCustomRecord(searchRecord(paper))).errors, paper.id);
}

/** Pagefind's own `writeFiles` answers before its files are complete: a reader that follows at once finds half of one. */
async function writeIndex(index: PagefindIndex, output: string): Promise<void> {
	const { errors, files } = await index.getFiles();
	refuse(errors);
	for (const { path, content } of files) {
		if (!kept.test(path)) continue;
		await mkdir(dirname(join(output, path)), { recursive: true });
		await writeFile(join(output, path), content);
	}
}

async function papersOf({ dist, shards, ids }: SegmentJob): Promise<PublishedPaper[]> {
	const places = new Map(ids.map((id, place) => [id, place]));
	const papers: PublishedPaper[] = [];
	for (const shard of shards) {
		for (const paper of await readShard(dist, shard, publishedPaperSchema)) {
			const place = places.get(paper.id);
			if (place !== undefined) papers[place] = paper;
		}
	}
	return papers;
}

async function checkedHash({ output, ids }: SegmentJob): Promise<string> {
	const entry = entrySchema.parse(JSON.parse(await readFile(join(output, 'pagefind-entry.json'), 'utf8')));
	const [english, ...others] = Object.values(entry.languages);
	if (!english || others.length > 0 || english.page_count !== ids.length) {
		throw failed([`it indexed ${english?.page_count ?? 0} of ${ids.length} papers`]);
	}
	return english.hash;
}

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
