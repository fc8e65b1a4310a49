import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manifestSchema } from '../../src/exports/manifest.ts';
import { publishedPaper } from '../../src/exports/published-paper.ts';
import { sha256 } from '../../src/records/hash.ts';
import { type ArchiveStore, readArchive } from '../../src/store/read.ts';
import { dataView } from '../../src/views/data.ts';
import { expectSuccess, projectFolder, runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-data-'));
const archiveFolder = join(folder, 'archive');
let archive: ArchiveStore;

beforeAll(() => {
	const listings = join(projectFolder, 'test/fixtures/site');
	expectSuccess(runCommand('archive.ts', ['--listings', listings, '--out', archiveFolder]));
	archive = readArchive(archiveFolder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A site of one page, with the data beside it. */
function published(name: string, ...options: string[]) {
	const dist = join(folder, name);
	mkdirSync(join(dist, 'data'), { recursive: true });
	writeFileSync(join(dist, 'data/index.html'), '<!doctype html>');
	const result = runCommand('steps/publish-data.ts', ['--archive', archiveFolder, '--dist', dist, ...options]);
	return { dist, ...result };
}

function filesOf(dist: string): string[] {
	return globSync('**/*.*', { cwd: dist })
		.map((file) => file.replaceAll('\\', '/'))
		.sort();
}

test('every paper is in the JSON Lines and in the tables that the page of the data names', () => {
	const { dist } = published('papers');
	const { years } = dataView(archive);
	const lines = years
		.flatMap(({ shards }) => shards)
		.flatMap(({ path }) =>
			gunzipSync(readFileSync(join(dist, path)))
				.toString()
				.trimEnd()
				.split('\n'),
		);
	const papers = archive.summary.shards.flatMap(({ name }) => archive.shard(name).map(publishedPaper));
	expect(new Set(lines)).toEqual(new Set(papers.map((paper) => JSON.stringify(paper))));
	for (const { table, papers } of years) {
		const rows = parse(readFileSync(join(dist, table.path)), { bom: true, columns: true });
		expect(String(rows.length)).toBe(papers);
	}
});

test('the manifest holds every file but itself, with size and SHA-256', () => {
	const { dist } = published('manifest');
	const { files } = manifestSchema.parse(JSON.parse(readFileSync(join(dist, 'data/manifest.json'), 'utf8')));
	expect(files.map(({ path }) => path)).toEqual(filesOf(join(dist, 'data')).filter((path) => path !== 'manifest.json'));
	expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['index.html', 'report.json']));
	for (const { path, bytes, sha256: hash } of files) {
		const data = readFileSync(join(dist, 'data', path));
		expect([path, data.byteLength, sha256(data)]).toEqual([path, bytes, hash]);
	}
});

test('the report is the one of the archive', () => {
	const { dist } = published('report');
	expect(JSON.parse(readFileSync(join(dist, 'data/report.json'), 'utf8'))).toEqual(archive.report);
});

test('done again over what is there, all files are the same', () => {
	const { dist } = published('again');
	const hashes = () => filesOf(dist).map((file) => [file, sha256(readFileSync(join(dist, file)))]);
	const before = hashes();
	published('again');
	expect(hashes()).toEqual(before);
});

test('the sitemap has the address of the site and its base', () => {
	const { dist, stdout } = published('sitemap', '--site', 'https://me.github.io', '--base', 'day');
	expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).toContain('Sitemap: https://me.github.io/day/sitemap.xml\n');
	const maps = globSync('sitemaps/*.xml', { cwd: dist }).map((file) => readFileSync(join(dist, file), 'utf8'));
	const addresses = maps.join('').match(/<loc>[^<]*/g) ?? [];
	for (const { slug } of archive.index) expect(addresses).toContain(`<loc>https://me.github.io/day/papers/${slug}/`);
	expect(stdout).toBe(`${addresses.length} pages in the sitemap.\n`);
});

test('without the address of the site there is no sitemap, and the command says so', () => {
	const { dist, stdout } = published('nowhere');
	expect(filesOf(dist).filter((file) => file.startsWith('sitemap'))).toEqual([]);
	expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).not.toContain('Sitemap');
	expect(stdout).toBe('No sitemap: it needs the address of the site, which --site or DAYBOOK_SITE gives.\n');
});
