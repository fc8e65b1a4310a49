import { expect, test } from 'vitest';
import { sitePages } from '../../src/views/site-pages.ts';
import { archiveOfSites, folderOf, readPage, siteBases } from './built-site.ts';

test('the page of each day and month names its rising papers or says why it cannot', () => {
	const folder = folderOf(siteBases[0]);
	const pages = sitePages(archiveOfSites()).filter(
		({ route, key }) =>
			route === '[year]/[month]/index' || (route === '[year]/[month]/[day]/[...part]' && key.part === null),
	);
	expect(pages.length).toBeGreaterThan(20);
	for (const { path } of pages) {
		const html = readPage(folder, `${path.slice(1)}index.html`);
		const said = /which are gaining upvotes cannot be told\.|is known to have gained upvotes between captures\./.test(
			html,
		);
		expect(said, path).toBe(!html.includes('id="rising"'));
	}
});
