import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { dateOf, paperSchema } from '../../records/paper.ts';
import { type DatedPaper, type Segment, segmentCapacity, segmentsOf } from '../segments.ts';
import { openScript } from './open-script.ts';
import { runSegment } from './run-segment.ts';
import { readShard, shardNames } from './shards.ts';

/** A finished segment, as `pagefind/segments.json` lists it, oldest first. */
export interface IndexedSegment {
	/** Its folder below `pagefind/`. */
	name: string;
	/** Dates of its oldest and its newest paper; null when it has only undated ones. */
	from: string | null;
	to: string | null;
	records: number;
	/** Changes when the index does: browsers keep its files by it. */
	hash: string;
}

export interface SearchIndexOptions {
	/** Folder of a built site that holds `data/papers/`. */
	dist: string;
	/** Papers an index; less in tests. */
	capacity?: number;
	/** Called when a segment begins, with what is done so far. */
	onProgress?: (progress: { segment: string; indexed: number; records: number }) => void;
}

/**
 * Makes `dist/pagefind/` from the published papers: an index for each segment of time, `segments.json`, and
 * `open.js`, by which pages open the search. Segments are made one after another, each in a process of its own,
 * so memory stays that of one. What stood there before is replaced when all are done.
 */
export async function buildSearchIndex(
	options: SearchIndexOptions,
): Promise<{ segments: IndexedSegment[]; records: number }> {
	const { dist, capacity = segmentCapacity, onProgress } = options;
	const papers = await datedPapers(dist);
	const fresh = join(dist, '.pagefind');
	await rm(fresh, { recursive: true, force: true });
	await mkdir(fresh);
	try {
		const segments: IndexedSegment[] = [];
		let indexed = 0;
		for (const segment of segmentsOf(papers, capacity)) {
			onProgress?.({ segment: segment.name, indexed, records: papers.length });
			segments.push(await indexedSegment(dist, fresh, segment));
			indexed += segment.papers.length;
		}
		await writeFile(join(fresh, 'segments.json'), `${JSON.stringify(segments, null, '\t')}\n`);
		await writeFile(join(fresh, 'open.js'), openScript(segments));
		await rm(join(dist, 'pagefind'), { recursive: true, force: true });
		await rename(fresh, join(dist, 'pagefind'));
		return { segments, records: papers.length };
	} finally {
		await rm(fresh, { recursive: true, force: true });
	}
}

interface ShardedPaper extends DatedPaper {
	shard: string;
}

const datedSchema = z.object(paperSchema.pick({ id: true, listedOn: true, published: true }).shape);

async function datedPapers(dist: string): Promise<ShardedPaper[]> {
	const papers: ShardedPaper[] = [];
	for (const shard of await shardNames(dist)) {
		for (const paper of await readShard(dist, shard, datedSchema)) {
			papers.push({ id: paper.id, date: dateOf(paper), shard });
		}
	}
	return papers;
}

async function indexedSegment(dist: string, folder: string, segment: Segment<ShardedPaper>): Promise<IndexedSegment> {
	const { name, papers } = segment;
	const dates = papers.flatMap(({ date }) => date ?? []);
	const hash = await runSegment({
		dist,
		shards: [...new Set(papers.map(({ shard }) => shard))],
		ids: papers.map(({ id }) => id),
		output: join(folder, name),
	});
	return { name, from: dates[0] ?? null, to: dates.at(-1) ?? null, records: papers.length, hash };
}
