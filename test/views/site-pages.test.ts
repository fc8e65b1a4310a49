import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DaybookError, formatError } from '../../src/errors.ts';
import { paperIdSchema, slugSchema } from '../../src/records/paper.ts';
import { sitePages } from '../../src/views/site-pages.ts';
import { paramsOf, staticPaths } from '../../src/views/static-paths.ts';
import { archiveOf, paperOf, papersOn } from './archive-of.ts';

const dates = fc.option(
	fc.oneof(
		fc.constantFrom('2023', '2024-02', '2024-11-30'),
		fc
			.date({ min: new Date('2020-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10)),
	),
);
const archives = fc.array(dates, { maxLength: 260 }).map((each) =>
	archiveOf(papersOn(each, { topics: ['rag'], organization: { slug: 'a', name: 'A' } }), {
		topics: [{ slug: 'rag', name: 'RAG' }],
	}),
);
const pathsOf = (...parameters: Parameters<typeof sitePages>) => sitePages(...parameters).map(({ path }) => path);

test('pages of a small archive', () => {
	const papers = [
		paperOf({ published: '2025-11-24', aliases: ['an-older-title'], topics: ['rag'] }),
		paperOf({
			id: 'arxiv:2501.00002',
			slug: 'another',
			published: '2024',
			organization: { slug: 'Google_AI', name: 'Google' },
		}),
		paperOf({ id: 'arxiv:2501.00003', slug: 'undated' }),
	];
	const shared = [
		{ slug: slugSchema.parse('both'), ids: [1, 2].map((n) => paperIdSchema.parse(`arxiv:2501.0000${n}`)) },
	];
	const source = archiveOf(papers, {
		topics: [{ slug: 'rag', name: 'RAG' }],
		listings: [{ file: 'a.txt' }, { file: 'copy-of-a.txt' }, { file: 'locked.txt', sha256: null }],
		shared,
	});
	expect(pathsOf(source)).toMatchInlineSnapshot(`
		[
		  "/",
		  "/404.html",
		  "/about/",
		  "/methods/",
		  "/data/",
		  "/search/",
		  "/papers/",
		  "/papers/by-period.csv",
		  "/topics/",
		  "/topics/shares.csv",
		  "/trends/",
		  "/organizations/",
		  "/listings/",
		  "/papers/undated/",
		  "/papers/another/",
		  "/papers/a-paper/",
		  "/papers/an-older-title/",
		  "/papers/both/",
		  "/undated/",
		  "/2024/",
		  "/2024/papers/",
		  "/2025/",
		  "/2025/papers/",
		  "/2025/w48/",
		  "/2025/11/",
		  "/2025/11/papers/",
		  "/2025/11/24/",
		  "/topics/rag/",
		  "/topics/rag/trend.csv",
		  "/topics/unsorted/",
		  "/trends/terms-periods.js",
		  "/trends/terms-0.js",
		  "/organizations/google-ai/",
		  "/listings/conflicts/",
		  "/listings/abababababab/",
		]
	`);
});

test('every prefix of an address is a page', () => {
	fc.assert(
		fc.property(archives, (source) => {
			const paths = new Set<string>(pathsOf(source));
			for (const path of paths) {
				const above = path.replace(/[^/]+\/?$/, '');
				expect(paths, `${above} above ${path}`).toContain(above || '/');
			}
		}),
		{ numRuns: 30 },
	);
});

test('a week has its year, also where no paper is dated in it', () => {
	const paths = pathsOf(archiveOf(papersOn(['2025-12-29'])));
	expect(paths).toEqual(expect.arrayContaining(['/2025/', '/2025/papers/', '/2026/', '/2026/w01/']));
	expect(paths).not.toContain('/2026/papers/');
});

test('papers that are added take no address away', () => {
	fc.assert(
		fc.property(fc.array(dates, { maxLength: 200 }), fc.array(dates, { maxLength: 60 }), (first, added) => {
			const after = new Set(pathsOf(archiveOf(papersOn([...first, ...added]))));
			for (const path of pathsOf(archiveOf(papersOn(first)))) expect(after).toContain(path);
		}),
		{ numRuns: 30 },
	);
});

test('the routes are the files of src/pages', () => {
	const files = globSync('**/*.{astro,ts}', { cwd: resolve('src/pages') });
	const papers = (count: number, date: string, title: string, from: number) =>
		papersOn(
			Array.from({ length: count }, () => date),
			{ title, topics: ['rag'], organization: { slug: 'a', name: 'A' } },
		).map((paper, nth) => ({
			...paper,
			id: paperIdSchema.parse(`arxiv:2502.${String(from + nth).padStart(5, '0')}`),
			slug: slugSchema.parse(`paper-${from + nth}`),
		}));
	const many = archiveOf(
		[...papers(60, '2024-11-28', 'Baking bread', 0), ...papers(120, '2025-11-24', 'Boiling tea', 60)],
		{ topics: [{ slug: 'rag', name: 'RAG' }] },
	);
	const routes = new Set(sitePages(many).map(({ route }) => route));
	expect([...routes].sort()).toEqual(
		files.map((file) => file.replaceAll('\\', '/').replace(/\.(astro|ts)$/, '')).sort(),
	);
});

test('two pages at one address are refused', () => {
	const source = archiveOf([
		paperOf({ slug: 'same' }),
		paperOf({ id: 'arxiv:2501.00002', slug: 'other', aliases: ['same'] }),
	]);
	const error = thrown(() => sitePages(source));
	expect(error).toBeInstanceOf(DaybookError);
	expect(error instanceof DaybookError && formatError(error)).toMatchInlineSnapshot(`
		"error site/one-address
		  Two pages would stand at /papers/same/: papers/[slug] paper arxiv:2501.00001 and papers/[slug] alias arxiv:2501.00002.
		  Try: look up both in content/archive/index.jsonl, and report this together with the listings"
	`);
});

test.each([
	['papers/[slug]', '/papers/a-paper/', { slug: 'a-paper' }],
	['[year]/[month]/papers/[...part]', '/2025/11/papers/', { year: '2025', month: '11', part: undefined }],
	['[year]/[month]/papers/[...part]', '/2025/11/papers/2/', { year: '2025', month: '11', part: '2' }],
	['[year]/w[week]/[...part]', '/2025/w48/', { year: '2025', week: '48', part: undefined }],
	['[year]/w[week]/[...part]', '/2025/w48/2/', { year: '2025', week: '48', part: '2' }],
	['topics/[slug]/trend.csv', '/topics/rag/trend.csv', { slug: 'rag' }],
	['organizations/[slug]/[...part]', '/organizations/google/1/', { slug: 'google', part: '1' }],
	['about/index', '/about/', {}],
] as const)('the parameters of %s in %s', (route, path, params) => {
	expect(paramsOf({ route, path })).toEqual(params);
});

test('each route gets its own pages, with the key of each', () => {
	const source = archiveOf([paperOf({ aliases: ['old'] })]);
	expect(staticPaths(source, 'papers/[slug]')).toEqual([
		{ params: { slug: 'a-paper' }, props: { key: { show: 'paper', id: 'arxiv:2501.00001' } } },
		{ params: { slug: 'old' }, props: { key: { show: 'alias', id: 'arxiv:2501.00001' } } },
	]);
});

function thrown(act: () => unknown): unknown {
	try {
		act();
	} catch (error) {
		return error;
	}
	return null;
}
