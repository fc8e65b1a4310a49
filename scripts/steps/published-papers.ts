import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedPaper } from '../../src/exports/published-paper.ts';
import { gzip } from '../../src/search/index/gzip.ts';
import { readArchive } from '../../src/store/read.ts';

/** Writes `data/papers/<shard>.jsonl.gz` of a site: the papers of an archive as they are published. */
export function writePublishedPapers(archiveFolder: string, dist: string): void {
	const archive = readArchive(archiveFolder);
	const folder = join(dist, 'data/papers');
	mkdirSync(folder, { recursive: true });
	for (const { name } of archive.summary.shards) {
		const lines = archive.shard(name).map((paper) => `${JSON.stringify(publishedPaper(paper))}\n`);
		writeFileSync(join(folder, `${name}.jsonl.gz`), gzip(lines.join('')));
	}
}
