import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderOf, siteBases } from '../site/built-site.ts';
import { axeFindings } from './axe.ts';
import { pageOpener, sharedChromium, sharedServer } from './harness.ts';
import { unpackedCopy } from './offline-copy.ts';
import { sideways } from './sideways.ts';

const [root] = siteBases;
let folder = '';
let copy = '';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'daybook-offline-look-'));
	copy = await unpackedCopy(folderOf(root), folder);
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

const openPage = pageOpener(
	sharedChromium(),
	sharedServer(() => copy, '/copy/'),
);

/** What an offline copy adds stands on each in the same way; the rest is the site's, and tested there. */
const paths = ['index.html', 'about/index.html', 'papers/a-note-on-marginalia-retrieval/index.html'];

test.for([
	['light', 360],
	['dark', 1280],
] as const)('axe finds nothing, %s, %d px wide', async ([colorScheme, width], context) => {
	const viewport = { width, height: 800 };
	const { page, problems } = await openPage(context, '', { colorScheme, viewport });
	const home = page.url();
	const found: string[] = [];
	for (const path of paths) {
		await page.goto(home + path);
		for (const finding of await axeFindings(page)) found.push(`${path}: ${finding}`);
		const wide = await sideways(page);
		if (wide !== null) found.push(`${path} scrolls sideways: ${wide}`);
	}
	expect(found).toEqual([]);
	expect(problems).toEqual([]);
});

test('links to the web say so, by an arrow and in words, and others do not', async (context) => {
	const { page } = await openPage(context, 'about/index.html');
	const links = await page
		.locator('a')
		.evaluateAll((links) =>
			links.map((link) => ({ address: link.getAttribute('href'), said: getComputedStyle(link, '::after').content })),
		);
	const isWeb = ({ address }: { address: string | null }) => /^https?:/.test(address ?? '');
	expect(links.some(isWeb)).toBe(true);
	for (const link of links) {
		if (isWeb(link)) expect(link.said).toMatch(/\u2197.*on the web/);
		else expect(link.said).not.toContain('\u2197');
	}
});
