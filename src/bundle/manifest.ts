import type { Copy } from './copy.ts';

/** A file of the bundle as its manifest names it. */
export interface ManifestFile {
	/** From the folder of the manifest, with `/`. */
	path: string;
	bytes: number;
	/** In lower-case hex. */
	sha256: string;
}

/** The text of `manifest.json`: what the copy is, and every file but itself. */
export function manifestText({ papers, captured, live, part }: Copy, files: readonly ManifestFile[]): string {
	const named = files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
	return `${JSON.stringify({ papers, captured, live, part, files: named }, null, '\t')}\n`;
}
