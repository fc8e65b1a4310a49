import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pageWeight } from '../../scripts/bench/page-weight.ts';
import { largestPages } from '../../scripts/bench/site.ts';
import { builtPages } from '../../scripts/screenshots/built-pages.ts';
import { folderOf, siteBases } from '../site/built-site.ts';
import { sharedChromium, sharedServer } from './harness.ts';

const [site] = siteBases;
const chromium = sharedChromium();
const home = sharedServer(() => folderOf(site), site.base);

test('the largest page of a kind asks no other host, and nothing in it jumps', async (context) => {
	const pages = largestPages(builtPages(folderOf(site)));
	expect(pages.map(({ kind }) => kind)).toEqual(['home', 'paper', 'topic', 'day']);
	for (const { path } of pages) {
		const { shift, thirdParty } = await pageWeight(await chromium(context), new URL(path, await home()).href);
		expect({ path, shift, thirdParty }).toEqual({ path, shift: 0, thirdParty: [] });
	}
});

test('the largest paper comes in 30 kB, of which 10 are script', async (context) => {
	const paper = largestPages(builtPages(folderOf(site))).find(({ kind }) => kind === 'paper');
	const weight = await pageWeight(await chromium(context), new URL(paper?.path ?? '', await home()).href);
	expect(weight.html).toBeGreaterThan(1000);
	expect(weight.css).toBeGreaterThan(1000);
	expect(weight.total).toBeLessThanOrEqual(30_000);
	expect(weight.script).toBeLessThanOrEqual(10_000);
});

const folder = mkdtempSync(join(tmpdir(), 'daybook-weight-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const heavyHome = sharedServer(() => folder, '/');

test('what a heavy page does is seen', async (context) => {
	// Bytes that cannot be compressed, in JavaScript that makes room above the text.
	const noise = Array.from({ length: 40_000 }, (_, at) => String.fromCharCode(33 + ((at * at * 31 + at) % 58))).join(
		'',
	);
	const grow = `setTimeout(() => { document.body.style.paddingTop = '300px'; }, 200); // ${noise}`;
	writeFileSync(join(folder, 'grow.js'), grow);
	writeFileSync(join(folder, 'site.css'), 'p { font-size: 40px }');
	const head =
		'<!doctype html><title>Heavy</title><link rel="stylesheet" href="site.css"><script src="grow.js"></script>';
	const other = (await home()).replace('127.0.0.1', 'localhost');
	writeFileSync(join(folder, 'index.html'), `${head}<p>Text that jumps<img alt="" src="${other}icon.svg">`);
	const weight = await pageWeight(await chromium(context), await heavyHome());
	expect(weight.thirdParty).toEqual([`${other}icon.svg`]);
	expect(weight.shift).toBeGreaterThan(0.01);
	expect(weight.css).toBeGreaterThan(100);
	expect(weight.css).toBeLessThan(1000);
	expect(weight.script).toBeGreaterThan(weight.css);
	expect(weight.total).toBe(weight.html + weight.css + weight.script + weight.other);
});
