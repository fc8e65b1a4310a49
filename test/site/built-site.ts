import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { ArchiveStore } from '../../src/store/read.ts';
import { readArchive } from '../../src/store/read.ts';

/** The two places the site is built for, and the variables that name their folders. */
export const siteBases = [
	{ base: '/', name: 'root', variable: 'DAYBOOK_TEST_SITE' },
	{ base: '/some/base/', name: 'below', variable: 'DAYBOOK_TEST_SITE_BASE' },
] as const;

/** Where both sites are said to be published. */
export const siteAddress = 'https://daybook.example';

/** Names the folder of the archive that both sites show. */
export const archiveVariable = 'DAYBOOK_TEST_ARCHIVE';

export type SiteBase = (typeof siteBases)[number];

export function folderOf({ variable }: Pick<SiteBase, 'variable'>): string {
	const folder = process.env[variable];
	if (!folder) throw new Error(`${variable} is not set: test/global-setup.ts has not run`);
	return folder;
}

/** The archive that the sites were built from. */
export function archiveOfSites(): ArchiveStore {
	const folder = process.env[archiveVariable];
	if (!folder) throw new Error('DAYBOOK_TEST_ARCHIVE is not set: test/global-setup.ts has not run');
	return readArchive(folder);
}

/** Names of the pages of a built site, with `/`. */
export function pageFiles(folder: string): string[] {
	return globSync('**/*.html', { cwd: folder })
		.map((file) => file.replaceAll('\\', '/'))
		.sort();
}

export function readPage(folder: string, file: string): string {
	return readFileSync(join(folder, file), 'utf8');
}

/** The elements of a page in the order of its source, those of templates too. */
export function elementsOf(html: string): Tree.Element[] {
	return elementsIn(parse(html));
}

/** A node, where it is an element, and all elements in it, in the order of their source. */
export function elementsIn(top: Tree.Node): Tree.Element[] {
	const found: Tree.Element[] = [];
	const visit = (node: Tree.Node): void => {
		if ('tagName' in node) found.push(node);
		if ('content' in node) visit(node.content);
		if ('childNodes' in node) for (const child of node.childNodes) visit(child);
	};
	visit(top);
	return found;
}

export function attribute(element: Tree.Element, name: string): string | null {
	return element.attrs.find((each) => each.name === name)?.value ?? null;
}

/** The text of an element and of all in it. */
export function textOf(node: Tree.Node): string {
	if ('value' in node) return node.value;
	return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
