import { isPacked, scriptOf } from './places.ts';

/** How an offline copy finds the files of its search: what it does otherwise than a server's `pagefind/open.js`. */
interface OfflineSeam {
	/** The bytes of a file, by its path below `pagefind/`. Rejects when its script cannot be loaded. */
	read(file: string): Promise<Uint8Array>;
	/** The address of a page, from its path without base: `/papers/x/`. */
	address(path: string): string;
	/** Scripts hand over what they hold: base64 by file. */
	take(files: Readonly<Record<string, string>>): void;
}

/** The seam of the copy whose `pagefind/open.js` is `here`. */
export function offlineSeam(here: string, together: number): OfflineSeam {
	const taken = new Map<string, string>();
	const loading = new Map<string, Promise<void>>();

	/** Loads a script once; one that failed is loaded anew when it is asked for again. */
	function loaded(script: string): Promise<void> {
		const known = loading.get(script);
		if (known) return known;
		const fresh = run(new URL(script, here).href).catch((error: unknown) => {
			loading.delete(script);
			throw error;
		});
		loading.set(script, fresh);
		return fresh;
	}

	return {
		async read(file) {
			const script = scriptOf(file, together);
			await loaded(encoded(script));
			const base64 = taken.get(file);
			if (base64 === undefined) {
				loading.delete(encoded(script));
				throw new Error(`${script} has no ${file}.`);
			}
			const bytes = bytesOf(base64);
			return isPacked(file) ? await unpacked(bytes) : bytes;
		},
		address: (path) => new URL(`..${path.replace(/\/(?=[?#]|$)/, '/index.html')}`, here).href,
		take(files) {
			for (const [file, base64] of Object.entries(files)) taken.set(file, base64);
		},
	};
}

function encoded(path: string): string {
	return `./${path.split('/').map(encodeURIComponent).join('/')}`;
}

function run(address: string): Promise<void> {
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const script = document.createElement('script');
	script.addEventListener('load', () => resolve());
	script.addEventListener('error', () => reject(new Error(`${address} cannot be loaded.`)));
	script.src = address;
	document.head.append(script);
	return promise.finally(() => script.remove());
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
	const text = atob(base64);
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
	return bytes;
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}
