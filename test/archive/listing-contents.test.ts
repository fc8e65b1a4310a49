import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { capturedFiles } from '../../scripts/listing-files.ts';
import { thisProcess } from '../../scripts/this-process.ts';
import { buildArchive } from '../../src/archive/build-archive.ts';
import { readListings } from '../../src/archive/read-listings.ts';
import type { CapturedFile, Sidecar } from '../../src/records/listing.ts';
import { listingContentsSchema, listingKey } from '../../src/records/listing-contents.ts';
import { readArchive } from '../../src/store/read.ts';
import { writeArchive } from '../../src/store/write.ts';

const root = join(import.meta.dirname, '../..');
const temporary = mkdtempSync(join(tmpdir(), 'daybook-contents-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const file = (name: string, text: string, sidecar: Sidecar | null = null): CapturedFile => {
	return { file: name, bytes: new TextEncoder().encode(text), sidecar };
};
const archiveOfFiles = (files: readonly CapturedFile[]) => buildArchive(readListings(files, 'test'), []);
const item = (title: string, id: string) => ({ paper: { title, id, upvotes: 'many' }, title });
const rights = { licence: 'CC0-1.0', note: null, abstracts: 'full' } as const;

describe.each(['content/listings', 'test/fixtures/site'])('what is kept of the listings of %s', (folder) => {
	const archive = archiveOfFiles([...capturedFiles(join(root, folder))]);

	test('is every entry in order, each of a paper that there is', () => {
		const ids = new Set(archive.papers.map(({ id }) => id));
		const entries = archive.listings.flatMap((listing) => listing.entries);
		expect(entries.length).toBe(archive.report.entries);
		for (const { paper } of entries) expect(ids).toContain(paper);
		for (const { key, entries: own } of archive.listings) {
			expect(own.map(({ position }) => position)).toEqual(own.map((_, nth) => nth + 1));
			expect(archive.report.listings.find((each) => listingKey(each) === key)?.entries).toBe(own.length);
		}
	});

	test('is read as it was written', async () => {
		const out = join(temporary, folder);
		await writeArchive(out, archive, thisProcess);
		const store = readArchive(out);
		for (const contents of archive.listings) {
			expect(store.listing(contents.key)).toEqual(contents);
			expect(listingContentsSchema.parse(contents)).toEqual(contents);
		}
		expect(() => store.listing('000000000000')).toThrow(expect.objectContaining({ code: 'archive/missing' }));
	});
});

test('entries of any listings are all kept, whatever was merged and refused', () => {
	const title = fc.constantFrom('A title', 'Another title', 'A third <b>title</b>', '');
	const items = fc.array(fc.tuple(title, fc.constantFrom('2511.00001', '2511.00002', 'none')), { maxLength: 6 });
	fc.assert(
		fc.property(fc.array(items, { minLength: 1, maxLength: 5 }), (listings) => {
			const files = listings.map((list, nth) =>
				file(`2025-11-${String(nth + 10)}.json`, JSON.stringify(list.map(([name, id]) => item(name, id)))),
			);
			const { papers, report, listings: kept } = archiveOfFiles(files);
			const ids = new Set(papers.map(({ id }) => id));
			const read = report.listings.filter((listing) => listing.entries > 0);
			expect(kept.every(({ entries }) => entries.every(({ paper }) => ids.has(paper)))).toBe(true);
			for (const listing of read) {
				const contents = kept.find(({ key }) => key === listingKey(listing));
				expect(contents?.entries.length).toBe(listing.entries);
			}
		}),
	);
});

test('the source lines of problems are kept as they stand in the file', () => {
	const text = `[\n${JSON.stringify(item('A <script>', '2511.00001'))},\n{"paper": 3}\n]`;
	const [contents] = archiveOfFiles([file('2025-11-24.json', text)]).listings;
	expect(contents?.excerpts).toEqual([
		{ at: '/0/paper/upvotes', from: 2, lines: ['"upvotes":"many"'], cut: false },
		{ at: '/1', from: 3, lines: ['{"paper": 3}'], cut: false },
	]);
});

test('files of the same bytes have one, which names each with where it is from', () => {
	const text = JSON.stringify([item('A title', '2511.00001')]);
	const { listings, report } = archiveOfFiles([
		file('a/2025-11-24.json', text, { captured: null, source: 'One', url: 'https://example.org/', rights }),
		file('b/2025-11-24.json', text),
		file('c/2025-11-24.json', text, { captured: null, day: null }),
	]);
	expect(report.listings.map(({ problems }) => problems.some(({ code }) => code === 'listing/copy'))).toContain(true);
	expect(listings).toHaveLength(1);
	expect(listings[0]).toMatchObject({
		files: [
			{ file: 'a/2025-11-24.json', source: 'One', url: 'https://example.org/', rights },
			{ file: 'b/2025-11-24.json', source: null, url: null, rights: null },
			{ file: 'c/2025-11-24.json' },
		],
		entries: [{ position: 1, at: '/0', paper: 'arxiv:2511.00001', title: 'A title' }],
	});
});

test('a file that could not be read is kept without entries, one that could not be opened not at all', () => {
	const { listings } = archiveOfFiles([
		file('2025-11-24.json', '[]'),
		file('letter.txt', 'Dear reader'),
		{ file: 'locked.txt', bytes: null, sidecar: null },
	]);
	expect(listings.map(({ files, entries }) => [files[0]?.file, entries.length]).sort()).toEqual([
		['2025-11-24.json', 0],
		['letter.txt', 0],
	]);
});

test('sources are counted with the terms that sidecars name, each once', () => {
	const text = (title: string) => JSON.stringify([item(title, 'none')]);
	const { summary } = archiveOfFiles([
		file('1.json', text('One title'), { source: 'A source', rights }),
		file('2.json', text('Two titles'), { source: 'A source', rights }),
		file('3.json', text('Three titles')),
	]);
	expect(summary.sources).toEqual([
		{ source: 'A source', listings: 2, entries: 2, rights: [{ licence: 'CC0-1.0', note: null }] },
		{ source: null, listings: 1, entries: 1, rights: [] },
	]);
});
