/** Gives the bytes of a file, by its path in the folder of a segment. */
export type Read = (path: string) => Promise<Uint8Array>;

/** What Pagefind reads of a response. */
interface Answer {
	arrayBuffer(): Promise<ArrayBufferLike>;
	json(): Promise<unknown>;
}

/** The indexes that are open. Pagefind's runtime has one `fetch` for all of them. */
const open: Read[] = [];

/** Lets `answer` read the files of an index, and returns the folder that Pagefind is to ask for. */
export function served(read: Read): string {
	return `/${open.push(read) - 1}/`;
}

/** Stands in for `fetch` in Pagefind's runtime: `search.js` is put together so. */
export async function answer(address: string): Promise<Answer> {
	const [, index = '', path = ''] = /^\/(\d+)\/([^?]*)/.exec(address) ?? [];
	const read = open[Number(index)];
	if (!read) throw new Error(`${address} is of no open index.`);
	const bytes = await read(path);
	return {
		arrayBuffer: async () => bytes.slice().buffer,
		json: async () => JSON.parse(new TextDecoder().decode(bytes)),
	};
}
