import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { runCommand } from '../scripts/run-command.ts';
import {
	attribute,
	elementsOf,
	folderOf,
	pageFiles,
	readPage,
	siteAddress,
	siteBases,
	textOf,
} from '../site/built-site.ts';
import { foreignIn, markupOf } from '../site/foreign-markup.ts';
import { sharedChromium, sharedServer } from './harness.ts';
import { endOfTitle, vectors, vectorsByKind, writeHostileListings } from './hostile-listings.ts';
import { type Visitor, visitor } from './visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'daybook-hostile-'));
const site = join(folder, 'site');
const chromium = sharedChromium();
const server = sharedServer(() => site, '/');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
	const listings = join(folder, 'listings');
	mkdirSync(listings);
	writeHostileListings(listings);
	const places = ['--listings', listings, '--out', site];
	const { status, stderr } = runCommand('build.ts', [...places, '--site', siteAddress, '--cards', '40']);
	expect(stderr).not.toContain('    at ');
	expect(status).toBe(0);
});

/** Elements and attributes of the pages of harmless papers, and of the letters that many organisations stand below. */
let known: ReadonlySet<string> | null = null;
function ownMarkup(): ReadonlySet<string> {
	const harmless = folderOf(siteBases[0]);
	const letters = ['h3 id', 'h3 tabindex'];
	known ??= new Set([...letters, ...pageFiles(harmless).flatMap((file) => [...markupOf(readPage(harmless, file))])]);
	return known;
}

/** Pages that put a text where it is not safe. */
const careless: readonly ((text: string) => string)[] = [
	(text) => `<p>${text}</p>`,
	(text) => text,
	(text) => `<p title="${text}">`,
	(text) => `<p title='${text}'>`,
	(text) => `<p title=${text}>`,
	(text) => `<p ${text}>`,
	(text) => `<title>${text}</title>`,
	(text) => `<!-- ${text} -->`,
	(text) => `<script>${text}</script>`,
	(text) => `<style>${text}</style>`,
];

/** Kinds whose vectors need more than that to do harm: something that makes markup or an address of them. */
const needsMore = ['addresses that run', 'escapes', 'bytes and charsets', 'markdown', 'latex', 'other formats'];

describe('the vectors', () => {
	test('are more than 220, each another, and would do harm', () => {
		expect(vectors.length).toBeGreaterThan(220);
		expect(new Set(vectors).size).toBe(vectors.length);
		for (const [kind, ofKind] of Object.entries(vectorsByKind)) {
			if (kind === 'names that objects have') continue;
			expect(ofKind.filter((vector) => !/ran|planted|evil\.example|\(\)nar/.test(vector))).toEqual([]);
			if (needsMore.includes(kind)) continue;
			const harmless = ofKind.filter((vector) =>
				careless.every((page) => foreignIn(page(vector), ownMarkup(), siteAddress).length === 0),
			);
			expect(harmless).toEqual([]);
		}
	});

	test('would be noticed in Chromium', async (context) => {
		const { page, problems, ran, foreign, look } = await visitorFrom(context, { bypassCSP: true });
		await page.goto(await server());
		const events = vectorsByKind['event handlers']?.join('');
		await page.setContent(`<script>alert('planted')</script><svg onload=ran()></svg>${events}`);
		await expect.poll(() => ran).toContain('planted');
		await expect.poll(() => ran.length).toBeGreaterThan(10);
		await expect.poll(() => problems.join()).toContain('request: http://evil.example/');
		await look();
		expect(foreign.length).toBeGreaterThan(10);
	});
});

describe('a site with the vectors in every field', () => {
	test('has no element and no attribute of theirs', () => {
		const files = pageFiles(site);
		expect(files.length).toBeGreaterThan(vectors.length);
		const found = files.flatMap((file) =>
			foreignIn(readPage(site, file), ownMarkup(), siteAddress).map((foreign) => `${foreign} in ${file}`),
		);
		expect(found).toEqual([]);
	});

	test('has a page for the paper of each, and what tags say there to tools is JSON', () => {
		const headings: string[] = [];
		for (const file of pageFiles(site).filter((each) => each.startsWith('papers/'))) {
			for (const element of elementsOf(readPage(site, file))) {
				if (element.tagName === 'h1') headings.push(textOf(element));
				if (attribute(element, 'type') === 'application/ld+json') JSON.parse(textOf(element));
			}
		}
		const missing = vectors.filter((_, at) => !headings.some((heading) => heading.endsWith(endOfTitle(at))));
		expect(missing).toEqual([]);
	});

	test('runs nothing and asks nobody in Chromium, on any page', { timeout: 240_000 }, async (context) => {
		expect(await whatHappens(context, pageFiles(site), {})).toEqual(nothing);
	});

	test('runs nothing even without the policy of its pages, which stops scripts', {
		timeout: 120_000,
	}, async (context) => {
		const some = pageFiles(site).filter((_, at) => at % 12 === 0);
		expect(await whatHappens(context, some, { bypassCSP: true })).toEqual(nothing);
	});

	test('shows all that a search finds as text', { timeout: 120_000 }, async (context) => {
		const { page, look, ran, problems, foreign } = await visitorFrom(context);
		const rows = page.locator('#search-results .search-row');
		const more = page.getByRole('button', { name: 'Show more papers' });
		await page.goto(`${await server()}search/?q=ran`);
		await rows.first().waitFor();
		await look();
		await page.goto(`${await server()}search/?q=planted`);
		await rows.first().waitFor();
		while (await more.isVisible()) {
			const shown = await rows.count();
			await more.click();
			await expect.poll(() => rows.count()).toBeGreaterThan(shown);
		}
		expect(await rows.count()).toBeGreaterThanOrEqual(vectors.length);
		await look();
		expect({ ran, problems, foreign }).toEqual(nothing);
	});

	test('takes the vectors in addresses as text', async (context) => {
		const { page, visit, look, ran, problems, foreign } = await visitorFrom(context);
		for (const vector of vectors.filter((_, at) => at % 25 === 0)) {
			const text = encodeURIComponent(vector.toWellFormed());
			await visit(`${await server()}search/?q=${text}&topic=${text}&year=${text}&sort=${text}#${text}`);
			await page.locator('#search-status:not(:empty)', { hasNotText: 'Searching' }).waitFor();
			await look();
			await visit(`${await server()}404.html?q=${text}#${text}`);
		}
		expect({ ran, problems, foreign }).toEqual(nothing);
	});
});

const nothing = { ran: [], problems: [], foreign: [] };

async function visitorFrom(context: TestContext, options: BrowserContextOptions = {}): Promise<Visitor> {
	const browser = await chromium(context);
	return await visitor(await browser.newContext(options), await server());
}

/** What happens to visitors who, each for a part, look at pages. */
async function whatHappens(
	context: TestContext,
	files: string[],
	options: BrowserContextOptions,
): Promise<Pick<Visitor, 'ran' | 'problems' | 'foreign'>> {
	const url = await server();
	const browser = await chromium(context);
	const tabs = await browser.newContext({ viewport: { width: 360, height: 300 }, ...options });
	const visitors = await Promise.all([1, 2, 3, 4, 5].map(() => visitor(tabs, url)));
	const left = [...files];
	await Promise.all(
		visitors.map(async ({ visit }) => {
			for (let file = left.pop(); file !== undefined; file = left.pop()) {
				const leadsOn = readPage(site, file).includes('http-equiv="refresh"');
				await visit(`${url}${file.replace(/index\.html$/, '')}`, leadsOn);
			}
		}),
	);
	await tabs.close();
	return {
		ran: visitors.flatMap(({ ran }) => ran),
		problems: visitors.flatMap(({ problems }) => problems),
		foreign: visitors.flatMap(({ foreign }) => foreign),
	};
}
