import { z } from 'zod';
import { sha256 } from '../records/hash.ts';
import { compare } from '../records/order.ts';

/** `manifest.json` of a site, and of its data: every file beside it, by path. */
export const manifestSchema = z.strictObject({
	files: z.array(
		z.strictObject({
			/** From the folder of the manifest, with `/`. */
			path: z.string(),
			bytes: z.int(),
			/** In lower-case hex. */
			sha256: z.string(),
		}),
	),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A file as the manifest lists it. */
export function manifestEntry(path: string, data: Uint8Array): Manifest['files'][number] {
	return { path, bytes: data.byteLength, sha256: sha256(data) };
}

/** The text of a manifest, files sorted by path, one a line: a large site has many. */
export function manifestText(files: Manifest['files']): string {
	const lines = [...files].sort((a, b) => compare(a.path, b.path)).map((file) => JSON.stringify(file));
	return `{"files": [\n${lines.join(',\n')}\n]}\n`;
}
