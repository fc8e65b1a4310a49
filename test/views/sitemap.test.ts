import { expect, test } from 'vitest';
import { capturedSchema } from '../../src/records/dates.ts';
import { paperIdSchema, slugSchema } from '../../src/records/paper.ts';
import { newestCapture, sitemapEntries } from '../../src/views/sitemap.ts';
import { archiveOf, paperOf, papersOn } from './archive-of.ts';

const root = 'https://example.org/base/';

const papers = [
	paperOf({ published: '2025-11-24', aliases: ['an-older-title'], topics: ['rag'] }),
	paperOf({ id: 'arxiv:2501.00002', slug: 'another', published: '2024', topics: ['rag'] }),
	paperOf({ id: 'arxiv:2501.00003', slug: 'undated' }),
];
const source = archiveOf(papers, {
	topics: [{ slug: 'rag', name: 'RAG' }],
	listings: [{ captured: '2025-11-26' }],
	shared: [{ slug: slugSchema.parse('both'), ids: [1, 2].map((n) => paperIdSchema.parse(`arxiv:2501.0000${n}`)) }],
});
const modified = new Map([
	[paperIdSchema.parse('arxiv:2501.00001'), '2025-11-25'],
	[paperIdSchema.parse('arxiv:2501.00002'), '2025-11-23T08:00:00Z'],
]);

test('each page that may be found has its absolute address, its group and when it changed', () => {
	const entries = sitemapEntries(source, root, modified);
	const shown = entries.map(({ group, url, modified }) => [url.replace(root, '/'), group, modified].join(' '));
	expect(shown).toEqual(
		expect.arrayContaining([
			'/ pages 2025-11-26',
			'/about/ pages ',
			'/papers/a-paper/ papers-2025 2025-11-25',
			'/papers/another/ papers-2024 2025-11-23T08:00:00Z',
			'/papers/undated/ papers-undated ',
			'/2025/ dates-2025 2025-11-25',
			'/2025/11/24/ dates-2025 2025-11-25',
			'/2024/ dates-2024 2025-11-23T08:00:00Z',
			'/topics/rag/ topics 2025-11-25',
			'/listings/abababababab/ listings 2025-11-26',
		]),
	);
});

test('other addresses, shared ones, the page for what is missing and data are not in it', () => {
	const urls = sitemapEntries(source, root, modified).map(({ url }) => url);
	expect(urls.filter((url) => /an-older-title|both|404|csv/.test(url))).toEqual([]);
});

test('the parts of a list have the dates of their own papers', () => {
	const many = papersOn(Array.from({ length: 120 }, () => '2025-11-24'));
	const old = new Map(many.map(({ id }, nth) => [id, nth < 50 ? '2025-11-24' : '2025-11-30']));
	const entries = sitemapEntries(archiveOf(many), root, old);
	const dateOf = (path: string) => entries.find(({ url }) => url === root + path)?.modified;
	expect([dateOf('2025/11/24/1/'), dateOf('2025/11/24/')]).toEqual(['2025-11-24', '2025-11-30']);
});

test.each<[(string | null)[], string | null]>([
	[[], null],
	[[null], null],
	[[null, '2025-11-24'], '2025-11-24'],
	[['2025-11-24', '2025-11-24T08:30:12.5+01:00'], '2025-11-24T07:30:12Z'],
	[['2025-11-25', '2025-11-25T01:00+02:00'], '2025-11-25'],
])('of captures %j the newest is %s', (captures, expected) => {
	const parsed = captures.map((captured) => ({ captured: captured === null ? null : capturedSchema.parse(captured) }));
	expect(newestCapture(parsed)).toBe(expected);
});
