import { createContext, runInContext } from 'node:vm';
import { z } from 'zod';

/** What a search in an offline copy took. */
export interface OfflineReads {
	/** Rows of the first ten that were found. */
	rows: number;
	/** The scripts that were read, from opening the search to these rows, in their order. */
	scripts: { path: string; bytes: number }[];
}

const home = 'file:///copy/';

/** Searches a copy as its pages do, by its own scripts, with the files of the copy in place of a disk. */
export async function offlineReads(files: ReadonlyMap<string, Uint8Array>, text: string): Promise<OfflineReads> {
	const scripts: OfflineReads['scripts'] = [];
	const document = {
		currentScript: { src: '' },
		createElement: () => Object.assign(new EventTarget(), { src: '', remove() {} }),
		head: {
			append: (script: EventTarget & { src: string }) =>
				queueMicrotask(() => script.dispatchEvent(new Event(runs(script.src) ? 'load' : 'error'))),
		},
	};
	const page = createContext({ document, location: new URL(home), ...ofPages });

	/** Runs a script of the copy; whether it is there. */
	function runs(address: string): boolean {
		const path = decodeURIComponent(address.slice(home.length));
		const code = files.get(path);
		if (code === undefined) return false;
		scripts.push({ path, bytes: code.byteLength });
		document.currentScript.src = address;
		runInContext(Buffer.from(code).toString(), page);
		return true;
	}

	for (const name of ['open.js', 'search.js']) runs(`${home}pagefind/${name}`);
	const rows = z.int().parse(await runInContext(`(${asked})(${JSON.stringify(text)})`, page));
	return { rows, scripts };
}

/** What the scripts use of a browser beside a document. */
const ofPages = {
	...{ URL, atob, Blob, Response, DecompressionStream, TextDecoder, TextEncoder, AbortController, DOMException },
	...{ setTimeout, clearTimeout, performance },
};

/** Runs in the page. */
const asked = `async (text) => {
	const search = await daybookOpenSearch(daybookSearch);
	const query = { text, topic: null, year: null, organization: null, code: false, order: 'relevance', literal: false };
	const { named, lists } = await search.search(query);
	const rows = [...named];
	for (const list of lists) if (rows.length < 10) rows.push(...(await list.next(10 - rows.length)));
	return rows.length;
}`;
