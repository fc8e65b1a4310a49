import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { robotsText, type SitemapEntry, sitemapFiles } from '../../src/exports/sitemap.ts';

const root = 'https://example.org/base/';
const entry = (group: string, path: string, modified: string | null = null): SitemapEntry => {
	return { group, url: root + path, modified };
};

const parser = new XMLParser({ isArray: (name) => name === 'url' || name === 'sitemap' });

describe('the protocol of sitemaps', () => {
	test('an index names a file for each group, with the newest date in it', () => {
		const files = sitemapFiles(root, [
			entry('papers-2025', 'papers/b/', '2025-11-24'),
			entry('papers-2025', 'papers/a/', '2025-11-24T08:30:00Z'),
			entry('papers-2024', 'papers/c/'),
		]);
		expect(Object.fromEntries(files.map(({ name, text }) => [name, text]))).toMatchInlineSnapshot(`
			{
			  "sitemap.xml": "<?xml version="1.0" encoding="UTF-8"?>
			<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
			<sitemap>
			<loc>https://example.org/base/sitemaps/papers-2024.xml</loc>
			</sitemap>
			<sitemap>
			<loc>https://example.org/base/sitemaps/papers-2025.xml</loc>
			<lastmod>2025-11-24T08:30:00Z</lastmod>
			</sitemap>
			</sitemapindex>
			",
			  "sitemaps/papers-2024.xml": "<?xml version="1.0" encoding="UTF-8"?>
			<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
			<url>
			<loc>https://example.org/base/papers/c/</loc>
			</url>
			</urlset>
			",
			  "sitemaps/papers-2025.xml": "<?xml version="1.0" encoding="UTF-8"?>
			<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
			<url>
			<loc>https://example.org/base/papers/a/</loc>
			<lastmod>2025-11-24T08:30:00Z</lastmod>
			</url>
			<url>
			<loc>https://example.org/base/papers/b/</loc>
			<lastmod>2025-11-24</lastmod>
			</url>
			</urlset>
			",
			}
		`);
	});

	test('no file has more than 50,000 addresses, and none is lost', () => {
		const entries = Array.from({ length: 90_001 }, (_, n) => entry('papers-2025', `papers/${n}/`));
		const [index, ...parts] = sitemapFiles(root, entries);
		const addresses = parts.map(({ text }) => [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url));
		expect(parts.map(({ name }) => name)).toEqual([
			'sitemaps/papers-2025.xml',
			'sitemaps/papers-2025-part-2.xml',
			'sitemaps/papers-2025-part-3.xml',
		]);
		for (const { name } of parts) expect(index?.text).toContain(`<loc>${root}${name}</loc>`);
		for (const each of addresses) expect(each.length).toBeLessThanOrEqual(50_000);
		expect(new Set(addresses.flat())).toEqual(new Set(entries.map(({ url }) => url)));
	});

	test('addresses are escaped, and every file is XML', () => {
		const url = `${root}a?b=1&c='<"é">`;
		const files = sitemapFiles(root, [{ group: 'pages', url, modified: null }]);
		for (const { text } of files) expect(XMLValidator.validate(text)).toBe(true);
		expect(parser.parse(files[1]?.text ?? '')).toMatchObject({ urlset: { url: [{ loc: url }] } });
	});

	test('the order of entries does not matter', () => {
		const entries = ['c', 'a', 'b'].map((path, nth) => entry(nth === 1 ? 'topics' : 'pages', path));
		expect(sitemapFiles(root, [...entries].reverse())).toEqual(sitemapFiles(root, entries));
	});

	test('a site without pages to find has an index that is empty', () => {
		const files = sitemapFiles(root, []);
		expect(files.map(({ name }) => name)).toEqual(['sitemap.xml']);
		expect(XMLValidator.validate(files[0]?.text ?? '')).toBe(true);
	});
});

test('robots may read everything, and are told of the sitemap where there is one', () => {
	expect(robotsText(null)).toBe('User-agent: *\nAllow: /\n');
	expect(robotsText(`${root}sitemap.xml`)).toBe(
		'User-agent: *\nAllow: /\n\nSitemap: https://example.org/base/sitemap.xml\n',
	);
});
