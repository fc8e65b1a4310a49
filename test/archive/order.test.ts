import { join } from 'node:path';
import { expect, test } from 'vitest';
import { capturedFiles } from '../../scripts/listing-files.ts';
import { readTopics } from '../../scripts/topic-files.ts';
import { buildArchive } from '../../src/archive/build-archive.ts';
import { readListings } from '../../src/archive/read-listings.ts';
import type { ReportedListing } from '../../src/records/archive.ts';
import type { CapturedFile } from '../../src/records/listing.ts';
import { seedListings } from '../seeds.ts';

const root = join(import.meta.dirname, '../..');
const topics = readTopics(join(root, 'content/topics'));
/** Without those that are copies of others. */
const files = [...capturedFiles(seedListings), ...capturedFiles(join(root, 'test/fixtures/merging'))].filter(
	({ file }) => !file.endsWith('expected.json') && !file.startsWith('changed-title/'),
);

test('renamed and shuffled listings give the same archive but for names', () => {
	const renamed = files.map((file, at) => ({ ...file, file: `renamed/${(at * 7) % files.length}.dat` }));
	const names = new Map(renamed.map(({ file }, at) => [file, files[at]?.file ?? '']));
	const shuffled = renamed.toSorted((a, b) => (a.file < b.file ? -1 : 1));
	const text = archiveText(shuffled).replace(/renamed\/\d+\.dat/g, (name) => names.get(name) ?? name);
	expect(names.size).toBe(files.length);
	expect(text === archiveText(files)).toBe(true);
});

/** All of the archive as text; the rows of the report by what they captured, since they come by name. */
function archiveText(captured: readonly CapturedFile[]): string {
	const archive = buildArchive(readListings(captured, 'x'), topics);
	const captureOf = (row: ReportedListing) => `${row.sha256} ${row.captured} ${row.day}`;
	const rows = archive.report.listings.toSorted((a, b) => (captureOf(a) < captureOf(b) ? -1 : 1));
	return JSON.stringify({ ...archive, report: { ...archive.report, listings: rows } });
}
