import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { close, createIndex } from 'pagefind';
import { DaybookError } from '../../errors.ts';

/** What of the search is the same for every archive. */
export interface ClientFiles {
	/** The client with Pagefind's runtime: `search.js`. */
	script: string;
	/** Pagefind's WebAssembly for English. */
	wasm: Uint8Array;
}

const client = fileURLToPath(new URL('../client/', import.meta.url));

/** Puts the client together with the runtime that Pagefind writes beside its indexes. */
export async function clientFiles(): Promise<ClientFiles> {
	const { runtime, wasm } = await pagefindRuntime();
	const { outputFiles } = await build({
		stdin: {
			contents: `
				import { createInstance } from 'pagefind-runtime';
				import { openSearch } from './open.ts';
				globalThis.daybookOpenSearch = (seam) => openSearch(seam, createInstance);
			`,
			resolveDir: client,
		},
		plugins: [
			{
				name: 'pagefind-runtime',
				setup({ onResolve, onLoad }) {
					onResolve({ filter: /^pagefind-runtime$/ }, ({ path }) => ({ path, namespace: 'pagefind' }));
					onLoad({ filter: /./, namespace: 'pagefind' }, () => ({ contents: runtime, resolveDir: client }));
				},
			},
		],
		// The runtime asks for its files by the global fetch, and so could not be told where they are.
		inject: [fileURLToPath(new URL('../client/pagefind-fetch.ts', import.meta.url))],
		define: { 'import.meta.url': 'undefined' },
		bundle: true,
		format: 'iife',
		charset: 'ascii',
		minify: true,
		target: 'es2022',
		legalComments: 'none',
		write: false,
		logLevel: 'silent',
	});
	return { script: outputFiles[0]?.text ?? '', wasm };
}

/** Pagefind hands them out with an index, here of one word. */
async function pagefindRuntime(): Promise<{ runtime: string; wasm: Uint8Array }> {
	try {
		const { index } = await createIndex();
		await index?.addCustomRecord({ url: '/', content: 'word', language: 'en' });
		const files = new Map((await index?.getFiles())?.files.map(({ path, content }) => [path, content]));
		const runtime = files.get('pagefind.js');
		const wasm = files.get('wasm.en.pagefind');
		if (runtime && wasm) return { runtime: Buffer.from(runtime).toString(), wasm };
	} finally {
		await close();
	}
	throw new DaybookError({
		code: 'search/no-runtime',
		message: 'Pagefind did not hand out the scripts that search its indexes.',
		hint: 'run npm ci, which installs the version that Daybook was made for',
	});
}
