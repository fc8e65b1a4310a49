import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { refusedBySystem } from '../../errors.ts';
import { sha256 } from '../../records/hash.ts';
import { dateOf, paperSchema } from '../../records/paper.ts';
import type { SearchSegment } from '../client/seam.ts';
import { type DatedPaper, type Segment, segmentCapacity, segmentsOf } from '../segments.ts';
import { clientFiles } from './client-script.ts';
import { openScript } from './open-script.ts';
import { runSegment } from './run-segment.ts';
import { readShard, shardNames } from './shards.ts';
import { keysOf, titleFileCount, titleFiles } from './titles.ts';

export interface SearchIndexOptions {
	/** Folder of a built site that holds `data/papers/`. */
	dist: string;
	/** A `pagefind/` that an earlier build made: segments that are still the same are taken from it. Else that of `dist`. */
	previous?: string;
	/** Papers an index; less in tests. */
	capacity?: number;
	/** Called when a segment begins, with what is done so far. */
	onProgress?: (progress: { segment: string; indexed: number; records: number }) => void;
}

/** How many segments are made at once: each takes a core and 1.3 GB. */
const atOnce = Math.min(2, availableParallelism());

/**
 * Makes `dist/pagefind/` from the published papers: an index for each segment of time, the index of titles and ids,
 * the client, `segments.json` (oldest first), and `open.js`, by which pages find all of it. Each segment is made in a
 * process of its own, so memory stays that of two. What stood there before is replaced when all are done.
 */
export async function buildSearchIndex(
	options: SearchIndexOptions,
): Promise<{ segments: MadeSegment[]; records: number; made: number }> {
	const { dist, capacity = segmentCapacity, previous = join(dist, 'pagefind'), onProgress } = options;
	const papers = await indexedPapers(dist);
	const fresh = join(dist, '.pagefind');
	await rm(fresh, { recursive: true, force: true });
	await mkdir(fresh);
	try {
		const parts = segmentsOf(papers, capacity);
		const known = await segmentsIn(previous);
		const code = await codeHash();
		const segments: MadeSegment[] = [];
		const progress = { indexed: 0, made: 0 };
		const makeNext = async (queue: Iterator<[number, Segment<IndexedPaper>]>): Promise<void> => {
			for (let next = queue.next(); !next.done; next = queue.next()) {
				const [at, part] = next.value;
				onProgress?.({ segment: part.name, indexed: progress.indexed, records: papers.length });
				const folder = folderOf(part, code);
				const same = await takenSegment(known.get(folder), previous, fresh);
				if (same === null) progress.made += 1;
				segments[at] = same ?? (await madeSegment(dist, fresh, folder, part));
				progress.indexed += part.papers.length;
			}
		};
		// The largest first, so that none is made alone at the end.
		const queue = [...parts.entries()].sort(([, a], [, b]) => b.papers.length - a.papers.length).values();
		await Promise.all(Array.from({ length: atOnce }, () => makeNext(queue)));
		await writeShared(fresh, parts, segments);
		await rm(join(dist, 'pagefind'), { recursive: true, force: true });
		await rename(fresh, join(dist, 'pagefind'));
		return { segments, records: papers.length, made: progress.made };
	} finally {
		await rm(fresh, { recursive: true, force: true });
	}
}

interface IndexedPaper extends DatedPaper {
	shard: string;
	/** What is published of it, hashed. */
	content: string;
	/** By which its title and ids name it. */
	keys: string[];
}

const known = paperSchema.shape;

/** Only what is needed of all papers at once: the rest is checked where it is indexed. */
const namedSchema = z.object({
	...{ id: known.id, ids: known.ids, arxivId: known.arxivId, doi: known.doi },
	...{ title: known.title, listedOn: known.listedOn, published: known.published },
	appearances: z.array(z.object({ values: z.object({ title: z.string() }) })),
});

async function indexedPapers(dist: string): Promise<IndexedPaper[]> {
	const papers: IndexedPaper[] = [];
	for (const shard of await shardNames(dist)) {
		const ofShard = await readShard(dist, shard, (line) => {
			const paper = namedSchema.parse(JSON.parse(line));
			return { id: paper.id, date: dateOf(paper), shard, content: sha256(line), keys: keysOf(paper) };
		});
		papers.push(...ofShard);
	}
	return papers;
}

/** A folder is named by all that decides what is in it. */
function folderOf({ name, papers }: Segment<IndexedPaper>, code: string): string {
	return `${name}-${sha256([code, ...papers.map(({ content }) => content)].join('\n')).slice(0, 10)}`;
}

/** Of the code that makes a segment, and of what it is installed with. */
async function codeHash(): Promise<string> {
	const folder = fileURLToPath(new URL('../', import.meta.url));
	const names = await readdir(folder, { recursive: true });
	const files = [...names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name))].sort();
	files.push(fileURLToPath(import.meta.resolve('pagefind')).replace(/lib[\\/]index\.js$/, 'package.json'));
	return sha256((await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\0'));
}

/** `segments.json`, oldest first. */
export const segmentsSchema = z.array(
	z.object({
		folder: z.string(),
		from: z.string().nullable(),
		to: z.string().nullable(),
		papers: z.int(),
		hash: z.string(),
		/** What its files hold, hashed together. */
		files: z.string(),
	}),
);
type MadeSegment = z.infer<typeof segmentsSchema>[number];

async function segmentsIn(folder: string): Promise<Map<string, MadeSegment>> {
	try {
		const segments = segmentsSchema.parse(JSON.parse(await readFile(join(folder, 'segments.json'), 'utf8')));
		return new Map(segments.map((segment) => [segment.folder, segment]));
	} catch {
		return new Map();
	}
}

/** What the files of a folder hold, and what they are called. */
async function hashOfFiles(folder: string): Promise<string> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
	const hashes: string[] = [];
	for (const path of paths.sort()) {
		hashes.push(`${path.slice(folder.length + 1).replaceAll('\\', '/')} ${sha256(await readFile(path))}`);
	}
	return sha256(hashes.join('\n'));
}

/**
 * Null when there is none to take, when it is not as it was made (what is damaged would be taken from site to site), or
 * when another build has just put a new site there.
 */
async function takenSegment(
	segment: MadeSegment | undefined,
	previous: string,
	fresh: string,
): Promise<MadeSegment | null> {
	if (segment === undefined) return null;
	const place = join(fresh, segment.folder);
	try {
		await cp(join(previous, segment.folder), place, { recursive: true });
		if ((await hashOfFiles(place)) === segment.files) return segment;
		await rm(place, { recursive: true, force: true });
		return null;
	} catch (error) {
		if (refusedBySystem(error) !== null) throw error;
		await rm(place, { recursive: true, force: true });
		return null;
	}
}

async function madeSegment(
	dist: string,
	fresh: string,
	folder: string,
	{ papers }: Segment<IndexedPaper>,
): Promise<MadeSegment> {
	const dates = papers.flatMap(({ date }) => date ?? []);
	const hash = await runSegment({
		dist,
		shards: [...new Set(papers.map(({ shard }) => shard))],
		ids: papers.map(({ id }) => id),
		output: join(fresh, folder),
	});
	const files = await hashOfFiles(join(fresh, folder));
	return { folder, from: dates[0] ?? null, to: dates.at(-1) ?? null, papers: papers.length, hash, files };
}

/** What all segments share. */
async function writeShared(
	fresh: string,
	parts: readonly Segment<IndexedPaper>[],
	segments: readonly MadeSegment[],
): Promise<void> {
	const places = parts.flatMap(({ papers }, segment) =>
		papers.flatMap(({ keys }, number) => keys.map((key) => [key, [segment, number]] as const)),
	);
	const papers = parts.reduce((sum, part) => sum + part.papers.length, 0);
	const files = titleFiles(
		places.map(([key, [segment, number]]) => [key, [segment, number]]),
		titleFileCount(papers),
	);
	await mkdir(join(fresh, 'titles'));
	for (const [at, text] of files.entries()) await writeFile(join(fresh, `titles/${at}.json`), text);
	const { script, wasm } = await clientFiles();
	await writeFile(join(fresh, 'search.js'), script);
	await writeFile(join(fresh, 'wasm.en.pagefind'), wasm);
	await writeFile(join(fresh, 'segments.json'), `${JSON.stringify(segments, null, '\t')}\n`);
	const opened: SearchSegment[] = segments.map(({ files: _, ...segment }) => segment);
	await writeFile(join(fresh, 'open.js'), openScript(opened.toReversed(), files.length));
}
