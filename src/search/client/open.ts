import type { Search } from './found.ts';
import type { CreateInstance, PagefindInstance } from './pagefind.ts';
import type { SearchSeam } from './seam.ts';
import { searchOf } from './search.ts';
import { type OpenInstance, segmentAt } from './segment.ts';

/** Opens the search of this copy of the site. Rejects when what its newest segment needs cannot be loaded. */
export async function openSearch(seam: SearchSeam, createInstance: CreateInstance): Promise<Search> {
	const openInstance = afterFirst(createInstance);
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

/**
 * Instances of Pagefind share the WebAssembly that the first of them makes: one that is made before that is there makes
 * its own, and both read the wrong memory. So the first is waited for, by a question that it answers only when it is open;
 * to set options it does not wait.
 */
function afterFirst(createInstance: CreateInstance): OpenInstance {
	let first: Promise<boolean> | null = null;
	const make = async (folder: string, hash: string): Promise<PagefindInstance> => {
		const instance = createInstance({ basePath: folder, language: 'en', metaCacheTag: hash, noWorker: true });
		await instance.filters();
		return instance;
	};
	const open: OpenInstance = async (folder, hash) => {
		if (first === null) {
			const made = make(folder, hash);
			first = made.then(
				() => true,
				() => false,
			);
			return await made;
		}
		const waitedFor = first;
		if (await waitedFor) return await make(folder, hash);
		if (first === waitedFor) first = null;
		return await open(folder, hash);
	};
	return open;
}
