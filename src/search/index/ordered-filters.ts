import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { z } from 'zod';
import { sha256 } from '../../records/hash.ts';
import { gzip } from './gzip.ts';

/** What Pagefind 1.5 writes before the CBOR of each of its files. */
const signature = 'pagefind_dcd';

/** A filter's name, and each of its values with the numbers of the records that have it. */
const filterSchema = z.tuple([z.string(), z.array(z.tuple([z.string(), z.array(z.int())]))]);

/** What tells of an index: its fourth part names each filter and the hash its file is called by, its fifth each sort key. */
const metaSchema = z
	.tuple([
		z.unknown(),
		z.unknown(),
		z.unknown(),
		z.array(z.tuple([z.string(), z.string()])),
		z.array(z.tuple([z.string(), z.unknown()])),
	])
	.rest(z.unknown());

/**
 * Pagefind 1.5 writes filters, their values and sort keys in an order of chance, and names files by their bytes, so
 * that the same records would give another index each time. Puts all in the order of their names, and returns the
 * new hash of the index, by which its files are then called.
 */
export async function orderFilters(folder: string, hash: string): Promise<string> {
	const metaFile = join(folder, `pagefind.${hash}.pf_meta`);
	const [version, pages, chunks, filters, sorts, ...rest] = metaSchema.parse(await read(metaFile));
	const ordered: [string, string][] = [];
	for (const [name, filterHash] of filters.sort(byName)) ordered.push([name, await orderFilter(folder, filterHash)]);

	const meta = encode([version, pages, chunks, ordered, sorts.sort(byName), ...rest]);
	const newHash = hashOf(meta);
	await rm(metaFile);
	await write(join(folder, `pagefind.${newHash}.pf_meta`), meta);

	const entryFile = join(folder, 'pagefind-entry.json');
	await writeFile(entryFile, (await readFile(entryFile, 'utf8')).replace(`"${hash}"`, `"${newHash}"`));
	return newHash;
}

/** Returns the new hash of one filter. */
async function orderFilter(folder: string, hash: string): Promise<string> {
	const file = join(folder, 'filter', `${hash}.pf_filter`);
	const [name, values] = filterSchema.parse(await read(file));
	const filter = encode([name, values.sort(byName)]);
	const newHash = hashOf(filter);
	await rm(file);
	await write(join(folder, 'filter', `${newHash}.pf_filter`), filter);
	return newHash;
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
	return a < b ? -1 : 1;
}

function hashOf(bytes: Uint8Array): string {
	return `en_${sha256(bytes).slice(0, 10)}`;
}

async function read(file: string): Promise<unknown> {
	const bytes = gunzipSync(await readFile(file));
	if (bytes.toString('latin1', 0, signature.length) !== signature) throw new Error(`${file} is not of this Pagefind.`);
	return decode(bytes.subarray(signature.length));
}

async function write(file: string, cbor: Uint8Array): Promise<void> {
	await writeFile(file, gzip(Buffer.concat([Buffer.from(signature), cbor])));
}
