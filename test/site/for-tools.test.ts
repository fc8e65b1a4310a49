import { describe, expect, test } from 'vitest';
import { sitemapEntries } from '../../src/views/sitemap.ts';
import {
	archiveOfSites,
	attribute,
	elementsOf,
	folderOf,
	pageFiles,
	readPage,
	siteBases,
	textOf,
} from './built-site.ts';

const source = archiveOfSites();
const papers = source.index.map(({ id, slug }) => ({ paper: source.paper(id), file: `papers/${slug}/index.html` }));

/** What Zotero looks for where a page gives no author: the name in such an element would be taken for the author. */
const bylines = /(^|\s)(bylines?|vcard|article-byline)(\s|$)/;

describe.each(siteBases)('what machines read of the site at $base', (site) => {
	const folder = folderOf(site);
	const pages = papers.map(({ paper, file }) => {
		const elements = elementsOf(readPage(folder, file));
		const contents = (name: string) =>
			elements
				.filter((element) => element.tagName === 'meta' && attribute(element, 'name') === name)
				.map((element) => attribute(element, 'content'));
		return { paper, elements, contents };
	});

	test('each paper has its tags in its page', () => {
		for (const { paper, contents } of pages) {
			expect(contents('z:itemType')).toEqual(['preprint']);
			expect(contents('citation_title')).toEqual([paper.title]);
			expect(contents('citation_author')).toEqual(paper.authors.map(({ name }) => name));
		}
	});

	test('each paper is described at its canonical address', () => {
		for (const { paper, elements } of pages) {
			const canonical = elements.find((element) => attribute(element, 'rel') === 'canonical');
			const blocks = elements.filter((element) => attribute(element, 'type') === 'application/ld+json');
			expect(blocks.map((block) => JSON.parse(textOf(block)))).toMatchObject([
				{ '@type': 'ScholarlyArticle', headline: paper.title, url: canonical && attribute(canonical, 'href') },
			]);
		}
	});

	test('no page offers Zotero an author or a date that is not the paper’s', () => {
		for (const { paper, elements, contents } of pages) {
			const classes = elements.map((element) => attribute(element, 'class') ?? '');
			if (contents('citation_author').length === 0) {
				expect(
					classes.filter((name) => bylines.test(name)),
					paper.slug,
				).toEqual([]);
				expect(contents('author'), paper.slug).toEqual([]);
			}
			if (contents('citation_publication_date').length === 0) {
				const times = elements.filter((element) => element.tagName === 'time' && attribute(element, 'datetime'));
				expect(times.map(textOf), paper.slug).toEqual([]);
			}
		}
	});

	test('the sitemap has every page that may be found, and no other', () => {
		const root = `https://example.org${site.base}`;
		const listed = sitemapEntries(source, root, new Map()).map(({ url }) => `${url.slice(root.length)}index.html`);
		const found = pageFiles(folder).filter(
			(file) => file !== '404.html' && !/<meta name="robots" content="noindex">/.test(readPage(folder, file)),
		);
		expect(listed.sort()).toEqual(found);
	});

	test('robots may read everything', () => {
		expect(readPage(folder, 'robots.txt')).toMatch(/^User-agent: \*\nAllow: \/\n/);
	});
});
