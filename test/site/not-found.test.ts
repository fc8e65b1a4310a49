import { expect, test } from 'vitest';
import { sharedChromium, sharedServer, watchedPage } from '../browser/harness.ts';
import { folderOf, siteBases } from './built-site.ts';

const chromium = sharedChromium();
const servers = siteBases.map((site) => ({ ...site, home: sharedServer(() => folderOf(site), site.base) }));

const missing = ['nothing', 'a/b/c/', '2025/11/99/', 'papers/no-such-paper/?q=x', 'topics/nothing.html'];

test.for(servers.flatMap((site) => missing.map((path) => ({ ...site, path }))))(
	'$path below $base shows the page that says so, whole',
	async ({ base, path, home }, context) => {
		const url = await home();
		const { page, problems } = await watchedPage(await chromium(context), url);
		const answer = await page.goto(`${url}${path}`);
		expect(answer?.status()).toBe(404);
		expect(await page.locator('h1').textContent()).toBe('There is no page at this address');
		// Chromium names the answer itself; whatever else could not be loaded would be named too.
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain('404');

		const rules = await page.evaluate(() => [...document.styleSheets].map(({ cssRules }) => cssRules.length));
		expect(rules.length).toBeGreaterThan(0);
		expect(Math.min(...rules)).toBeGreaterThan(0);

		const links = await page.evaluate(() => [...document.links].filter(({ hash }) => !hash).map(({ href }) => href));
		const ours = [...new Set(links)].filter((link) => link.startsWith(new URL('/', url).href));
		expect(ours).toContain(url);
		for (const link of ours) {
			expect(link).toContain(base);
			expect({ link, status: (await page.request.get(link)).status() }).toEqual({ link, status: 200 });
		}
		await page.context().close();
	},
);
