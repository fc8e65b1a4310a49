import { cp, mkdtemp, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { offlineReads } from '../../scripts/bench/offline-reads.ts';
import { filesBelow } from '../../src/bundle/read-site.ts';
import { sha256 } from '../../src/records/hash.ts';
import { runCommand } from '../scripts/run-command.ts';
import { attribute, elementsOf, folderOf, siteAddress, siteBases, textOf } from './built-site.ts';

const [, below] = siteBases;
let folder = '';

/** The files of a bundle, without the folder in which they stand. */
type Bundle = ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'daybook-bundle-test-'));
	whole = await bundleOf(folderOf(below), 'whole.zip');
	part = await bundleOf(folderOf(below), 'part.zip', '--since', '2024-06-01');
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

let whole: Bundle = new Map();
let part: Bundle = new Map();

async function bundleOf(site: string, name: string, ...options: string[]): Promise<Bundle> {
	const out = join(folder, name);
	const { status, stdout, stderr } = runCommand('bundle.ts', ['--from', site, '--out', out, '--json', ...options]);
	expect(stderr).toBe('');
	expect(status).toBe(0);
	const zip = await readFile(out);
	const files = Object.entries(unzipSync(zip));
	expect(JSON.parse(stdout)).toEqual({ files: files.length, bytes: zip.byteLength, out });
	for (const [path] of files) expect(path).toMatch(/^daybook\//);
	return new Map(files.map(([path, data]) => [path.slice('daybook/'.length), data]));
}

function textIn(files: Bundle, path: string): string {
	return Buffer.from(files.get(path) ?? []).toString();
}

function pagesIn(files: Bundle): [path: string, html: string][] {
	return [...files.keys()].filter((path) => path.endsWith('.html')).map((path) => [path, textIn(files, path)]);
}

describe('the bundle of a site', () => {
	test('is the same, byte for byte, from a copy of the site at another time and place', async () => {
		const again = join(folder, 'again');
		await cp(folderOf(below), again, { recursive: true });
		await utimes(join(again, 'index.html'), 0, 0);
		await bundleOf(again, 'again.zip');
		const [first, second] = await Promise.all(['whole.zip', 'again.zip'].map((name) => readFile(join(folder, name))));
		expect(second && first?.equals(second)).toBe(true);
	});

	test('has every page of the site but 404.html, and every download', async () => {
		const files = await filesBelow(folderOf(below));
		const wanted = files.filter((path) => /\.(html|csv|gz|bib|ris)$|^data\//.test(path) && path !== '404.html');
		expect(wanted.length).toBeGreaterThan(900);
		expect(wanted.filter((path) => !whole.has(path))).toEqual([]);
	});

	test('is at most 1.4 times the zip of the site', async () => {
		const site = folderOf(below);
		const read = (await filesBelow(site)).map(async (path) => [path, await readFile(join(site, path))] as const);
		const zipped = zipSync(Object.fromEntries(await Promise.all(read)), { level: 6 });
		const { byteLength } = await readFile(join(folder, 'whole.zip'));
		expect(byteLength / zipped.byteLength).toBeLessThan(1.4);
	});

	test('says in its manifest what it is, and what each file is', () => {
		const manifest = JSON.parse(textIn(whole, 'manifest.json'));
		expect(manifest).toMatchObject({ live: `${siteAddress}/some/base/`, part: null, captured: '2025-11-25' });
		const expected = [...whole]
			.filter(([path]) => path !== 'manifest.json')
			.map(([path, data]) => ({ path, bytes: data.byteLength, sha256: sha256(data) }));
		expect(manifest.files).toEqual(expected);
	});

	test('holds every file of the search index, once, in scripts', async () => {
		const held = new Map<string, Buffer>();
		for (const [path, data] of whole) {
			if (!path.startsWith('pagefind/') || ['open.js', 'search.js'].some((name) => path === `pagefind/${name}`))
				continue;
			if (path === 'pagefind/segments.json') continue;
			const [, json = ''] = /^daybookSearch\.take\((\{.*\})\);\n$/s.exec(Buffer.from(data).toString()) ?? [];
			for (const [file, base64] of Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(json)))) {
				expect(held.has(file), file).toBe(false);
				const bytes = Buffer.from(base64, 'base64');
				held.set(file, file.endsWith('.json') ? inflateRawSync(bytes) : bytes);
			}
		}
		const index = join(folderOf(below), 'pagefind');
		const wanted = (await filesBelow(index)).filter((path) => !/^[^/]+\.js$|^segments\.json$/.test(path));
		expect([...held.keys()].sort()).toEqual(wanted);
		for (const file of wanted) expect(held.get(file)?.equals(await readFile(join(index, file))), file).toBe(true);
	});

	test('puts excerpts together', () => {
		const scripts = [...whole.keys()].filter((path) => path.includes('/fragment/'));
		const papers = Number(JSON.parse(textIn(whole, 'manifest.json')).papers);
		expect(scripts.length).toBe(Math.ceil(papers / 2));
	});
});

describe('a search in a bundle', () => {
	test.each([
		['learning', 10],
		['language models', 10],
		['neural networks', 10],
		['quantizaton', 10],
	])('for “%s” reads few and small scripts', async (text, rows) => {
		const read = await offlineReads(whole, text);
		expect(read.rows).toBe(rows);
		expect(read.scripts.length).toBeLessThan(50);
		expect(read.scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(240_000);
	});

	test('reads each script once', async () => {
		const paths = (await offlineReads(whole, 'language models')).scripts.map(({ path }) => path);
		expect(new Set(paths).size).toBe(paths.length);
	});
});

describe.each([
	['whole', () => whole],
	['part', () => part],
])('every page of a %s bundle', (_, of) => {
	test('leads to files that are there, or to the web', () => {
		const broken: string[] = [];
		for (const [page, html] of pagesIn(of())) {
			for (const element of elementsOf(html)) {
				for (const { name, value } of element.attrs) {
					if (!['href', 'src', 'action'].includes(name) || value.startsWith('#')) continue;
					if (/^(https?|mailto):/.test(value)) continue;
					const url = new URL(value, `file:///${page}`);
					if (!of().has(decodeURIComponent(url.pathname.slice(1)))) broken.push(`${value} in ${page}`);
				}
			}
		}
		expect(broken).toEqual([]);
	});

	test('names the base of the site only where it says where the page is live', () => {
		const leaked: string[] = [];
		for (const [page, html] of pagesIn(of())) {
			for (const { attrs } of elementsOf(html)) {
				for (const { value } of attrs) {
					const rest = value.replaceAll(`${siteAddress}/some/base/`, '');
					if (rest.includes('some/base')) leaked.push(`${value} in ${page}`);
				}
			}
		}
		expect(leaked).toEqual([]);
	});

	test('loads no module, and nothing that a file cannot load', () => {
		for (const [page, html] of pagesIn(of())) {
			for (const element of elementsOf(html)) {
				const type = attribute(element, 'type');
				expect(type === 'module' || attribute(element, 'crossorigin') !== null, page).toBe(false);
				const isDropped = /preload|manifest/.test(attribute(element, 'rel') ?? '');
				expect(isDropped, page).toBe(false);
			}
		}
	});

	test('says what the copy is, above its header, and where the page is live', () => {
		for (const [page, html] of pagesIn(of())) {
			const elements = elementsOf(html);
			const notice = elements.find((element) => attribute(element, 'class') === 'offline-copy');
			expect(notice && textOf(notice), page).toMatch(/^Offline copy of .*made from the archive of 25 November 2025 ·/);
			const at = notice ? elements.indexOf(notice) : -1;
			const link = elements.slice(at).find(({ tagName }) => tagName === 'a');
			const live = `${siteAddress}/some/base/${page.replace(/index\.html$/, '')}`;
			expect(link && attribute(link, 'href')).toBe(live);
			const header = elements.findIndex(({ tagName }) => tagName === 'header');
			if (header >= 0) expect(at).toBeLessThan(header);
		}
	});
});

describe('a bundle of a part', () => {
	test('has the papers of that time and later', () => {
		const papers = (files: Bundle) => [...files.keys()].filter((path) => /^papers\/[^/]+\/index\.html$/.test(path));
		expect(papers(part).length).toBeGreaterThan(10);
		expect(papers(part).length).toBeLessThan(papers(whole).length / 2);
		expect([...part.keys()].filter((path) => /^20(1\d|2[0-3])\//.test(path))).toEqual([]);
	});

	test('leads to the live site for the rest', () => {
		const years = elementsOf(textIn(part, 'index.html')).flatMap((element) => attribute(element, 'href') ?? []);
		expect(years).toContain('2024/index.html');
		expect(years).toContain(`${siteAddress}/some/base/2023/`);
	});

	test('searches its own papers alone', () => {
		const { part: said } = JSON.parse(textIn(part, 'manifest.json'));
		const segments = z.array(z.object({ papers: z.int() })).parse(JSON.parse(textIn(part, 'pagefind/segments.json')));
		expect(segments.reduce((sum, { papers }) => sum + papers, 0)).toBe(said.papers);
		expect(said).toEqual({ since: '2024-06-01', papers: expect.any(Number) });
	});
});
