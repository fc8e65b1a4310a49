import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../records/archive.ts';
import type { Writer } from './beside.ts';
import { archiveFiles } from './layout.ts';
import { replaceFolder } from './replace-folder.ts';

/** Writes an archive to `directory`, which is replaced whole or, when anything fails, left as it was. */
export async function writeArchive(directory: string, archive: Archive, writer: Writer): Promise<void> {
	await replaceFolder(directory, archiveFiles.report, writer, async (folder) => {
		await mkdir(join(folder, archiveFiles.papers), { recursive: true });
		const shardOf = new Map([...archive.index, ...archive.summary.withdrawn].map((line) => [line.id, line.shard]));
		const shards = Map.groupBy(archive.papers, (paper) => shardOf.get(paper.id) ?? 'undated');
		for (const [name, papers] of shards) {
			await writeLines(join(folder, archiveFiles.papers, `${name}.jsonl`), papers);
		}
		await mkdir(join(folder, archiveFiles.listings));
		for (const contents of archive.listings) {
			await writeFile(join(folder, archiveFiles.listings, `${contents.key}.json`), `${JSON.stringify(contents)}\n`);
		}
		await mkdir(join(folder, archiveFiles.terms));
		for (const [number, counts] of archive.terms.counts.entries()) {
			await writeFile(join(folder, archiveFiles.terms, `${number}.json`), `${JSON.stringify(counts)}\n`);
		}
		await writeFile(join(folder, archiveFiles.termPeriods), `${JSON.stringify(archive.terms.periods)}\n`);
		await writeLines(join(folder, archiveFiles.termChanges), archive.terms.changes);
		await writeLines(join(folder, archiveFiles.index), archive.index);
		await writeFile(join(folder, archiveFiles.summary), `${JSON.stringify(archive.summary)}\n`);
		await writeFile(join(folder, archiveFiles.report), `${JSON.stringify(archive.report, null, '\t')}\n`);
	});
}

/** Line by line: a long text would meet the limit of a string. */
async function writeLines(file: string, records: readonly unknown[]): Promise<void> {
	const handle = await open(file, 'w');
	try {
		for (let from = 0; from < records.length; from += 500) {
			await handle.write(
				records
					.slice(from, from + 500)
					.map((record) => `${JSON.stringify(record)}\n`)
					.join(''),
			);
		}
	} finally {
		await handle.close();
	}
}
