import { expect, test } from 'vitest';
import { csvColumns } from '../../src/exports/papers-csv.ts';
import { dataView } from '../../src/views/data.ts';
import { archiveOf, paperOf, papersOn } from './archive-of.ts';

test('files stand by year, the newest first and those without a date last', () => {
	const view = dataView(archiveOf(papersOn([null, '2024', '2025-10-02', '2025-11-24', '2025-11-25'])));
	expect(
		view.years.map(({ name, papers, table, shards }) => [name, papers, table.path, ...shards.map(({ path }) => path)]),
	).toEqual([
		['2025', '3', '/data/csv/2025.csv', '/data/papers/2025-10.jsonl.gz', '/data/papers/2025-11.jsonl.gz'],
		['2024', '1', '/data/csv/2024.csv', '/data/papers/2024.jsonl.gz'],
		['No date', '1', '/data/csv/undated.csv', '/data/papers/undated.jsonl.gz'],
	]);
	expect(view.years.flatMap(({ shards }) => shards.map(({ name, label }) => `${name}: ${label}`))).toEqual([
		'Oct: October 2025, as JSON Lines',
		'Nov: November 2025, as JSON Lines',
		'Papers: Papers 2024, as JSON Lines',
		'Papers: Papers without a date, as JSON Lines',
	]);
});

test('a month of more than 2,000 papers goes on in further files', () => {
	const view = dataView(archiveOf(papersOn(Array.from({ length: 2001 }, () => '2025-11-24'))));
	expect(view.years[0]?.shards.map(({ name, label, path }) => [name, label, path])).toEqual([
		['Nov', 'November 2025, as JSON Lines', '/data/papers/2025-11.jsonl.gz'],
		['Nov 2', 'November 2025 part 2, as JSON Lines', '/data/papers/2025-11-2.jsonl.gz'],
	]);
	expect(view.years[0]?.papers).toBe('2\u202F001');
});

test('the example is the newest paper as it is published, cut short', () => {
	const abstract = 'word '.repeat(100).trim();
	const authors = ['Ada', 'Emmy', 'Grace'].map((name) => ({ name, url: null }));
	const { example, instructions } = dataView(archiveOf([paperOf({ published: '2025-11-24', abstract, authors })]));
	const shown = JSON.parse(example ?? '');
	expect(shown).toMatchObject({ title: 'A paper', authors: authors.slice(0, 2), doi: null });
	expect(shown).not.toHaveProperty('titleHtml');
	expect(shown.abstract.length).toBeLessThan(130);
	expect(instructions[0]?.code).toContain('2025-11.jsonl.gz');
});

test('an empty archive has no files and no example', () => {
	expect(dataView(archiveOf([]))).toMatchObject({ years: [], example: null });
});

test('every column of the tables is named once', () => {
	const { sameColumns, columns } = dataView(archiveOf([]));
	expect([...sameColumns, ...columns.map(({ name }) => name)].sort()).toEqual(Object.keys(csvColumns).sort());
});

test('code in the words of a key is told from the words', () => {
	const published = dataView(archiveOf([])).fields.find(({ name }) => name === 'publishedYear');
	expect(published?.words[0]).toEqual({ text: 'explicit', code: true });
});
