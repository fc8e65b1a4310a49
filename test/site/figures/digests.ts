import { globSync } from 'node:fs';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import { attribute, elementsIn, elementsOf, readPage, textOf } from '../built-site.ts';
import { changesTold, type ToldChange } from './changed.ts';
import { papersAt } from './places.ts';
import { hasClass, wordsOf } from './read-site.ts';
import type { FiguredSite, ShardPaper } from './shards.ts';
import { plural } from './words.ts';

/** The change that an address leads to: its page and its part of it must be there. */
function changeAt(folder: string, address: string): ToldChange {
	const [path = '', id] = address.split('#');
	const found = changesTold(folder, `${path.slice(1)}index.html`).changes.find((each) => each.id === id);
	if (found === undefined) throw new Error(`${address} leads to nothing.`);
	return found;
}

const leadsToChange = (address: string | null): address is string => address?.includes('/rising/#') ?? false;

/** The sentences at the head of periods and the lists of what rose elsewhere: what they say is what they lead to. */
export function testDigestFigures(site: () => FiguredSite, least: { sentences: number; lists: number }): void {
	test('each number of a digest is that of the page that it leads to', () => {
		const { folder } = site();
		let told = 0;
		for (const file of periodPages(folder)) {
			for (const paragraph of digestOf(folder, file)) {
				const [kind = ''] = textOf(paragraph).split(':');
				const links = elementsIn(paragraph).filter((link) => leadsToChange(attribute(link, 'href')));
				const sentence = links.map((link) => {
					const address = attribute(link, 'href') ?? '';
					expect(address.startsWith(`/${file.replace('index.html', '')}rising/#`)).toBe(true);
					const change = changeAt(folder, address);
					expect(wordsOf(link)).toBe(change.count);
					expect(change.group, address).toBe(
						`${/opics/.test(kind) ? 'topics' : 'terms'}-${/faded/.test(kind) ? 'faded' : 'risen'}`,
					);
					expect(change.first, address).toBe(kind.startsWith('New'));
					const name = /opics/.test(kind) ? `${change.name} with` : `“${change.name}” in`;
					return `${name} ${change.count}${change.first ? '' : ` (${change.shares})`}`;
				});
				if (sentence.length === 0) continue;
				const list = [sentence.slice(0, -1).join(', '), ...sentence.slice(-1)]
					.filter((part) => part !== '')
					.join(' and ');
				expect(wordsOf(paragraph)).toBe(`${kind}: ${list}.`);
				told++;
			}
		}
		expect(told).toBeGreaterThanOrEqual(least.sentences);
	});

	test('the most discussed paper of a period is the one that is told', () => {
		const { folder } = site();
		let told = 0;
		for (const file of periodPages(folder)) {
			const sentences = digestOf(folder, file).map(wordsOf);
			const expected = mostDiscussed(papersAt(site(), `/${file.replace('index.html', '')}`) ?? []);
			expect(
				sentences.filter((sentence) => sentence.startsWith('Most ')),
				file,
			).toEqual(expected);
			told += expected.length;
		}
		expect(told).toBeGreaterThan(0);
	});

	test('each list of what rose, on topics and among the trends, says what it leads to', () => {
		const { folder } = site();
		let told = 0;
		for (const file of [...globSync('topics/*/index.html', { cwd: folder }), 'trends/index.html']) {
			const items = elementsOf(readPage(folder, file))
				.filter(({ tagName, parentNode }) => tagName === 'li' && parentNode !== null && isChanges(parentNode))
				.map((item) => elementsIn(item));
			for (const item of items) {
				const link = item.find(({ tagName }) => tagName === 'a');
				const change = changeAt(folder, (link && attribute(link, 'href')) ?? '');
				const wordsIn = (name: string) => item.filter((each) => hasClass(each, name)).map(wordsOf);
				expect(link && wordsOf(link)).toBe(change.name);
				expect(wordsIn('count')).toEqual([change.count]);
				expect(wordsIn('change-shares')).toEqual([`${change.group.endsWith('risen') ? '↑' : '↓'} ${change.shares}`]);
				expect(wordsIn('note').includes('new')).toBe(change.first);
				told++;
			}
		}
		expect(told).toBeGreaterThanOrEqual(least.lists);
	});
}

const isChanges = (node: Tree.ParentNode) => 'tagName' in node && hasClass(node, 'changes');

/** Years, months and weeks, without the older parts of their lists. */
function periodPages(folder: string): string[] {
	return globSync('[0-9]*/**/index.html', { cwd: folder })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => /^\d{4}\/((\d{2}|w\d{2})\/)?index\.html$/.test(file));
}

/** The sentences of its digest. */
function digestOf(folder: string, file: string): Tree.Element[] {
	return elementsOf(readPage(folder, file))
		.filter((element) => hasClass(element, 'digest'))
		.flatMap((digest) => elementsIn(digest).filter(({ tagName }) => tagName === 'p'));
}

/** The sentence on the paper of most comments; of most upvotes where comments are known of fewer than two. */
function mostDiscussed(papers: readonly ShardPaper[]): string[] {
	if (papers.length <= 5) return [];
	const having = (what: 'comments' | 'upvotes') => papers.filter((paper) => (paper[what] ?? 0) > 0);
	const by = (['comments', 'upvotes'] as const).find((what) => having(what).length > 1);
	if (by === undefined) return [];
	const [most] = having(by).sort(
		(a, b) =>
			(b[by] ?? 0) - (a[by] ?? 0) ||
			(b.upvotes ?? 0) - (a.upvotes ?? 0) ||
			((a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : a.id < b.id ? -1 : 1),
	);
	const told = plural(most?.[by] ?? 0, by.slice(0, -1));
	return [`Most ${by === 'comments' ? 'discussed' : 'upvoted'}: ${most?.title}, with ${told}.`];
}
