import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../scripts/run-command.ts';
import { elementsOf, pageFiles, readPage } from '../site/built-site.ts';
import { sharedChromium, sharedServer, watchedPage } from './harness.ts';

/** Each would run `ran()` or leave an element of the class `planted`, if any page took it for markup. */
const vectors = [
	'<script class=planted>ran()</script>',
	'<img class=planted src=x onerror=ran()>',
	'"><svg class=planted onload=ran()><path>',
	"' class=planted onmouseover='ran()' x='",
	']]><b class=planted>bold</b>',
	'</title><b class=planted>bold</b>',
	'</textarea></noscript></style></script><b class=planted>bold</b>',
	'<!--><b class=planted>bold</b>-->',
	'&lt;b class=planted&gt;bold&lt;/b&gt;',
	'[link](javascript:ran())',
	'<math><annotation-xml encoding="text/html"><img class=planted src=x onerror=ran()></annotation-xml></math>',
	'<iframe class=planted srcdoc="<script>parent.ran()</script>"></iframe>',
	'\u202e\u2066<b class=planted>\u0000\u0007</b>',
];

const folder = mkdtempSync(join(tmpdir(), 'daybook-hostile-'));
const listings = join(folder, 'listings');
const site = join(folder, 'site');
const chromium = sharedChromium();
const server = sharedServer(() => site, '/');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
	mkdirSync(join(listings, 'javascript:ran()'), { recursive: true });
	writeFileSync(
		join(listings, 'javascript:ran()', '<img class=planted src=x onerror=ran()>.json'),
		JSON.stringify(apiListing()),
	);
	writeFileSync(join(listings, '2025-11-24 "><script>ran()<%2fscript>.txt'), textListing());
	const { status, stderr } = runCommand('build.ts', ['--listings', listings, '--out', site]);
	expect(stderr).not.toContain('    at ');
	expect(status).toBe(0);
});

test('no page has an element of theirs', () => {
	const pages = pageFiles(site);
	expect(pages.length).toBeGreaterThan(vectors.length * 2);
	for (const file of pages) {
		const planted = elementsOf(readPage(site, file)).filter(({ attrs }) =>
			attrs.some(
				({ name, value }) =>
					(name === 'class' && value.includes('planted')) ||
					value.trim().startsWith('javascript:') ||
					name.startsWith('on'),
			),
		);
		expect(planted.map(({ tagName }) => `${tagName} in ${file}`)).toEqual([]);
	}
});

test('nothing of theirs runs in Chromium, on any page', async (context) => {
	const url = await server();
	const { page, problems } = await watchedPage(await chromium(context), url);
	const ran: string[] = [];
	await page.exposeFunction('ran', () => ran.push(page.url()));
	page.on('dialog', (dialog) => {
		ran.push(dialog.message());
		return dialog.dismiss();
	});
	// A page that leads on by itself is left before it can be asked; the test above has read it.
	for (const file of pageFiles(site).filter((each) => !readPage(site, each).includes('http-equiv="refresh"'))) {
		await page.goto(`${url}${file.replace(/index\.html$/, '')}`);
		expect(await plantedElements(page)).toEqual([]);
	}
	await page.goto(`${url}search/?q=${encodeURIComponent('planted ran')}`);
	await page.locator('[data-result], .search-results li, main ol li').first().waitFor();
	expect(await plantedElements(page)).toEqual([]);
	expect(ran).toEqual([]);
	expect(problems.filter((problem) => !problem.includes('404'))).toEqual([]);
});

async function plantedElements(page: Page): Promise<string[]> {
	return await page
		.locator('.planted, [onerror], [onload], [srcdoc]')
		.evaluateAll((found) => found.map(({ outerHTML }) => outerHTML));
}

/** A vector in every field that the daily API has. */
function apiListing() {
	return vectors.map((vector, at) => ({
		paper: {
			id: at % 2 === 0 ? `2511.${10_000 + at}` : vector,
			title: `${vector} planted ran ${at}`,
			summary: `planted ran ${vector} https://example.org/${vector} javascript:ran() data:text/html,${vector}`,
			authors: [{ name: vector, user: { user: vector } }, { name: `Ada ${vector}` }],
			publishedAt: at % 3 === 0 ? vector : '2025-11-20T00:00:00.000Z',
			upvotes: at % 4 === 0 ? vector : 3,
			organization: { name: vector, fullname: vector },
			ai_summary: vector,
			githubRepo: at % 2 === 0 ? 'javascript:ran()' : `https://github.com/${vector}`,
			projectPage: `https://example.org/"onclick="ran()`,
			submittedOnDailyAt: '2025-11-24T10:00:00.000Z',
		},
		title: vector,
		numComments: at % 5 === 0 ? vector : 2,
		organization: { name: vector, fullname: vector },
	}));
}

/** The same as a text dump: titles, abstracts and organisations. */
function textListing(): string {
	const cards = vectors.map((vector) => {
		const line = vector.replaceAll('\n', ' ');
		return `${line}\n\n${line} an abstract of planted ran.\n\n${line}\n·\nNov 20 2\n`;
	});
	return `Daily Papers\n\nNov 24\n\n${cards.join('\n')}`;
}
