import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { capturedFiles } from '../../scripts/listing-files.ts';
import { thisProcess } from '../../scripts/this-process.ts';
import { buildArchive } from '../../src/archive/build-archive.ts';
import { readListings } from '../../src/archive/read-listings.ts';
import { paperIdSchema } from '../../src/records/paper.ts';
import { readArchive } from '../../src/store/read.ts';
import { writeArchive } from '../../src/store/write.ts';
import { seedListings } from '../seeds.ts';

const temporary = mkdtempSync(join(tmpdir(), 'daybook-store-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const archive = buildArchive(readListings(capturedFiles(seedListings), seedListings), []);

describe('an archive', () => {
	test('is read as it was written, shard by shard', async () => {
		const folder = join(temporary, 'archive');
		await writeArchive(folder, archive, thisProcess);
		const store = readArchive(folder);
		expect(store.report).toEqual(archive.report);
		expect(store.summary).toEqual(archive.summary);
		expect(store.index).toEqual(archive.index);
		expect(store.summary.shards.flatMap(({ name }) => store.shard(name))).toEqual(archive.papers);
		for (const paper of archive.papers.toReversed()) expect(store.paper(paper.id)).toEqual(paper);
		for (const { name, papers } of store.summary.shards) {
			const lines = readFileSync(join(folder, 'papers', `${name}.jsonl`), 'utf8')
				.trimEnd()
				.split('\n');
			expect(lines.length).toBe(papers);
		}
	});

	test('that is missing, broken or asked for a stranger says so', async () => {
		const folder = join(temporary, 'broken');
		expect(() => readArchive(folder)).toThrow(expect.objectContaining({ code: 'archive/missing' }));
		await writeArchive(folder, archive, thisProcess);
		const stranger = paperIdSchema.parse('arxiv:0000.00000');
		expect(() => readArchive(folder).paper(stranger)).toThrow(
			expect.objectContaining({ code: 'archive/no-such-paper' }),
		);
		const index = join(folder, 'index.jsonl');
		writeFileSync(index, `${readFileSync(index, 'utf8')}{"id":"x"}\n`);
		const where = { code: 'archive/unreadable', location: { file: index, at: 384 } };
		expect(() => readArchive(folder)).toThrow(expect.objectContaining(where));
	});
});
