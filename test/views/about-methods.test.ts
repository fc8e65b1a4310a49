import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { aboutView } from '../../src/views/about.ts';
import { methodsView } from '../../src/views/methods.ts';
import { archiveOf, paperOf } from './archive-of.ts';

const prose = resolve(import.meta.dirname, '../../content/pages');

test('each method has its prose, and each prose its method', () => {
	const files = readdirSync(prose).flatMap((name) => /^methods-(.+)\.md$/.exec(name)?.[1] ?? []);
	const ids = methodsView(archiveOf([paperOf()])).map(({ id }) => id);
	expect([...ids].sort()).toEqual(files.sort());
});

test('prose leads to pages by addresses that hold below any base', () => {
	for (const file of readdirSync(prose)) {
		const links = [...readFileSync(resolve(prose, file), 'utf8').matchAll(/\]\(([^)]*)\)/g)].map(([, to]) => to);
		for (const link of links) expect(link, file).toMatch(/^(\.\.\/|#)/);
	}
});

const papers = [
	paperOf({ published: '2025-11-24', publishedYear: 'inferred', abstract: 'Words.', aliases: ['old'], authorCount: 3 }),
	paperOf({ id: 'arxiv:2501.00002', slug: 'b', published: '2024', authors: [{ name: 'Ada', url: null }] }),
	paperOf({
		id: 'arxiv:2501.00003',
		slug: 'c',
		links: [
			{ url: 'https://example.org/a', kind: 'code' },
			{ url: 'https://example.org/b', kind: 'code' },
		],
	}),
];

test('methods tell what their rules make of this archive', () => {
	const numbers = Object.fromEntries(methodsView(archiveOf(papers)).map((section) => [section.id, section.numbers]));
	expect(numbers).toMatchObject({
		listings: ['1 listing, 3 entries', 'no problems found while reading'],
		dates: ['2 of 3 papers dated', '1 to the day', 'year inferred of 1', '1 undated'],
		addresses: ['1 more address leads to papers'],
		momentum: ['upvotes known at two times of 0 papers'],
		trends: ['counts by year', '1 paper without such a date'],
		calendar: [expect.stringMatching(/^the steps: 1, 2, 3, and more/)],
	});
});

test('the page about the archive counts what is known of its papers', () => {
	const { holdings, known, sources, citation } = aboutView(archiveOf(papers));
	expect(holdings[0]).toBe('3 papers, from 2024 to 2025; 1 of them have no date.');
	const counts = Object.fromEntries(known.map(({ name, papers: count, share }) => [name, [count, share]]));
	expect(counts).toMatchObject({
		'an abstract': ['1', '33%'],
		'a date': ['2', '67%'],
		'a date to the day': ['1', '33%'],
		'the names of authors': ['1', '33%'],
		'authors, or how many they are': ['2', '67%'],
		'an address of code': ['1', '33%'],
		'a DOI': ['0', '0%'],
	});
	expect(sources).toEqual([{ name: 'not stated', listings: '1', entries: '3', rights: [] }]);
	expect(citation).toBe('Daybook. 3 papers from 1 captured listing.');
});

test('an archive without papers has no shares of nothing', () => {
	expect(aboutView(archiveOf([])).known).toEqual([]);
	expect(methodsView(archiveOf([])).find(({ id }) => id === 'calendar')?.numbers).toEqual([]);
});
