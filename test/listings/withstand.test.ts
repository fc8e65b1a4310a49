import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readListing } from '../../src/listings/read.ts';

/** What a source may send to keep an archive from being made: read or refused, never a stack that overflows. */
function read(content: string | Uint8Array) {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return readListing({ file: 'x', bytes, sidecar: null });
}

/** The problems of a listing that could be read, or of one that could not. */
function problemsOf(content: string | Uint8Array): string[] {
	const listing = read(content);
	return 'problem' in listing ? [listing.problem.code] : listing.problems.map(({ code }) => code);
}

const levels = 100_000;
const [openLists, lists] = ['['.repeat(levels), '['.repeat(levels) + ']'.repeat(levels)];
const feed = (entry: string, doctype = '') =>
	`<?xml version="1.0"?>${doctype}<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>` +
	`<entry><id>http://arxiv.org/abs/2501.00001v1</id>${entry}<published>2025-01-01T00:00:00Z</published></entry></feed>`;
const page = (body: string) => `<!DOCTYPE html><title>Daily Papers - Hugging Face</title><body>${body}`;

describe('of 100,000 levels', () => {
	test.each([
		['lists', openLists, 'listing/unknown-dialect'],
		['lists that end', lists, 'listing/unknown-dialect'],
		['objects', `[${'{"paper":'.repeat(levels)}1${'}'.repeat(levels)}]`, 'item/refused'],
		['elements of a feed', feed(`<title>${'<b>'.repeat(levels)}x${'</b>'.repeat(levels)}</title>`), 'item/refused'],
		['elements of a feed that do not end', feed('<b>'.repeat(levels)), 'item/refused'],
		['elements of a page', page('<div>'.repeat(levels)), 'listing/unknown-dialect'],
		[
			'cards of a page',
			page(`${'<article>'.repeat(levels)}<a href="/papers/2501.00001">A knot</a>`),
			'listing/no-capture-date',
		],
		['braces of BibTeX', `@article{a, title = {${'{'.repeat(levels)}x${'}'.repeat(levels)}}}`, 'item/refused'],
		['braces of BibTeX that do not end', `@article{a, title = {${'{'.repeat(levels)}`, 'item/refused'],
		['CSL-JSON', `[{"id":"a","type":"article","title":"A knot","author":${lists}}]`, 'listing/unknown-dialect'],
		['quotations', `> `.repeat(levels), 'listing/unknown-dialect'],
		['front matter', `---\na: ${openLists}\n---\n# A knot\n`, 'listing/unknown-dialect'],
	])('%s are read or refused', (_, content, code) => {
		expect(problemsOf(content)).toContain(code);
	});

	test('a field costs only itself', () => {
		const listing = read(`[{"paper":{"id":"2501.00001","title":"A knot","x":${lists}}}]`);
		expect(listing).toMatchObject({ entries: [{ title: 'A knot' }] });
	});
});

test('entities of XML are not unfolded, and files not fetched', () => {
	const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
	const doctype = `<!DOCTYPE feed [<!ENTITY l0 "ha">${laughs}<!ENTITY secret SYSTEM "file:///etc/passwd">]>`;
	const listing = read(feed('<title>A knot &l9; &secret;</title>', doctype));
	expect(listing).toMatchObject({ entries: [{ title: 'A knot &l9; &secret;' }] });
});

test('what is packed twice, or unpacks to more than a listing can be, is refused', () => {
	expect(problemsOf(gzipSync(gzipSync('Knots')))).toEqual(['listing/not-utf8']);
	const megabyte = gzipSync(new Uint8Array(1_000_000));
	expect(problemsOf(Buffer.concat(Array.from({ length: 500 }, () => megabyte)))).toEqual(['listing/too-large']);
});

test.each([
	[
		'JSON',
		'[{"paper":{"id":"2501.00001","title":"A knot","__proto__":{"upvotes":7,"planted":1},"constructor":{"prototype":{"planted":1}}},"__proto__":{"title":"x"}}]',
	],
	[
		'JSON that is all prototype',
		'[{"__proto__":{"paper":{"id":"2501.00001","title":"A knot"}}},{"paper":{"id":"2501.00001","title":"A knot"}}]',
	],
	[
		'CSL-JSON',
		'[{"id":"a","type":"article-journal","title":"A knot","issued":{"date-parts":[[2025,1,2]]},"__proto__":{"DOI":"10.1/planted"},"author":[{"__proto__":{"family":"x"},"family":"Ada"}]}]',
	],
	['BibTeX', '@article{__proto__, title = {A knot}, __proto__ = {planted}, constructor = {planted}, author = {Ada}}'],
	['RIS', 'TY  - JOUR\nTI  - A knot\nAU  - Ada\nKW  - __proto__\nER  - \n'],
])('names that objects have are nothing in %s', (_, content) => {
	const listing = read(content);
	if ('problem' in listing) throw new Error(listing.problem.code);
	expect(listing.entries).toMatchObject([{ title: 'A knot', upvotes: null, doi: null }]);
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect({}).not.toHaveProperty('planted');
});
