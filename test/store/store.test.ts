import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { capturedFiles } from '../../scripts/listing-files.ts';
import { buildArchive } from '../../src/archive/build-archive.ts';
import { readListings } from '../../src/archive/read-listings.ts';
import { paperIdSchema } from '../../src/records/paper.ts';
import { readArchive } from '../../src/store/read.ts';
import { replaceFolder } from '../../src/store/replace-folder.ts';
import { writeArchive } from '../../src/store/write.ts';
import { seedListings } from '../seeds.ts';

const temporary = mkdtempSync(join(tmpdir(), 'daybook-store-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const archive = buildArchive(readListings(capturedFiles(seedListings), seedListings), []);

describe('an archive', () => {
	test('is read as it was written, shard by shard', async () => {
		const folder = join(temporary, 'archive');
		await writeArchive(folder, archive);
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
		await writeArchive(folder, archive);
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

describe('a folder that is replaced', () => {
	const write = (text: string) => async (folder: string) => writeFileSync(join(folder, 'page'), text);
	const contentOf = (folder: string) => readFileSync(join(folder, 'page'), 'utf8');

	test('has what was made, and nothing is left beside it', async () => {
		const target = join(temporary, 'replaced/site');
		await replaceFolder(target, 'page', write('first'));
		await replaceFolder(target, 'page', write('second'));
		expect(contentOf(target)).toBe('second');
		expect(readdirSync(join(temporary, 'replaced'))).toEqual(['site']);
	});

	test('stays as it was when the making fails', async () => {
		const target = join(temporary, 'failed/site');
		await replaceFolder(target, 'page', write('good'));
		const failing = replaceFolder(target, 'page', async (folder) => {
			writeFileSync(join(folder, 'page'), 'half');
			throw new Error('no more room');
		});
		await expect(failing).rejects.toThrow('no more room');
		expect(contentOf(target)).toBe('good');
		expect(readdirSync(join(temporary, 'failed'))).toEqual(['site']);
	});

	test('is refused when it holds anything else', async () => {
		const parent = join(temporary, 'other');
		mkdirSync(join(parent, 'letters'), { recursive: true });
		writeFileSync(join(parent, 'letters/from-home'), 'dear');
		const refused = expect.objectContaining({ code: 'output/not-ours' });
		await expect(replaceFolder(join(parent, 'letters'), 'page', write('x'))).rejects.toThrow(refused);
		await expect(replaceFolder(join(parent, 'letters/from-home'), 'page', write('x'))).rejects.toThrow(refused);
		expect(readFileSync(join(parent, 'letters/from-home'), 'utf8')).toBe('dear');
		expect(readdirSync(parent)).toEqual(['letters']);
	});

	test('comes back after a run that was killed between its two renames', async () => {
		const parent = join(temporary, 'killed');
		mkdirSync(join(parent, '.site.old'), { recursive: true });
		writeFileSync(join(parent, '.site.old/page'), 'good');
		mkdirSync(join(parent, '.site.new'));
		writeFileSync(join(parent, '.site.new/half'), '');
		const target = join(parent, 'site');
		await expect(replaceFolder(target, 'page', () => Promise.reject(new Error('again')))).rejects.toThrow('again');
		expect(contentOf(target)).toBe('good');
		await replaceFolder(target, 'page', write('next'));
		expect(contentOf(target)).toBe('next');
		expect(existsSync(join(target, 'half'))).toBe(false);
		expect(readdirSync(parent)).toEqual(['site']);
	});
});
