import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { archiveOfSites, folderOf, siteAddress, siteBases } from '../site/built-site.ts';
import { reportBreaches, sharedChromium, sharedServer } from './harness.ts';
import { pageKinds } from './page-kinds.ts';

const browser = sharedChromium();

/** At `/` it is the site of a domain of its own, else that of a repository among others of its owner. */
describe.each(siteBases)('the site at its published address, below $base', (site) => {
	const home = `${siteAddress}${site.base}`;
	const server = sharedServer(() => folderOf(site), site.base);

	/** A page for which the server stands at the published address. What is asked elsewhere is refused, and kept. */
	async function visit(context: BrowserContext) {
		const page = await context.newPage();
		const outside: string[] = [];
		const problems: string[] = [];
		page.on('pageerror', ({ message }) => problems.push(message));
		page.on('console', (message) => {
			if (['error', 'warning'].includes(message.type())) problems.push(`${message.text()} in ${page.url()}`);
		});
		await page.exposeFunction('reportBreach', (breach: string) => problems.push(`policy: ${breach} in ${page.url()}`));
		await page.addInitScript(reportBreaches);
		const local = await server();
		await context.route(
			({ protocol }) => protocol !== 'data:',
			async (route) => {
				const asked = route.request().url();
				if (asked.startsWith(home)) {
					await route.fulfill({
						response: await route.fetch({ url: local + asked.slice(home.length), maxRedirects: 0 }),
					});
				} else {
					outside.push(`${asked} on ${page.url()}`);
					await route.abort();
				}
			},
		);
		return { page, outside, problems };
	}

	test('asks for nothing outside it, on any kind of page, nor does its search', {
		timeout: 300_000,
	}, async (context) => {
		const chromium = await browser(context);
		const { page, outside, problems } = await visit(await chromium.newContext());
		const canonical: string[] = [];
		for (const [, path] of pageKinds(archiveOfSites())) {
			const answer = await page.goto(home + path.slice(1));
			expect({ path, status: answer?.status() }).toEqual({ path, status: 200 });
			if (path.includes('?q=')) await page.locator('.search-row').first().waitFor();
			const links = await page
				.locator('link[rel=canonical]')
				.evaluateAll((found) => found.map((link) => (link instanceof HTMLLinkElement ? link.href : '')));
			for (const link of links) {
				expect(link).toBe(page.url().replace(/\?.*/, ''));
				canonical.push(link);
			}
		}
		expect(canonical).toContain(home);
		await page.locator('.search-row a').first().click();
		await page.waitForURL(`${home}papers/*/`);
		expect({ outside, problems }).toEqual({ outside: [], problems: [] });
	});

	test('leads on from an old address, to below its base', async (context) => {
		const alias = archiveOfSites().index.flatMap(({ slug, aliases }) => aliases.map((old) => ({ slug, old })))[0];
		const chromium = await browser(context);
		const { page, outside, problems } = await visit(await chromium.newContext());
		await page.goto(`${home}papers/${alias?.old}/`, { waitUntil: 'commit' });
		await page.waitForURL(`${home}papers/${alias?.slug}/`);
		expect({ outside, problems }).toEqual({ outside: [], problems: [] });
	});

	test('names in its sitemap only addresses that are there', async () => {
		const folder = folderOf(site);
		const addresses = globSync('sitemaps/*.xml', { cwd: folder }).flatMap((file) =>
			[...readFileSync(join(folder, file), 'utf8').matchAll(/<loc>([^<]*)</g)].map(([, address = '']) => address),
		);
		expect(addresses).toContain(home);
		const local = await server();
		for (const address of addresses) {
			expect(address.startsWith(home), address).toBe(true);
			const answer = await fetch(local + address.slice(home.length), { method: 'HEAD', redirect: 'manual' });
			expect({ address, status: answer.status }).toEqual({ address, status: 200 });
		}
		expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${home}sitemap.xml\n`);
	});
});
