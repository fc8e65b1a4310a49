import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../records/hash.ts';
import { copyInWords } from './copy.ts';
import { addressInCopy, scriptAt } from './copy-addresses.ts';
import { type BundlePlan, type Item, opensSearch, scriptPath, styleOfCopy } from './plan.ts';
import { escaped, type PageSetting, rewrittenPage } from './rewrite-page.ts';
import { rewrittenStyle } from './rewrite-style.ts';
import { searchScript } from './search-scripts.ts';
import { liveAddress, relativeAddress, type Site, siteOf } from './site.ts';
import { type ZippedFile, zippedFile } from './zip.ts';

/** A file of the bundle, ready to be put into its zip. */
export interface MadeFile extends ZippedFile {
	sha256: string;
	/** For a page with module scripts: their paths, which the page's classic script stands for. */
	modules: string[];
}

/**
 * Makes files of a planned bundle. Throws `bundle/…` for what cannot be made to work from a file. It reads without
 * waiting for others: a thread has nothing else to do.
 */
export function itemMaker(plan: BundlePlan): (item: Item) => Promise<MadeFile> {
	const setting = settings(plan);
	return async (item) => {
		const { path } = item;
		if (item.kind === 'search-script') {
			const read = item.files.map((file) => [file, readFileSync(join(plan.search, file))] as const);
			return madeFile(path, searchScript(new Map(read)));
		}
		if (item.kind === 'search-file') return madeFile(path, readFileSync(join(plan.search, item.file)));
		const data = readFileSync(join(plan.folder, path));
		if (item.kind === 'same') return madeFile(path, data);
		const { modules, ...ofPage } = setting(path);
		const text = data.toString();
		const rewritten = item.kind === 'page' ? rewrittenPage(text, ofPage) : await rewrittenStyle(text, ofPage);
		return { ...madeFile(path, rewritten), modules };
	};
}

/** A file of the bundle from what is in it. */
export function madeFile(path: string, content: string | Uint8Array): MadeFile {
	const data = typeof content === 'string' ? Buffer.from(content) : content;
	return { ...zippedFile(path, data), sha256: sha256(data), modules: [] };
}

/** The setting of each page; `modules` is filled while the page is rewritten. */
function settings(plan: BundlePlan): (page: string) => PageSetting & { modules: string[] } {
	const site = siteOf(plan.base, plan.origin, plan.files);
	const inBundle = new Set([opensSearch, ...plan.items.map(({ path }) => path)]);
	return (page) => {
		const modules: string[] = [];
		return {
			modules,
			file: join(plan.folder, page),
			style: `<link rel="stylesheet" href="${relativeAddress(page, styleOfCopy)}">`,
			notice: notice(plan, site, page),
			addressOf: (address, use) => addressInCopy(address, use, page, site, inBundle),
			scriptFor(addresses) {
				modules.push(...addresses.map((address) => scriptAt(address, page, site)));
				return relativeAddress(page, scriptPath(modules));
			},
		};
	};
}

/** Above the header of every page: what the copy is, and where the page is live. */
function notice({ copy }: BundlePlan, site: Site, page: string): string {
	const facts = copyInWords(copy).map(escaped);
	const live = site.isPublished
		? [`<a href="${escaped(liveAddress(page, site.home))}">this page on the live site</a>`]
		: [];
	return `<aside class="offline-copy" aria-label="Offline copy"><p>${[...facts, ...live].join(' · ')}</p></aside>`;
}
