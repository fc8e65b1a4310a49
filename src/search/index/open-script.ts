import type { SearchSegment } from '../client/seam.ts';

/**
 * `pagefind/open.js`: a classic script that says where this copy of the site has the files of its search. It defines
 * `daybookSearch` as `client/seam.ts` describes it; an offline copy has another script at the same address. It loads
 * nothing itself, and knows the site's address by its own.
 */
export function openScript(segmentsNewestFirst: readonly SearchSegment[], titleFiles: number): string {
	return `(() => {
	const here = document.currentScript.src;
	const at = (path) => new URL(path, here).href;
	globalThis.daybookSearch = {
		segments: ${JSON.stringify(segmentsNewestFirst)},
		titleFiles: ${titleFiles},
		async read(path) {
			const response = await fetch(at('./' + path));
			if (!response.ok) throw new Error(path + ' could not be loaded: ' + response.status);
			return new Uint8Array(await response.arrayBuffer());
		},
		address: (path) => at('..' + path),
	};
})();
`;
}
