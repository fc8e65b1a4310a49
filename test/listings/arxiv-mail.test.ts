import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arxivMail } from '../../src/listings/dialects/arxiv-mail.ts';
import { countLines } from '../../src/listings/line-account.ts';

const mail = readFileSync(join(import.meta.dirname, '../fixtures/dialects/arxiv-mail/day.txt'), 'utf8');
const read = (content: string) => arxivMail.read(content, { captured: null, columns: null });
const codes = (content: string) => read(content).problems.map(({ code }) => code);

test('a mail gives the papers of its blocks', () => {
	const { entries, problems } = read(mail);
	expect(entries).toMatchObject([
		{
			title: 'Lanterns at the Harbour: A Survey of What Lights the Way Home for Boats of All Kinds',
			abstract:
				'We study how lanterns light a harbour at night, and give \\\\ a method that finds the dimmest of them. It needs no boat. The method is quick.',
			published: '2026-01-04',
			arxivId: '2601.01001',
			version: 2,
			doi: '10.1234/j.harbour.2026.7',
			venue: 'Journal of Harbours, Volume 12, 2026, ISSN 1234-5678',
			withdrawn: null,
		},
		{
			published: '2026-01-05',
			withdrawn: { date: null, reason: 'This manuscript was withdrawn, for the knots slipped.' },
		},
		{ arxivId: '2512.01003', published: '2025-12-31' },
		{ arxivId: 'cs/0503050', abstract: null, published: null },
	]);
	expect(entries[0]?.authors.map(({ name }) => name)).toEqual([
		"Ana Bell\\'an",
		'J\\"orn Dahl',
		'Carl Dunn, Jr.',
		'Eve Fox',
	]);
	expect(problems).toEqual([]);
});

test('accounts for every line', () => {
	const { accounting } = read(mail);
	const counts = 'kinds' in accounting ? countLines(accounting.kinds) : null;
	expect(counts).toEqual({ total: 76, blank: 7, chrome: 30, title: 5, abstract: 6, meta: 28, unread: 0 });
	const odd = mail.replace('Computers and Harbours', 'A line (of 3 boats) that nobody knows');
	expect(codes(odd)).toEqual(['line/unread']);
});

test.each([
	['in an abstract', 'and give\n', ['entry/abstract-cut'], 1],
	['among the fields', 'Eve Fox\n', ['line/unread', 'listing/cut-off'], 0],
	['between two papers', '312kb)\n', [], 1],
])('a mail that ends %s', (_, end, problems, entries) => {
	const cut = mail.slice(0, mail.indexOf(end) + end.length);
	expect(read(cut).entries.length).toBe(entries);
	expect([...new Set(codes(cut))].sort()).toEqual(problems);
	expect(read(cut).entries[0]?.abstractCut ?? null).toBe(end.startsWith('and') ? true : null);
});

test.each([
	['its id', 'arXiv:2601.01001\n', [], '2601.01001'],
	['its title', /Title: Lanterns.*\n.*\n/, ['entry/bad-field'], '2601.01001'],
	['the line that closes it', /\\\\ \( https:\/\/arxiv\.org\/abs\/2601\.01001.*\n/, [], '2601.01001'],
	['its date', 'Date: Sun, 4 Jan 2026 21:49:53 GMT   (312kb,D)\n', [], '2601.01001'],
])('a paper without %s is read as far as it goes', (_, missing, problems, arxivId) => {
	const content = mail.replace(missing, '');
	expect(content).not.toBe(mail);
	const { entries } = read(content);
	expect(entries.length).toBe(4);
	expect(entries[0]?.arxivId).toBe(arxivId);
	expect(codes(content)).toEqual(problems);
	const others = (each: typeof entries) => each.slice(1).map((entry) => ({ ...entry, at: null }));
	expect(others(entries)).toEqual(others(read(mail).entries));
});

test('a mail of no papers is one', () => {
	const empty = mail.slice(0, mail.indexOf('\\\\'));
	expect(arxivMail.recognises(empty)).toBe(true);
	expect(read(empty)).toMatchObject({ entries: [], problems: [], day: '2026-01-05' });
});
