import { deflateSync } from 'fflate';
import { isPacked, scriptOf } from './client/places.ts';

/** Files of `pagefind/` that pages load, or people read, as they are: the others travel in scripts. */
const asItIs = /^(?:[^/]+\.js|segments\.json)$/;

/** The scripts of the search index, each with the files it holds; all paths are below `pagefind/`. */
export function searchScripts(files: readonly string[], together: number): Map<string, string[]> {
	return Map.groupBy(
		files.filter((file) => !asItIs.test(file)),
		(file) => scriptOf(file, together),
	);
}

/** A classic script that hands files over to `client/open.ts`. */
export function searchScript(files: ReadonlyMap<string, Uint8Array>): string {
	const held = [...files].map(([file, bytes]) => {
		const packed = isPacked(file) ? deflateSync(bytes, { level: 9 }) : bytes;
		return [file, Buffer.from(packed).toString('base64')] as const;
	});
	return `daybookSearch.take(${JSON.stringify(Object.fromEntries(held))});\n`;
}
