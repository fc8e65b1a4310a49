import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liveAddress, relativeAddress, siteOf, type Target, targetOf } from '../../src/bundle/site.ts';

const files = [
	'index.html',
	'papers/on-bees/index.html',
	'papers/a b/index.html',
	'404.html',
	'data/x.csv',
	'icon.svg',
];
const site = siteOf('/some/base/', 'https://daybook.example', files);
const file = (path: string, rest = ''): Target => ({ kind: 'file', path, rest });
const elsewhere = (url: string): Target => ({ kind: 'elsewhere', url });
const page = 'papers/on-bees/index.html';

describe('what an address leads to', () => {
	test.each<[string, Target]>([
		['/some/base/', file('index.html')],
		['/some/base', file('index.html')],
		['/some/base/papers/on-bees/', file('papers/on-bees/index.html')],
		['/some/base/papers/on-bees', file('papers/on-bees/index.html')],
		['/some/base/papers/on-bees/?q=x&y#part', file('papers/on-bees/index.html', '?q=x&y#part')],
		['/some/base/data/x.csv?', file('data/x.csv', '?')],
		['/some/base/404', file('404.html')],
		['../a%20b/', file('papers/a b/index.html')],
		['../../icon.svg', file('icon.svg')],
		['./', file(page)],
		[' /some/base/icon.svg\n', file('icon.svg')],
		['\\some\\base\\icon.svg', file('icon.svg')],
		['https://daybook.example/some/base/data/x.csv#a', file('data/x.csv', '#a')],
		['HTTPS://DAYBOOK.EXAMPLE:443/some/base/icon.svg', file('icon.svg')],
		['//daybook.example/some/base/icon.svg', file('icon.svg')],
		['https://daybook.example/some/base/gone/', elsewhere('https://daybook.example/some/base/gone/')],
		['https://daybook.example/', elsewhere('https://daybook.example/')],
		['https://daybook.example/some/based/', elsewhere('https://daybook.example/some/based/')],
		['http://daybook.example/some/base/', elsewhere('http://daybook.example/some/base/')],
		['https://user@daybook.example/some/base/', elsewhere('https://user@daybook.example/some/base/')],
		['//other.example/x', elsewhere('https://other.example/x')],
		['/\\other.example/x', elsewhere('https://other.example/x')],
		['/icon.svg', { kind: 'missing' }],
		['/some/base/gone/', { kind: 'missing' }],
		['/some/base/data/', { kind: 'missing' }],
		['/some/base/data', { kind: 'missing' }],
		['/some/base/papers%2fon-bees/', { kind: 'missing' }],
		['/some/base/%ff', { kind: 'missing' }],
		['../../../../../../etc/passwd', { kind: 'missing' }],
		['', { kind: 'own' }],
		['#part', { kind: 'own' }],
		['?q=x', { kind: 'own' }],
		['mailto:someone@example.org', { kind: 'own' }],
		['data:text/plain,x', { kind: 'own' }],
		['javascript:x()', { kind: 'own' }],
		['https://[', { kind: 'own' }],
	])('%j', (address, target) => {
		expect(targetOf(address, page, site)).toEqual(target);
	});

	test('a site that nobody published anywhere has no address that is elsewhere its own', () => {
		const unpublished = siteOf('/', null, files);
		expect(targetOf('https://daybook.example/icon.svg', page, unpublished).kind).toBe('elsewhere');
		expect(targetOf('/icon.svg', page, unpublished)).toEqual(file('icon.svg'));
	});
});

test.each([
	['index.html', 'https://daybook.example/some/base/'],
	[page, 'https://daybook.example/some/base/papers/on-bees/'],
	['data/x y.csv', 'https://daybook.example/some/base/data/x%20y.csv'],
])('%s is live at %s', (path, address) => {
	expect(liveAddress(path, site.home)).toBe(address);
});

describe('a relative address', () => {
	const name = fc
		.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
		.map((text) => text.replace(/[/\0]/g, '_').toWellFormed())
		.filter((text) => text !== '.' && text !== '..');
	const path = fc.array(fc.oneof(name, fc.constantFrom('a', 'b', 'a:b', '?', '#', '%2f', "'")), {
		minLength: 1,
		maxLength: 4,
	});

	test.each(['https://daybook.example/some/base/', 'file:///My%20P%C3%A2pers%20%231/', 'file:///C:/x/'])(
		'leads below %s from any file to any other',
		(home) => {
			fc.assert(
				fc.property(path, path, (from, to) => {
					const here = new URL(from.map(encodeURIComponent).join('/'), home);
					const there = new URL(relativeAddress(from.join('/'), to.join('/')), here);
					expect(there.href).toBe(home + to.map(encodeURIComponent).join('/'));
				}),
			);
		},
	);
});
