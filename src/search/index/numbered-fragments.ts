import { gunzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { z } from 'zod';
import { DaybookError } from '../../errors.ts';
import { sha256 } from '../../records/hash.ts';
import { gzip } from './gzip.ts';

/** What Pagefind 1.5 writes before the content of each of its files. */
const signature = 'pagefind_dcd';

/** What tells of an index: its second part has a record for each page, which begins with the name of its fragment. */
const metaSchema = z.tuple([z.unknown(), z.array(z.tuple([z.string()]).rest(z.unknown()))]).rest(z.unknown());

const entrySchema = z.looseObject({
	languages: z.record(z.string(), z.looseObject({ hash: z.string(), page_count: z.int() })),
});

/** The files of an index by their paths, and the name that Pagefind gave it. */
export interface IndexFiles {
	hash: string;
	files: Map<string, Uint8Array>;
}

/**
 * Names the fragments of an index by the numbers of their papers instead of by hashes. So what was found says by itself
 * which paper it is, which is what filters and orders go by; and hashes, which nothing compresses, are a third of what
 * a first search loads. `numbers` has the number of each address. Throws `search/index-failed` when a paper is missing.
 */
export function numberFragments(
	files: ReadonlyMap<string, Uint8Array>,
	numbers: ReadonlyMap<string, number>,
): IndexFiles {
	const entry = entrySchema.parse(JSON.parse(Buffer.from(fileOf(files, 'pagefind-entry.json')).toString()));
	const [english, ...others] = Object.values(entry.languages);
	if (!english || others.length > 0 || english.page_count !== numbers.size) {
		throw lost(`it indexed ${english?.page_count ?? 0} of ${numbers.size} papers`);
	}
	const numbered = new Map<string, Uint8Array>();
	const names = new Map<string, number>();
	for (const [path, bytes] of files) {
		const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
		if (name === undefined) continue;
		const { url } = z.looseObject({ url: z.string() }).parse(JSON.parse(contentOf(bytes).toString()));
		const number = numbers.get(url);
		if (number === undefined) throw lost(`it has the page ${url}, which was not given`);
		names.set(name, number);
		numbered.set(`fragment/${number}.pf_fragment`, bytes);
	}
	const metaFile = `pagefind.${english.hash}.pf_meta`;
	const [version, pages, ...rest] = metaSchema.parse(decode(contentOf(fileOf(files, metaFile))));
	const meta = encode([version, pages.map(([name, ...more]) => [String(names.get(name)), ...more]), ...rest]);
	const hash = `en_${sha256(meta).slice(0, 10)}`;
	english.hash = hash;
	numbered.set(`pagefind.${hash}.pf_meta`, gzip(Buffer.concat([Buffer.from(signature), meta])));
	numbered.set('pagefind-entry.json', Buffer.from(JSON.stringify(entry)));
	for (const [path, bytes] of files) if (path.startsWith('index/')) numbered.set(path, bytes);
	if (names.size !== numbers.size) throw lost(`it wrote ${names.size} of ${numbers.size} fragments`);
	return { hash, files: numbered };
}

function contentOf(bytes: Uint8Array): Buffer {
	const content = gunzipSync(bytes);
	if (content.toString('latin1', 0, signature.length) !== signature) throw lost('its files have another form');
	return content.subarray(signature.length);
}

function fileOf(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
	const bytes = files.get(path);
	if (!bytes) throw lost(`it wrote no ${path}`);
	return bytes;
}

function lost(what: string): DaybookError {
	return new DaybookError({
		code: 'search/index-failed',
		message: `Pagefind did not make the index: ${what}.`,
		hint: 'run npm run build again; if it stops at the same place, report it with this message',
	});
}
