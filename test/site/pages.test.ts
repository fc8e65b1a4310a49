import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sitePages } from '../../src/views/site-pages.ts';
import { shownText } from '../markup/shown-text.ts';
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
const pages = sitePages(source);

describe.each(siteBases)('the site at $base', (site) => {
	const folder = folderOf(site);

	test('has the pages that the list of pages demands, and no other', () => {
		const demanded = pages.map(({ path }) => (path.endsWith('/') ? `${path}index.html` : path).slice(1));
		const numbers = globSync(['topics/**/*.csv', 'papers/**/*.csv', 'trends/*.csv', 'trends/*.js'], { cwd: folder });
		expect([...pageFiles(folder), ...numbers.map((file) => file.replaceAll('\\', '/'))].sort()).toEqual(
			demanded.sort(),
		);
	});

	test('has a page for every paper, under its title', () => {
		expect(source.index.length).toBeGreaterThan(383);
		for (const { slug, title } of source.index) {
			const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(readPage(folder, `papers/${slug}/index.html`))?.[1] ?? '';
			expect(shownText(heading)).toBe(title);
		}
	});

	test('leads from another address to the paper', () => {
		const aliases = source.index.flatMap(({ slug, aliases }) => aliases.map((alias) => ({ slug, alias })));
		expect(aliases.length).toBeGreaterThan(0);
		for (const { slug, alias } of aliases) {
			const elements = elementsOf(readPage(folder, `papers/${alias}/index.html`));
			const paper = `${site.base}papers/${slug}/`;
			const found = (tagName: string, name: string) =>
				elements.filter((element) => element.tagName === tagName).map((element) => attribute(element, name));
			expect(found('meta', 'content')).toEqual(expect.arrayContaining([`0; url=${paper}`, 'noindex']));
			expect(found('link', 'href')).toContainEqual(expect.stringMatching(new RegExp(`^https://[^/]+${paper}$`)));
			expect(found('a', 'href')).toEqual([paper]);
		}
	});

	test('lists the papers that would share an address', () => {
		const [shared] = source.summary.shared;
		const html = readPage(folder, `papers/${shared?.slug}/index.html`);
		for (const id of shared?.ids ?? []) expect(html).toContain(`${site.base}papers/${source.indexed(id)?.slug}/`);
	});
});

test('the same pages stand at both places, but for the base', () => {
	const [root, below] = siteBases;
	const address = /(?<=(?:href|src|action)="|content="0; url=|https:\/\/daybook\.example)\/some\/base\//g;
	for (const file of pageFiles(folderOf(root))) {
		expect(readPage(folderOf(below), file).replaceAll(address, '/'), file).toBe(readPage(folderOf(root), file));
	}
});

test('no list says how many parts it has', () => {
	const folder = folderOf(siteBases[0]);
	for (const file of pageFiles(folder)) expect(readPage(folder, file)).not.toMatch(/(page|part) \d+ of \d+/i);
});

describe('an entry that is hostile in every field', () => {
	const folder = folderOf(siteBases[0]);
	const hostile = source.index.find(({ title }) => title.startsWith('Hostile'));
	const holding = pageFiles(folder).filter((file) => readPage(folder, file).includes('globalThis.broken'));

	test('stands on its page and on lists', () => {
		expect(holding).toContain(`papers/${hostile?.slug}/index.html`);
		expect(holding.length).toBeGreaterThan(4);
	});

	test.each(holding)('makes no element and no attribute of its own in %s', (file) => {
		for (const element of elementsOf(readPage(folder, file))) {
			expect(['img', 'textarea', 'iframe', 'style', 'object', 'embed']).not.toContain(element.tagName);
			// Drawings are ours: those of an entry would have no class, or another.
			if (element.tagName === 'svg')
				expect(['chart chart-wide', 'chart chart-narrow', 'multiple', 'sparkline', 'stack']).toContain(
					attribute(element, 'class'),
				);
			for (const { name, value } of element.attrs) {
				expect(name).not.toMatch(/^on/);
				if (['href', 'src', 'action', 'formaction'].includes(name))
					expect(value).not.toMatch(/^\s*(javascript|data|vbscript):/i);
			}
			if (element.tagName !== 'script') continue;
			if (attribute(element, 'type') === 'application/ld+json') expect(textOf(element)).not.toMatch(/[<>&]/);
			else expect(textOf(element)).toBe('');
		}
	});
});
