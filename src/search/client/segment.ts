import { type ColumnTypes, columnFiles } from './columns.ts';
import { areForms } from './forms.ts';
import type { PagefindInstance } from './pagefind.ts';
import { served } from './pagefind-files.ts';
import type { PaperRecord } from './row.ts';
import type { SearchSeam, SearchSegment } from './seam.ts';
import { addPlaces, type TitlePlaces, type TitleWordFile, titleFileOfWord } from './title-words.ts';
import { decodedWords, type Frequencies, type WordFile } from './vocabulary.ts';

/** The numbers of the papers that have something. */
export type Having = ReadonlySet<number>;

/** One segment of the index. It keeps what it loads. After a file could not be loaded a new one is to be made. */
export interface OpenSegment {
	segment: SearchSegment;
	/** Loads what every search needs. */
	open(): Promise<void>;
	/** The papers that have a word in some form, or words one after another. */
	having(phrase: string): Promise<Having>;
	/** The papers that have a word, or, where none has, words that begin as it does. */
	beginning(word: string): Promise<Having>;
	column<K extends keyof ColumnTypes>(name: K): Promise<ColumnTypes[K]>;
	/** Words of one of `wordFiles`, with about how many papers have each. */
	words(file: string): Promise<Frequencies>;
	/** Where a word, or a form of it, stands in titles. */
	inTitles(word: string): Promise<TitlePlaces>;
	/** The record of a paper. */
	record(number: number): Promise<PaperRecord>;
}

/** Makes an instance that searches one segment, its files below a folder. */
export type OpenInstance = (folder: string, hash: string) => Promise<PagefindInstance>;

/** A segment, of which nothing is loaded until it is asked. */
export function segmentAt(
	seam: Pick<SearchSeam, 'read'>,
	segment: SearchSegment,
	openInstance: OpenInstance,
): OpenSegment {
	const read = onceEach((path: string) => seam.read(path.startsWith('wasm.') ? path : `${segment.folder}/${path}`));
	let failure: { reason: unknown } | null = null;
	const instance = onceEach(async (hash: string) => {
		// Pagefind waits without end for one of these that does not come.
		await Promise.all(['pagefind-entry.json', `pagefind.${hash}.pf_meta`, 'wasm.en.pagefind'].map(read));
		const folder = served((path) =>
			read(path).catch((reason: unknown) => {
				failure = { reason };
				throw reason;
			}),
		);
		return await openInstance(folder, hash);
	});
	const found = recent(async (term): Promise<Having> => {
		const { results } = await (await instance(segment.hash)).search(term);
		// Without a part of the index Pagefind finds fewer papers, and says so on the console only.
		if (failure) throw failure.reason;
		return new Set(results.map(({ id }) => Number(id)));
	});
	const titleWords = onceEach(async (file: number) => parsed<TitleWordFile>(await read(`title-words/${file}.json`)));
	return {
		segment,
		open: async () => {
			await instance(segment.hash);
		},
		having: (phrase) => found(`"${phrase}"`),
		beginning: (word) => found(word),
		column: onceEach(async (name) => parsed(await read(columnFiles[name]))),
		words: onceEach(async (file) => decodedWords(parsed<WordFile>(await read(`words/${file}.json`)))),
		inTitles: recent(async (word) => placesOf(word, await titleWords(titleFileOfWord(word)))),
		record: onceEach(async (number) => recordOf(await read(`fragment/${number}.pf_fragment`))),
	};
}

function placesOf(word: string, file: TitleWordFile): TitlePlaces {
	const places = new Map<number, number[]>();
	for (const [each, encoded] of Object.entries(file)) if (areForms(each, word)) addPlaces(places, encoded);
	return places;
}

/** Calls `work` once for each argument, and keeps what it answered. */
function onceEach<A, R>(work: (argument: A) => Promise<R>): (argument: A) => Promise<R> {
	const done = new Map<A, Promise<R>>();
	return (argument) => {
		const before = done.get(argument);
		if (before) return before;
		const answer = work(argument);
		done.set(argument, answer);
		return answer;
	};
}

/** The words of some queries: who types asks for the same ones again. */
const recentTerms = 40;

/** Calls `work` once for each of the last arguments. */
function recent<R>(work: (argument: string) => Promise<R>): (argument: string) => Promise<R> {
	const done = new Map<string, Promise<R>>();
	return (argument) => {
		const answer = done.get(argument) ?? work(argument);
		done.delete(argument);
		done.set(argument, answer);
		const [oldest] = done.keys();
		if (done.size > recentTerms && oldest !== undefined) done.delete(oldest);
		return answer;
	};
}

/** A file that the build of this same site wrote as a `T`. */
function parsed<T>(bytes: Uint8Array): T {
	return JSON.parse(new TextDecoder().decode(bytes));
}

/** What Pagefind puts before the JSON of a fragment, in gzip. */
const signature = 'pagefind_dcd';

async function recordOf(bytes: Uint8Array): Promise<PaperRecord> {
	const unzipped = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
	return JSON.parse((await new Response(unzipped).text()).slice(signature.length));
}
