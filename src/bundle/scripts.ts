import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type StdinOptions } from 'esbuild';
import { DaybookError } from '../errors.ts';

/** Of what stands in for a page's modules, in pages and zip. */
const classic = {
	bundle: true,
	write: false,
	format: 'iife',
	platform: 'browser',
	charset: 'ascii',
	minify: true,
	legalComments: 'none',
	logLevel: 'silent',
} as const satisfies BuildOptions;

/** One classic script that does what module scripts of the site at `folder` do, in their order. */
export async function classicScript(folder: string, modules: readonly string[]): Promise<string> {
	const contents = modules.map((module) => `import ${JSON.stringify(`./${module}`)};`).join('\n');
	return await bundled({ contents, resolveDir: folder }, modules[0] ?? folder);
}

/** `pagefind/open.js` of an offline copy: that of the site, then what it does otherwise. */
export async function openScript(search: string, together: number): Promise<string> {
	const hosted = await readFile(join(search, 'open.js'), 'utf8');
	const contents = `import { offlineSeam } from './open.ts';
globalThis.daybookSearch = { ...globalThis.daybookSearch, ...offlineSeam(document.currentScript.src, ${together}) };`;
	const resolveDir = fileURLToPath(new URL('./client', import.meta.url));
	return `${hosted.trimEnd()}\n${await bundled({ contents, resolveDir }, 'open.js')}`;
}

async function bundled(stdin: StdinOptions, file: string): Promise<string> {
	try {
		const { outputFiles } = await build({ ...classic, stdin });
		return outputFiles.map(({ text }) => text).join('');
	} catch (cause) {
		throw new DaybookError({
			code: 'bundle/script',
			message: `This script cannot be made one that runs from a file: ${cause instanceof Error ? cause.message : cause}`,
			hint: 'let it import only what stands in the site',
			location: { file },
			cause,
		});
	}
}
