import { z } from 'zod';
import { compare } from '../records/order.ts';
import { isSafePath } from '../records/safe-path.ts';

/** A path from the folder of its manifest that stays in it. */
const pathInside = z
	.string()
	.refine(isSafePath, { error: 'a path that leaves the folder, or that no file of ours has' });

/** What every manifest of ours says, that of the data, of a site and of an offline copy; they may say more. */
export const anyManifestSchema = z.object({
	files: z
		.array(
			z.object({
				path: pathInside,
				bytes: z.int().min(0),
				/** In lower-case hex. */
				sha256: z.string().regex(/^[\da-f]{64}$/),
			}),
		)
		.min(1)
		.refine((files) => new Set(files.map(({ path }) => path)).size === files.length, { error: 'a path twice' }),
});
export type AnyManifest = z.infer<typeof anyManifestSchema>;

/** What a file is, as far as a manifest tells. */
export type Fingerprint = Pick<AnyManifest['files'][number], 'bytes' | 'sha256'>;

/** The paths in which files and their manifest do not agree, each sorted. */
export interface Differences {
	missing: string[];
	/** Of other bytes than the manifest says. */
	changed: string[];
	/** There, and not in the manifest. */
	unlisted: string[];
}

/** Compares files, by their paths from the folder of the manifest, with what the manifest says of them. */
export function differencesFrom({ files }: AnyManifest, found: ReadonlyMap<string, Fingerprint>): Differences {
	const listed = new Set(files.map(({ path }) => path));
	const paths = (some: AnyManifest['files']) => some.map(({ path }) => path).sort(compare);
	return {
		missing: paths(files.filter(({ path }) => !found.has(path))),
		changed: paths(
			files.filter(({ path, bytes, sha256 }) => {
				const file = found.get(path);
				return file !== undefined && (file.bytes !== bytes || file.sha256 !== sha256);
			}),
		),
		unlisted: [...found.keys()].filter((path) => !listed.has(path)).sort(compare),
	};
}
