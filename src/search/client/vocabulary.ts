/**
 * The words of a segment, by first letter in files `words/<letter>.json`, with how many papers have each. Written
 * front-coded: each word as the number of letters it shares with the one before it, one digit of base 36, and its rest.
 */
export interface WordFile {
	words: string;
	/** For each word a digit of base 36: twice the binary logarithm of the number of its papers, rounded. */
	papers: string;
}

export type Frequencies = ReadonlyMap<string, number>;

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** The names of the files there may be: letters, `0` for digits, `_` for all else. */
export const wordFiles: readonly string[] = [...letters, '0', '_'];

export function fileOfWord(word: string): string {
	const first = word.slice(0, 1);
	return letters.includes(first) ? first : /^\p{N}/u.test(word) ? '0' : '_';
}

/** Words in the order of their code units, none of them empty. */
export function encodedWords(words: readonly (readonly [word: string, papers: number])[]): WordFile {
	let before = '';
	const coded = words.map(([word]) => {
		let shared = 0;
		while (shared < 35 && shared < word.length && word[shared] === before[shared]) shared += 1;
		before = word;
		return shared.toString(36) + word.slice(shared);
	});
	return {
		words: coded.join(' '),
		papers: words.map(([, papers]) => Math.min(35, Math.round(2 * Math.log2(papers))).toString(36)).join(''),
	};
}

/** The words, with about how many papers have each. */
export function decodedWords({ words, papers }: WordFile): Map<string, number> {
	const decoded = new Map<string, number>();
	if (words === '') return decoded;
	let word = '';
	for (const [at, coded] of words.split(' ').entries()) {
		word = word.slice(0, Number.parseInt(coded.slice(0, 1), 36)) + coded.slice(1);
		decoded.set(word, 2 ** (Number.parseInt(papers[at] ?? '0', 36) / 2));
	}
	return decoded;
}

/** Words that nearly every paper has: to have one says nothing of a paper. */
const everywhere = new Set('a an and are as at be by for from in is it of on or that the this to we with'.split(' '));

export function isEverywhere(word: string): boolean {
	return everywhere.has(word);
}
