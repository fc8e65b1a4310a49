import { appendFileSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvHeader, csvLines } from '../../src/exports/papers-csv.ts';
import { publishedPaper, yearOfShard } from '../../src/exports/published-paper.ts';
import type { PaperId } from '../../src/records/paper.ts';
import { gzip } from '../../src/search/index/gzip.ts';
import { archiveFiles } from '../../src/store/layout.ts';
import type { ArchiveStore } from '../../src/store/read.ts';
import { newestCapture } from '../../src/views/sitemap.ts';

/**
 * Writes `data/papers/<shard>.jsonl.gz` and `data/csv/<year>.csv` of a site: the papers of an archive as they are
 * published, shard by shard. Gives when each was last seen.
 */
export function writePublishedPapers(archive: ArchiveStore, data: string): Map<PaperId, string | null> {
	const modified = new Map<PaperId, string | null>();
	const tables = new Set<string>();
	for (const folder of ['papers', 'csv']) {
		rmSync(join(data, folder), { recursive: true, force: true });
		mkdirSync(join(data, folder), { recursive: true });
	}
	for (const { name } of archive.summary.shards) {
		const papers = archive.shard(name).filter(({ withdrawn }) => withdrawn === null);
		const published = papers.map(publishedPaper);
		const lines = published.map((paper) => `${JSON.stringify(paper)}\n`);
		writeFileSync(join(data, 'papers', `${name}.jsonl.gz`), gzip(lines.join('')));
		const table = join(data, 'csv', `${yearOfShard(name)}.csv`);
		appendFileSync(table, (tables.has(table) ? '' : csvHeader()) + csvLines(published));
		tables.add(table);
		for (const { id, appearances } of papers) modified.set(id, newestCapture(appearances));
	}
	return modified;
}

/** Puts the report on the listings beside the papers. */
export function writeReport(archiveFolder: string, data: string): void {
	copyFileSync(join(archiveFolder, archiveFiles.report), join(data, 'report.json'));
}
