import type { IndexedSegment } from './build.ts';

/**
 * `pagefind/open.js`: a classic script that tells pages how search is opened here, and the one place that imports
 * Pagefind. It defines `daybookSearch` as `client/seam.ts` describes it. An offline copy of the site has another
 * script at the same address. It loads nothing itself, and knows the site's address by its own.
 */
export function openScript(segments: readonly Pick<IndexedSegment, 'name' | 'hash'>[]): string {
	const newestFirst = segments.map(({ name, hash }) => ({ name, hash })).reverse();
	return `(() => {
	const here = document.currentScript.src;
	const at = (path) => new URL(path, here).href;
	const segments = ${JSON.stringify(newestFirst)};
	globalThis.daybookSearch = {
		segments: segments.map(({ name, hash }) => ({ name, folder: at('./' + name + '/'), cacheTag: hash })),
		worker: true,
		load: (attempt) => import(at('./' + segments[0].name + '/pagefind.js' + (attempt > 1 ? '?attempt=' + attempt : ''))),
		address: (path) => at('..' + path),
	};
})();
`;
}
