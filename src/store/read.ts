import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { DaybookError } from '../errors.ts';
import {
	type IndexedPaper,
	indexedPaperSchema,
	type Report,
	reportSchema,
	type Summary,
	summarySchema,
} from '../records/archive.ts';
import { type ListingContents, listingContentsSchema } from '../records/listing-contents.ts';
import { type Paper, type PaperId, paperSchema } from '../records/paper.ts';
import {
	type TermChanges,
	type TermCounts,
	type TermPeriods,
	termChangesSchema,
	termCountsSchema,
	termPeriodsSchema,
} from '../records/terms.ts';
import { archiveFiles } from './layout.ts';

/** How many shards are kept in memory; lists run through dates, so neighbours are asked for together. */
const cachedShards = 12;

/** An archive folder, open for reading. Records are read shard by shard, when they are asked for. */
export interface ArchiveStore {
	readonly report: Report;
	readonly summary: Summary;
	/** Undated papers, then oldest first; ties by id. */
	readonly index: readonly IndexedPaper[];
	/** The index line of a paper; undefined when no paper that is shown has this id. */
	indexed(id: PaperId): IndexedPaper | undefined;
	/** The whole record. Throws `archive/no-such-paper`. */
	paper(id: PaperId): Paper;
	/** What is kept of a listing, by its key; read when it is asked for. */
	listing(key: string): ListingContents;
	/** Which terms rose and faded, where there are papers enough to tell. */
	readonly termChanges: readonly TermChanges[];
	/** What the counts of terms are counts of. */
	readonly termPeriods: TermPeriods;
	/** A file of counts by its number; read when it is asked for. */
	termCounts(file: number): TermCounts;
	/** The records of one shard, sorted by id. */
	shard(name: string): readonly Paper[];
}

const opened = new Map<string, ArchiveStore>();

/** The archive at `directory`, opened once a process: pages share its index and its cache of shards. */
export function openArchive(directory: string): ArchiveStore {
	const known = opened.get(directory);
	if (known) return known;
	const store = readArchive(directory);
	opened.set(directory, store);
	return store;
}

/** The archive at `directory`, opened anew. Throws `archive/missing` and `archive/unreadable`. */
export function readArchive(directory: string): ArchiveStore {
	const index = readLines(directory, archiveFiles.index, indexedPaperSchema);
	const byId = new Map(index.map((line) => [line.id, line]));
	const summary = readJson(directory, archiveFiles.summary, summarySchema);
	const shardOf = new Map([...index, ...summary.withdrawn].map(({ id, shard: name }) => [id, name]));
	const shards = new Map<string, Map<PaperId, Paper>>();

	function shard(name: string): Map<PaperId, Paper> {
		const cached = shards.get(name);
		shards.delete(name);
		const papers =
			cached ??
			new Map(
				readLines(directory, join(archiveFiles.papers, `${name}.jsonl`), paperSchema).map((paper) => [paper.id, paper]),
			);
		shards.set(name, papers);
		for (const oldest of shards.keys()) {
			if (shards.size <= cachedShards) break;
			shards.delete(oldest);
		}
		return papers;
	}

	return {
		report: readJson(directory, archiveFiles.report, reportSchema),
		summary,
		index,
		indexed: (id) => byId.get(id),
		listing: (key) => readJson(directory, join(archiveFiles.listings, `${key}.json`), listingContentsSchema),
		termChanges: readLines(directory, archiveFiles.termChanges, termChangesSchema),
		termPeriods: readJson(directory, archiveFiles.termPeriods, termPeriodsSchema),
		termCounts: (file) => readJson(directory, join(archiveFiles.terms, `${file}.json`), termCountsSchema),
		shard: (name) => [...shard(name).values()],
		paper(id) {
			const name = shardOf.get(id);
			const paper = name === undefined ? undefined : shard(name).get(id);
			if (!paper) {
				throw new DaybookError({
					code: 'archive/no-such-paper',
					message: `The archive has no paper ${id}.`,
					hint: 'make the archive again with npm run archive',
					location: { file: directory },
				});
			}
			return paper;
		},
	};
}

function readText(directory: string, name: string): string {
	try {
		return readFileSync(join(directory, name), 'utf8');
	} catch (cause) {
		throw new DaybookError({
			code: 'archive/missing',
			message: 'The archive has not been made, or not to its end.',
			hint: 'run npm run archive',
			location: { file: join(directory, name) },
			cause,
		});
	}
}

function readJson<T>(directory: string, name: string, schema: z.ZodType<T>): T {
	return parse(readText(directory, name), schema, join(directory, name), 1);
}

function readLines<T>(directory: string, name: string, schema: z.ZodType<T>): T[] {
	return readText(directory, name)
		.split('\n')
		.filter((line) => line !== '')
		.map((line, at) => parse(line, schema, join(directory, name), at + 1));
}

function parse<T>(text: string, schema: z.ZodType<T>, file: string, line: number): T {
	try {
		return schema.parse(JSON.parse(text));
	} catch (cause) {
		throw new DaybookError({
			code: 'archive/unreadable',
			message: 'This is not what this version of Daybook writes.',
			hint: 'make the archive again with npm run archive',
			location: { file, at: line },
			cause,
		});
	}
}
