import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptsTogether, scriptOf } from '../../src/bundle/client/places.ts';
import { planned } from '../../src/bundle/plan.ts';

const site = {
	folder: '/site',
	search: '/site/pagefind',
	base: '/',
	origin: null,
	copy: { papers: 900, captured: null, live: null, part: null },
};

describe('a bundle', () => {
	const files = [
		...['index.html', '404.html', 'robots.txt', '.nojekyll', 'sitemap.xml', 'sitemaps/papers.xml', 'cards/site.png'],
		...['manifest.webmanifest', 'settings.js', '_astro/Base.x.css', '_astro/page.x.js', 'data/x.csv', 'papers/x/x.bib'],
		...['pagefind/open.js', 'pagefind/search.js'],
	];
	const searchFiles = [
		...['open.js', 'search.js', 'segments.json', 'wasm.en.pagefind', 'titles/0.json', '2025-x/pagefind.en_x.pf_meta'],
		...['2025-x/fragment/0.pf_fragment', '2025-x/fragment/2.pf_fragment', '2025-x/fragment/3.pf_fragment'],
	];
	const plan = planned({ ...site, files }, searchFiles, () => true);

	test('has the files of the site but those for servers, and the index in scripts', () => {
		expect(plan.items.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
			'style _astro/Base.x.css',
			'same data/x.csv',
			'page index.html',
			'search-script pagefind/2025-x/fragment/0.js',
			'search-script pagefind/2025-x/fragment/1.js',
			'search-script pagefind/2025-x/pagefind.en_x.pf_meta.js',
			'search-file pagefind/search.js',
			'search-file pagefind/segments.json',
			'search-script pagefind/titles/0.json.js',
			'search-script pagefind/wasm.en.pagefind.js',
			'same papers/x/x.bib',
			'same settings.js',
		]);
	});

	test('is ordered in the same way whatever order its files are found in', () => {
		expect(planned({ ...site, files: files.toReversed() }, searchFiles, () => true).items).toEqual(plan.items);
	});

	test('has a place for every file of the index', () => {
		const held = plan.items.flatMap((item) =>
			item.kind === 'search-script' ? item.files : item.kind === 'search-file' ? [item.file] : [],
		);
		expect([...held, 'open.js'].sort()).toEqual(searchFiles.toSorted());
	});
});

describe('excerpts', () => {
	test.each([
		[1, 1],
		[383, 2],
		[5000, 7],
		[100_000, 32],
	])('of %d papers go together by %d', (papers, together) => {
		expect(excerptsTogether(papers)).toBe(together);
	});

	test('stand in the script of their number', () => {
		fc.assert(
			fc.property(fc.nat(200_000), fc.integer({ min: 1, max: 50 }), (number, together) => {
				const script = scriptOf(`2025-x/fragment/${number}.pf_fragment`, together);
				expect(script).toBe(`2025-x/fragment/${Math.floor(number / together)}.js`);
			}),
		);
	});
});
