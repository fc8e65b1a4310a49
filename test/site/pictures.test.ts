import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { attribute, elementsOf, folderOf, pageFiles, readPage, siteBases } from './built-site.ts';

describe.each(siteBases)('pictures of the site at $base', ({ base, ...site }) => {
	const folder = folderOf(site);
	const pages = pageFiles(folder).map((file) => ({ file, elements: elementsOf(readPage(folder, file)) }));
	const fileAt = (address: string) => {
		const { pathname } = new URL(address, 'https://daybook.example');
		return pathname.startsWith(base) ? join(folder, pathname.slice(base.length)) : pathname;
	};

	/** What the `<meta property>` of this name says, in each page that has it. */
	const said = (name: string) =>
		pages.flatMap(({ file, elements }) =>
			elements
				.filter((element) => attribute(element, 'property') === name)
				.map((element) => ({ file, content: attribute(element, 'content') ?? '' })),
		);

	test('every page for search engines has a card, at an absolute address, of the size that it says', async () => {
		const cards = said('og:image');
		const forEngines = pages.filter(
			({ elements }) => !elements.some((element) => attribute(element, 'content')?.startsWith('noindex')),
		);
		expect(cards.map(({ file }) => file)).toEqual(forEngines.map(({ file }) => file));
		const addresses = [...new Set(cards.map(({ content }) => content))];
		expect(addresses.filter((address) => !/^https:\/\//.test(address) || !existsSync(fileAt(address)))).toEqual([]);
		for (const { content } of [...said('og:image:width'), ...said('og:image:height')]) {
			expect(['1200', '630']).toContain(content);
		}
		const some = addresses.filter((_, at) => at % 20 === 0);
		for (const address of some) {
			expect(await sharp(fileAt(address)).metadata()).toMatchObject({ width: 1200, height: 630 });
		}
	});

	test('no card is drawn that no page names', () => {
		const named = new Set(said('og:image').map(({ content }) => fileAt(content)));
		const drawn = readdirSync(join(folder, 'cards'), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.png'))
			.map((name) => join(folder, 'cards', name));
		expect(drawn.filter((file) => !named.has(file))).toEqual([]);
	});

	test('the icons and the manifest that pages name are there', () => {
		const named = pages.flatMap(({ elements }) =>
			elements
				.filter((element) => /icon|manifest/.test(attribute(element, 'rel') ?? ''))
				.map((element) => attribute(element, 'href') ?? ''),
		);
		const addresses = [...new Set(named)];
		expect(addresses.length).toBeGreaterThan(3);
		expect(addresses.filter((address) => !existsSync(fileAt(address)))).toEqual([]);
	});

	test('no page shows a card itself, or waits for one', () => {
		const shown = pages.flatMap(({ elements }) =>
			elements.filter((element) => /\/cards\//.test(`${attribute(element, 'src')}${attribute(element, 'href')}`)),
		);
		expect(shown).toEqual([]);
	});
});
