import { stopwords } from '@orama/stopwords/english';
import { arxivAddress, arxivQuery, arxivWanted, missing } from './arxiv.ts';
import type { Requester } from './requests.ts';

/** Words that are too common to be looked for, and one that the service reads as an operator. */
const stops: ReadonlySet<string> = new Set([...stopwords, 'andnot']);

/** So many words of a title tell it from others; each more is one more that another capture may write differently. */
const mostWords = 6;
const fewWords = 3;

/** Papers of an answer: those that fit best come first. */
const mostPapers = 20;

/**
 * What to search arXiv for to find a title: first for the words that are rarest by their form, then, if nothing has them
 * all, for fewer plain ones. A word is what the service takes for one (letters and digits, perhaps with points in them)
 * and no formula: so nothing is left that it would read as syntax. None where a title, as readers see it, has no such
 * word.
 */
export function titleQueries(title: string): string[] {
	const words = [...new Set(title.split(/[\s\-‐-―/:;,!?()[\]{}"“”„«»…]+/u).map(trimmed))].filter(
		(word) => /^[a-z\d]+(?:\.[a-z\d]+)*$/i.test(word) && word.length > 2 && !stops.has(word.toLowerCase()),
	);
	const plain = words.filter((word) => !isName(word));
	const first = best(words, mostWords, (a, b) => Number(isName(b)) - Number(isName(a)) || b.length - a.length);
	const second = best(plain, fewWords, (a, b) => b.length - a.length);
	return [...new Set([first, second].filter((query) => query !== ''))];
}

/** Apostrophes and points around a word, as quotation and at the end of a sentence. */
function trimmed(word: string): string {
	return word.replace(/^['’‘.]+|['’‘.]+$/g, '').replace(/['’]s$/, '');
}

/** A word with digits or with capitals in it: `Qwen2.5`, `DeepSeek`, `BERT`. */
function isName(word: string): boolean {
	return /\d|.[A-Z]/.test(word);
}

/** The first of the words by an order, as a query, in the order of the title. */
function best(words: readonly string[], count: number, order: (a: string, b: string) => number): string {
	const chosen = new Set(words.toSorted(order).slice(0, count));
	return words
		.filter((word) => chosen.has(word))
		.map((word) => `ti:${word.toLowerCase()}`)
		.join(' AND ');
}

/** The address of a search of arXiv. `from` is another address of the service. */
export function searchAddress(query: string, from: string = arxivAddress): string {
	return arxivQuery(from, { search_query: query, start: '0', max_results: String(mostPapers) });
}

/** The answer to a search of arXiv, an Atom feed as it came. Throws as a requester does, and `source/not-atom`. */
export async function searchArxiv(requests: Requester, url: string, signal?: AbortSignal): Promise<Uint8Array> {
	const wanted = arxivWanted(url);
	const flaw = (bytes: Uint8Array) => wanted.flaw?.(bytes) ?? missing(bytes, 0, url);
	const answer = await requests.get(url, { ...wanted, flaw }, signal);
	// Only what was asked with a tag can be unchanged.
	return answer === 'unchanged' ? new Uint8Array() : answer.fresh;
}
