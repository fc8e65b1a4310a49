import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { publishedPaper } from '../../src/exports/published-paper.ts';
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

/** The text, compressed. The header has no time; Node names the system in it, which is made "unknown" everywhere. */
export function gzip(text: string): Uint8Array {
	const bytes = gzipSync(text);
	bytes[9] = 255;
	return bytes;
}
