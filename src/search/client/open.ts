import type { Search } from './found.ts';
import type { CreateInstance, PagefindInstance } from './pagefind.ts';
import type { SearchSeam } from './seam.ts';
import { searchOf } from './search.ts';
import { type OpenInstance, segmentAt } from './segment.ts';

/** Opens the search of this copy of the site. Rejects when what its newest segment needs cannot be loaded. */
export async function openSearch(seam: SearchSeam, createInstance: CreateInstance): Promise<Search> {
	const openInstance = inTurn(createInstance);
	// Every segment asks for the same WebAssembly.
	let wasm: Promise<Uint8Array> | null = null;
	const read: SearchSeam['read'] = (path) => {
		if (!path.startsWith('wasm.')) return seam.read(path);
		wasm ??= seam.read(path);
		return wasm;
	};
	const segments = seam.segments.map((segment) => segmentAt({ read }, segment, openInstance));
	await segments[0]?.open();
	return searchOf(seam, segments);
}

/** Instances of Pagefind share their WebAssembly, and lose results when two are made at once. */
function inTurn(createInstance: CreateInstance): OpenInstance {
	let last: Promise<unknown> = Promise.resolve();
	return (folder, hash) => {
		const made = last.then(async (): Promise<PagefindInstance> => {
			const instance = createInstance({ basePath: folder, language: 'en', metaCacheTag: hash, noWorker: true });
			await instance.options({});
			return instance;
		});
		last = made.catch(() => {});
		return made;
	};
}
