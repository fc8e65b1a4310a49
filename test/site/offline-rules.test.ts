import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, elementsOf, folderOf, pageFiles, readPage, siteBases } from './built-site.ts';

/** What keeps pages able to work from a file: each rule finds what breaks it in a page. */
const rules: Record<string, (elements: ReturnType<typeof elementsOf>) => unknown[]> = {
	'has no inline script but data blocks': (elements) =>
		elements.filter(
			(each) =>
				each.tagName === 'script' &&
				attribute(each, 'src') === null &&
				attribute(each, 'type') !== 'application/ld+json',
		),
	'has no handler in an attribute': (elements) =>
		elements.filter(({ attrs }) => attrs.some(({ name }) => name.startsWith('on'))),
	'has no style of its own': (elements) =>
		elements.filter((each) => each.tagName === 'style' || attribute(each, 'style') !== null),
	'has no base and no import map': (elements) =>
		elements.filter((each) => each.tagName === 'base' || attribute(each, 'type') === 'importmap'),
	'has no integrity and no crossorigin': (elements) =>
		elements.filter((each) => attribute(each, 'integrity') !== null || attribute(each, 'crossorigin') !== null),
	'has no page within a page': (elements) =>
		elements.filter(({ tagName }) => ['iframe', 'frame', 'object', 'embed', 'portal'].includes(tagName)),
	'has no islands': (elements) => elements.filter(({ tagName }) => tagName.startsWith('astro-')),
	'takes no script, style or picture from elsewhere': (elements) =>
		elements.filter((each) => {
			// The others name a page, and load nothing.
			const isResource = each.tagName === 'link' && !/^(canonical|alternate)$/.test(attribute(each, 'rel') ?? '');
			const address = attribute(each, 'src') ?? (isResource ? attribute(each, 'href') : null);
			return address !== null && /^([a-z]+:)?\/\//i.test(address);
		}),
};

describe.each(siteBases)('every page of the site at $base', (site) => {
	const folder = folderOf(site);
	const pages = pageFiles(folder).map((file) => ({ file, html: readPage(folder, file) }));
	const parsed = pages.map(({ file, html }) => ({ file, elements: elementsOf(html) }));

	test.each(Object.entries(rules))('%s', (_, broken) => {
		const breaking = parsed.filter(({ elements }) => broken(elements).length > 0).map(({ file }) => file);
		expect(breaking).toEqual([]);
	});

	test('names its encoding early', () => {
		for (const { file, html } of pages) expect(html.slice(0, 1024), file).toMatch(/<meta charset="utf-8">/i);
	});

	test('has the policy, before anything is loaded', () => {
		for (const { file, html } of pages) {
			const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html);
			expect(policy?.[1], file).toMatch(/^default-src 'none';/);
			expect(policy?.[1], file).not.toMatch(/unsafe-(inline|eval)'(?<!wasm-unsafe-eval')/);
			expect(policy?.index, file).toBeLessThan(html.search(/<(link|script)\b/));
		}
	});

	test('allows WebAssembly, which the search over it is, and nothing else that makes code', () => {
		for (const { file, html } of pages) {
			const policy = /script-src [^;]*/.exec(html)?.[0];
			const isAlias = html.includes('http-equiv="refresh"');
			expect(policy, file).toBe(isAlias ? undefined : "script-src 'self' 'wasm-unsafe-eval'");
		}
	});

	test('allows nothing of other sites, and tells them no more than where its reader comes from', () => {
		for (const { file, html } of pages) {
			const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
			const sources = policy.split(';').flatMap((directive) => directive.trim().split(/\s+/).slice(1));
			const known = ["'none'", "'self'", "'wasm-unsafe-eval'", 'data:', 'file:'];
			expect(
				sources.filter((source) => !known.includes(source)),
				file,
			).toEqual([]);
			expect(policy, file).toMatch(/data:(?<=img-src 'self' data:)/);
			expect(policy, file).toMatch(/file:(?<=form-action 'self' file:)/);
			expect(policy.match(/data:|file:/g), file).toHaveLength(2);
			expect(html, file).toContain('<meta name="referrer" content="strict-origin-when-cross-origin">');
		}
	});

	test('leads with every address of its own below the base', () => {
		for (const { file, elements } of parsed) {
			for (const element of elements) {
				for (const { name, value } of element.attrs) {
					const isOwn = ['href', 'src', 'action'].includes(name) && value.startsWith('/');
					if (isOwn) expect(value.startsWith(site.base), `${value} in ${file}`).toBe(true);
				}
			}
		}
	});
});

/** Where the bundle looks for addresses. */
const holding = ['action', 'cite', 'content', 'formaction', 'href', 'imagesrcset', 'poster', 'src', 'srcset'];

describe.each(siteBases.filter(({ base }) => base !== '/'))('what a bundle rewrites at $base', (site) => {
	const folder = folderOf(site);

	test('holds every address of the site', () => {
		for (const file of pageFiles(folder)) {
			for (const { attrs } of elementsOf(readPage(folder, file))) {
				const leaked = attrs.filter(({ name, value }) => value.includes(site.base) && !holding.includes(name));
				expect(leaked, file).toEqual([]);
			}
		}
	});

	test('in styles are url() and @import', () => {
		for (const file of globSync('**/*.css', { cwd: folder })) {
			expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(/\b(image-set|src)\s*\(\s*["']/);
		}
	});
});

describe.each(siteBases)('the scripts of the search at $base', (site) => {
	const scripts = globSync('pagefind/*.js', { cwd: folderOf(site) });
	const code = (file: string) => readFileSync(join(folderOf(site), file), 'utf8');

	test('are classic ones that import nothing', () => {
		expect(scripts.map((file) => file.replaceAll('\\', '/')).sort()).toEqual([
			'pagefind/open.js',
			'pagefind/search.js',
		]);
		for (const file of scripts) {
			expect(code(file), file).not.toMatch(/\bimport\s*[({"'.]|^\s*export\b|\bimportScripts\b/m);
		}
	});

	test('load files by the seam alone', () => {
		for (const file of scripts.filter((file) => !file.endsWith('open.js'))) {
			expect(code(file), file).not.toMatch(/(?<![.\w])fetch\s*\(|\bXMLHttpRequest\b/);
		}
	});
});

describe.each(siteBases)('the scripts of pages at $base', (site) => {
	const folder = folderOf(site);
	const scripts = globSync('**/*.js', { cwd: folder, exclude: ['pagefind/**'] });

	test('load nothing by themselves, and know no absolute address', () => {
		for (const file of scripts) {
			const code = readFileSync(join(folder, file), 'utf8');
			expect(code, file).not.toMatch(
				/\bimport\s*\(|\bfetch\s*\(|\bXMLHttpRequest\b|\bnew\s+(Shared)?Worker\b|\bimportScripts\b/,
			);
			expect(code, file).not.toMatch(/["'`]\/[\w-]+/);
			expect(code, file).not.toMatch(/\bsessionStorage\b/);
			// One file keeps what a reader chose. In Firefox each file has its own storage, and a choice is lost.
			if (file !== 'settings.js') expect(code, file).not.toMatch(/\blocalStorage\b/);
			if (site.base !== '/') expect(code, file).not.toContain(site.base);
		}
	});
});
