import type { Appearance } from '../../records/paper.ts';
import type { PublishedPaper } from '../../records/published-paper.ts';
import { titleKey } from '../../records/title-key.ts';
import { fileOfKey, type PaperPlace, shortKey, type TitleFile } from '../client/keys.ts';

/** A file of about so many papers is 2 KB to load. */
const papersInFile = 40;

/** What is known of a paper that names it. */
export interface NamedPaper extends Pick<PublishedPaper, 'title' | 'ids' | 'arxivId' | 'doi'> {
	appearances: { values: Pick<Appearance['values'], 'title'> }[];
}

/** What names a paper: every title it had in a listing, and every id. Short keys, each once. */
export function keysOf({ title, ids, arxivId, doi, appearances }: NamedPaper): string[] {
	const titles = [title, ...appearances.map(({ values }) => values.title)].map(titleKey).filter((key) => key !== '');
	const named = ids.filter((id) => !id.startsWith('t:'));
	const known = [arxivId && `arxiv:${arxivId}`, doi && `doi:${doi}`].flatMap((id) => id || []);
	return [...new Set([...titles, ...named, ...known])].map(shortKey);
}

/** How many files an archive of so many papers has: a power of two. */
export function titleFileCount(papers: number): number {
	return 2 ** Math.ceil(Math.log2(Math.max(1, papers / papersInFile)));
}

/** The files by their numbers: JSON of what each key names, keys in order. */
export function titleFiles(keys: Iterable<readonly [key: string, place: PaperPlace]>, files: number): string[] {
	const contents: Map<string, PaperPlace[]>[] = Array.from({ length: files }, () => new Map());
	for (const [key, place] of keys) {
		const content = contents[fileOfKey(key, files)];
		const places = content?.get(key);
		if (places) places.push(place);
		else content?.set(key, [place]);
	}
	return contents.map((content) => {
		const file: TitleFile = Object.fromEntries([...content].sort(([a], [b]) => (a < b ? -1 : 1)));
		return JSON.stringify(file);
	});
}
