import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, readPage, siteBases } from '../site/built-site.ts';
import { sharedChromium, sharedServer, takenBreaches, watchedPage } from './harness.ts';

const canary = resolve(import.meta.dirname, '../fixtures/canary-site');
const browser = sharedChromium();
const server = sharedServer(() => canary, '/');
const policyIn = (html: string) => /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1];

describe('a page that breaks the policy of our pages', () => {
	test('has that policy', () => {
		const ours = policyIn(readPage(folderOf(siteBases[0]), 'index.html'));
		expect(policyIn(readFileSync(join(canary, 'index.html'), 'utf8'))).toBe(ours);
	});

	test('can do nothing that it forbids, and fails the test that looks at it', async (context) => {
		const { page, problems } = await watchedPage(await browser(context), await server());
		await page.goto(await server());
		await page.waitForFunction(() => document.documentElement.dataset['asked'] !== undefined);
		await page.locator('p').click();
		const ran = await page.evaluate(() => ({ ...document.documentElement.dataset }));
		expect(ran).toEqual({ script: 'ran', evaluated: 'refused', asked: 'refused' });
		expect(await page.locator('p').getAttribute('data-handler')).toBe(null);
		const breached = takenBreaches().join('\n');
		for (const directive of ['base-uri', 'style-src-elem', 'style-src-attr', 'script-src-elem', 'script-src-attr']) {
			expect(breached).toContain(directive);
		}
		for (const directive of ['img-src', 'frame-src', 'connect-src', 'script-src eval']) {
			expect(breached).toContain(directive);
		}
		expect(problems.filter((problem) => problem.startsWith('policy: ')).length).toBeGreaterThanOrEqual(9);
	});
});
