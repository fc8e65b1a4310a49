import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/listings/dialect.ts';
import { bibtex } from '../../src/listings/dialects/bibtex.ts';
import { plainTex } from '../../src/listings/tex-text.ts';
import type { Entry } from '../../src/records/listing.ts';
import { requireShared } from '../shared-material.ts';

const harbour = readFileSync(join(import.meta.dirname, '../fixtures/dialects/bibtex/harbour.bib'), 'utf8');

function read(content: string): Reading {
	return bibtex.read(content, { captured: null, columns: null });
}

function titles({ entries }: Reading): string[] {
	return entries.map(({ title }) => title);
}

function names(entry: Entry | undefined): string[] {
	return entry?.authors.map(({ name }) => name) ?? [];
}

function codes({ problems }: Reading): unknown[] {
	return problems.map(({ code, at }) => [code, at]);
}

const lanterns = 'Lanterns at the Harbour: A Survey';
const knots = 'Knots That Hold in the Rain';
const gulls = 'Why Gulls Follow Ploughs and Boats Alike';

describe('BibTeX', () => {
	test('gives every entry, whatever its type', () => {
		const reading = read(harbour);
		expect(reading.problems).toEqual([]);
		expect(reading.accounting).toEqual({ items: { total: 5, read: 5, refused: 0 } });
		expect(titles(reading)).toEqual([
			lanterns,
			knots,
			gulls,
			'Mending Nets by Hand (and by Machine)',
			'Proceedings of the Third Workshop on Rope',
		]);
		const [first, second, third, fourth, fifth] = reading.entries;
		expect(first).toMatchObject({
			position: 1,
			at: [4, 15],
			abstract:
				'We study how lanterns light a harbour at night. The dimmest of $n_{1}$ lanterns is found in $O(\\log n)$ steps, 85% faster.',
			authorCount: 3,
			published: '2024-11',
			publishedYear: 'explicit',
			doi: '10.5555/lights.2024_7',
			venue: 'Journal of Small Lights',
			language: 'en',
			links: [{ url: 'https://example.org/lanterns', kind: 'paper' }],
		});
		expect(names(first)).toEqual(['Ann Bell', 'Carl van der Berg', 'The Rope Works']);
		expect(names(second)).toEqual(['Émile Gödel', 'Dora Knuth Jr.']);
		expect(second).toMatchObject({ authorCount: null, published: '2023-05-05', arxivId: '2301.00002', version: 3 });
		expect(second).toMatchObject({ venue: 'Proceedings of the Third Workshop on Rope – Part II', links: [] });
		expect(third).toMatchObject({ published: '2022-03', doi: null });
		expect(third?.links).toEqual([{ url: 'https://example.org/gulls~2', kind: 'paper' }]);
		expect(names(fourth)).toEqual(['Łucja M. Ørsted']);
		expect(fifth).toMatchObject({ authorCount: null, authors: [], venue: null });
	});

	const good = '@misc{good, title = {A Good One}, year = 2020}';
	test.each([
		['an open brace', '@misc{bad, title = {A {Bad} One, year = 2020}'],
		['an open brace on its line', 'x = 1 @misc{bad, title = {{Bad}, year = 2020}'],
		['an open quote', '@misc{bad, title = "A Bad One, year = 2020}'],
		['an open bracket', '@misc(bad, title = {A Bad One}, year = 2020'],
		['no comma between fields', '@misc{bad, title = {A Bad One}\n year = 2020}'],
		['no value', '@misc{bad, title = , year = 2020}'],
		['no title', '@misc{bad, year = 2020}'],
		['an empty title', '@misc{bad, title = { {} }, year = 2020}'],
		['no field', '@misc{bad}'],
		['no brace', '@misc bad,\n title = {A Bad One},\n}'],
		['no @', 'misc{bad,\n title = {A Bad One},\n}'],
		['braces beyond all sense', `@misc{bad, title = ${'{'.repeat(500)}Bad${'}'.repeat(500)}}`],
	])('refuses an entry with %s, and reads the others', (_, bad) => {
		const reading = read(`${good}\n\n${bad}\n\n${good}\n`);
		expect(titles(reading)).toEqual(['A Good One', 'A Good One']);
		const lines = bad.split('\n').length;
		expect(codes(reading)).toEqual([['item/refused', [3, 2 + lines]]]);
		expect(reading.accounting).toEqual({ items: { total: 3, read: 2, refused: 1 } });
	});

	test('keeps an entry that ends too soon, and says what was left over', () => {
		const reading = read(`@misc{k, title = {Knots}}, year = {2020}\n}\n${good}`);
		expect(titles(reading)).toEqual(['Knots', 'A Good One']);
		expect(codes(reading)).toEqual([['item/refused', [1, 2]]]);
	});

	test('that ends in the middle of an entry says so', () => {
		const reading = read(`${good}\n@misc{bad, title = {A Ba`);
		expect(titles(reading)).toEqual(['A Good One']);
		expect(codes(reading)).toEqual([
			['item/refused', [2, 2]],
			['listing/cut-off', [2, 2]],
		]);
	});

	test('reads many entries on one line, and one whose text looks like another', () => {
		const inner = '@misc{k, title = {Knots}, note = {as in\n@misc{other, title = {Other}}\n}}';
		expect(titles(read(`${good} ${good},@MISC {x ,title=123}${inner}`))).toEqual([
			'A Good One',
			'A Good One',
			'123',
			'Knots',
		]);
	});

	test('puts macros in', () => {
		const reading = read(
			'@string(jsl = "Journal of " # lights)\n@STRING{lights = {Small Lights}}\n@string{jsl = "J. of " # Lights}\n@string{x = }\n@misc{k, title = {Knots}, journal = JSL, month = MAR, year = 2020}\n@misc{k, title = {Ropes}, journal = nowhere, keywords = nothing}',
		);
		expect(reading.entries).toMatchObject([{ venue: 'J. of Small Lights', published: '2020-03' }, { venue: null }]);
		expect(codes(reading)).toEqual([
			['entry/bad-field', [4, 4]],
			['entry/bad-field', [6, 6]],
		]);
	});

	test.each([
		['year = 2020, month = 7', '2020-07'],
		['year = {2020}, month = {Sept.}', '2020-09'],
		['year = {2020}, month = 3 # "~" # dec', '2020-12-03'],
		['year = {2020}, month = "June 14--18"', '2020'],
		['year = {2020}, month = {May}, day = {4}', '2020-05-04'],
		['year = {2020}, month = {Summer}', '2020'],
		['date = {2020-05}', '2020-05'],
		['date = {2020-05-03/2021-01-01}', null],
		['month = {May}', null],
		['year = {in press}', null],
	])('takes from %s the date %s', (fields, published) => {
		const { entries } = read(`@misc{k, title = {Knots}, ${fields}}`);
		expect(entries).toMatchObject([{ published, publishedYear: published === null ? null : 'explicit' }]);
	});

	test('leaves out names that nothing divides', () => {
		const reading = read('@misc{k, title = {K}, author = {Bell, A., Fox, E., Dunn, C.}}');
		expect(reading.entries).toMatchObject([{ authors: [], authorCount: null }]);
		expect(codes(reading)).toEqual([['entry/bad-field', [1, 1]]]);
	});

	test('notes a date that does not exist, and what is no date or DOI', () => {
		const content =
			'@misc{k, title = {K}, year = 2020, month = feb # " 30"}\n@misc{k, title = {K}, year = {20xx}, doi = {x}}';
		const reading = read(content);
		expect(reading.entries.map(({ published }) => published)).toEqual(['2020-02', null]);
		expect(codes(reading)).toEqual([
			['entry/no-such-date', [1, 1]],
			['entry/bad-field', [2, 2]],
			['entry/bad-field', [2, 2]],
		]);
	});

	test.each([
		['eprint = {2301.00002}', '2301.00002'],
		['eprint = {9901001}, archiveprefix = {arXiv}, primaryclass = {hep-th}', 'hep-th/9901001'],
		['eprint = {2301.00002}, eprinttype = {jstor}', null],
		['url = {https://arxiv.org/pdf/2301.00002v2.pdf}', '2301.00002'],
		['journal = {arXiv preprint arXiv:2301.00002}', '2301.00002'],
		['journal = {CoRR}, volume = {abs/2301.00002}', '2301.00002'],
		['doi = {10.48550/arXiv.2301.00002}', '2301.00002'],
		['note = {A comment on arXiv:2301.00002}', null],
		['pages = {2301.00002}', null],
	])('takes from %s the arXiv id %s', (fields, arxivId) => {
		expect(read(`@misc{k, title = {Knots}, ${fields}}`).entries).toMatchObject([{ arxivId }]);
	});

	test('is not mistaken for others', () => {
		const entry = '@article{k,\n  title = {Knots},\n}';
		expect(bibtex.recognises(`\ufeff% made by hand\n\n@string{a = "b"}\n${entry}`)).toBe(true);
		for (const content of [
			`---\ntitle: x\nbibtex: |\n  ${entry}\n---\n`,
			`<!doctype html>\n<pre>\n${entry}\n</pre>`,
			`# Citing\n\n${entry}\n`,
			`Please cite:\n\n\`\`\`bibtex\n${entry}\n\`\`\`\n`,
			`${'A line of prose.\n'.repeat(20)}${entry}`,
			'Write to me@misc{k, title = {Knots}}',
			'@media (max-width: 3em) { a { color: red } }',
			'',
		]) {
			expect(bibtex.recognises(content)).toBe(false);
		}
	});

	test('captured from a thesis is read whole', (context) => {
		const folder = requireShared(context, 'captures/references');
		const reading = read(readFileSync(join(folder, 'thammegowda_anthology.bib'), 'utf8'));
		// The manifest counts the 230 that begin their lines; three more stand behind a space.
		expect(reading.accounting).toEqual({ items: { total: 233, read: 233, refused: 0 } });
		expect(reading.problems).toEqual([]);
		const { entries } = reading;
		expect(entries[0]).toMatchObject({
			at: [2, 14],
			title: 'Finding the Optimal Vocabulary Size for Neural Machine Translation',
			authorCount: 2,
			published: '2020-11',
			doi: '10.18653/v1/2020.findings-emnlp.352',
		});
		expect(names(entries[0])).toEqual(['Thamme Gowda', 'Jonathan May']);
		const dice = entries.find(({ arxivId }) => arxivId === '1707.03237');
		expect(dice).toMatchObject({ at: [123, 140], venue: 'CoRR', published: '2017', links: [] });
		expect(names(dice)[3]).toBe('Sébastien Ourselin');
		const scipy = entries.filter(({ title }) => title.startsWith('SciPy 1.0'));
		expect(scipy.length).toBe(2);
		expect(names(scipy[0])).toContain('Stéfan J. van der Walt');
		expect(entries.map(({ title }) => title).filter((title) => /[{}\\]/.test(title))).toEqual([]);
		expect(entries.filter(({ at }) => [690, 1725, 3453].includes(Number(at[0]))).length).toBe(3);
	});
});

describe('TeX', () => {
	test.each([
		[
			String.raw`G{\"o}del, Erd\H{o}s, \'Etude, Na\"{\i}ve, {\'\i}, \v{S}koda, {\L}odz, \o re, \c c, St\u{a}nescu`,
			'Gödel, Erdős, Étude, Naïve, í, Škoda, Łodz, øre, ç, Stănescu',
		],
		[
			"{T}he {\\em fast} \\emph{and} \\textbf{bold} {{SciPy} 1.0}: 85\\% \\& {\\LaTeX} ``x''",
			'The fast and bold SciPy 1.0: 85% & LaTeX “x”',
		],
		[String.raw`$\ell_{1}$ for {X} and \$5, a < b, <think>`, String.raw`$\ell_{1}$ for X and \$5, a < b, <think>`],
		[
			String.raw`\foo{a {b}}[x] {c} \alpha-divergence \url{https://a.org/b_c--d~e}`,
			String.raw`\foo{a b}[x] c \alpha-divergence https://a.org/b_c--d~e`,
		],
		['}}{ \\ $ $$ {', '$ $$'],
	])('%s', (tex, text) => {
		expect(plainTex(tex)).toBe(text);
	});
});
