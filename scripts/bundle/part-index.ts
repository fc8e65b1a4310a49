import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type DatedPaper, isSince } from '../../src/bundle/part.ts';
import { DaybookError } from '../../src/errors.ts';
import { dateOf } from '../../src/records/paper.ts';
import { publishedPaperSchema } from '../../src/records/published-paper.ts';
import { buildSearchIndex } from '../../src/search/index/build.ts';
import { gzip } from '../../src/search/index/gzip.ts';
import { readShard, shardNames } from '../../src/search/index/shards.ts';

const paperSchema = z.object(
	publishedPaperSchema.pick({ slug: true, aliases: true, listedOn: true, published: true }).shape,
);

/**
 * Makes the search index of a site's papers since a day, at `pagefind/` in an empty folder. Gives all papers of the
 * site, and how many of them are in the index. Throws `bundle/empty-part`.
 */
export async function indexSince(
	site: string,
	since: string,
	folder: string,
): Promise<{ papers: DatedPaper[]; indexed: number }> {
	const papers: DatedPaper[] = [];
	await mkdir(join(folder, 'data/papers'), { recursive: true });
	for (const shard of await shardNames(site)) {
		const lines = await readShard(site, shard, (line) => {
			const paper = paperSchema.parse(JSON.parse(line));
			const date = dateOf(paper);
			papers.push({ slug: paper.slug, aliases: paper.aliases, date });
			return isSince(date, since) ? `${line}\n` : '';
		});
		const kept = lines.join('');
		if (kept !== '') await writeFile(join(folder, 'data/papers', `${shard}.jsonl.gz`), gzip(kept));
	}
	const indexed = papers.filter(({ date }) => isSince(date, since)).length;
	if (indexed === 0) throw nothingSince(site, since);
	await buildSearchIndex({ dist: folder });
	return { papers, indexed };
}

function nothingSince(site: string, since: string): DaybookError {
	return new DaybookError({
		code: 'bundle/empty-part',
		message: `The archive has no paper of ${since} or later.`,
		hint: 'name an earlier day with --since',
		location: { file: site },
	});
}
