import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressInCopy } from '../../src/bundle/copy-addresses.ts';
import type { Use } from '../../src/bundle/element-addresses.ts';
import { siteOf, targetOf } from '../../src/bundle/site.ts';

const files = ['index.html', 'a/index.html', 'a/b c/index.html', "x/#1 100%?&'.css", 'x/é.csv', 'left/index.html'];
const site = siteOf('/base/', 'https://daybook.example', files);
const inCopy = new Set(files.filter((path) => path !== 'left/index.html'));

const inCopyOf = (address: string, use: Use = 'link', page = 'a/index.html') =>
	addressInCopy(address, use, page, site, inCopy);

describe('an address in a copy', () => {
	test.each([
		['/base/', '../index.html'],
		['/base/a/', 'index.html'],
		['/base/a/b%20c/?q=1#x', 'b%20c/index.html?q=1#x'],
		['https://daybook.example/base/x/%C3%A9.csv', '../x/%C3%A9.csv'],
		['/base/left/#x', 'https://daybook.example/base/left/#x'],
		['https://other.example/', null],
		['//other.example/x', 'https://other.example/x'],
		['#x', null],
		['mailto:x@example.org', null],
	])('%s is %s', (address, expected) => {
		expect(inCopyOf(address)).toBe(expected);
	});

	test.each<[string, Use, string]>([
		['/base/gone/', 'link', 'bundle/missing-target'],
		['/elsewhere/', 'link', 'bundle/missing-target'],
		['https://other.example/x.png', 'part', 'bundle/foreign-part'],
		['/base/left/', 'part', 'bundle/left-out'],
	])('%s as a %s is refused', (address, use, code) => {
		expect(() => inCopyOf(address, use)).toThrow(expect.objectContaining({ code }));
	});

	test('what is left out needs the address of the live site', () => {
		const unpublished = siteOf('/base/', null, files);
		expect(() => addressInCopy('/base/left/', 'link', 'index.html', unpublished, inCopy)).toThrow(
			expect.objectContaining({ code: 'bundle/left-out' }),
		);
	});

	test('leads to the same file as before, wherever the copy is put', () => {
		const rest = fc.constantFrom('', '?q=x%20y', '#part', '?a&b#c', '?', '#');
		const kept = fc.constantFrom(...inCopy);
		const written = (path: string, page: string) => {
			const encoded = path.split('/').map(encodeURIComponent).join('/');
			const up = '../'.repeat(page.split('/').length - 1);
			const absolute = [`/base/${encoded}`, `https://daybook.example/base/${encoded}`, `${up}${encoded}`];
			return absolute.flatMap((address) => [address, address.replace(/index\.html$/, '')]);
		};
		fc.assert(
			fc.property(kept, kept, fc.nat({ max: 5 }), rest, (page, path, form, after) => {
				const address = (written(path, page)[form] || './') + after;
				const before = targetOf(address, page, site);
				fc.pre(before.kind === 'file');
				const place = 'file:///home/My%20P%C3%A2pers%20%231/';
				const here = new URL(page.split('/').map(encodeURIComponent).join('/'), place);
				const there = new URL(inCopyOf(address, 'link', page) ?? '', here);
				const expected = before.kind === 'file' ? before.path.split('/').map(encodeURIComponent).join('/') : '';
				expect(there.href).toBe(new URL(expected + after, place).href);
			}),
		);
	});
});
