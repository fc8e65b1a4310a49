import { termWordOf } from './term-words.ts';
import { apart, eachWord } from './text-words.ts';

/** What terms are read from. */
export interface TermText {
	title: string;
	abstract: string | null;
}

/** The words of all papers one after another; those of paper `p` lie from `starts[p]` to `starts[p + 1]`. */
export interface ReadWords {
	/** The key and the kind of each word. */
	keys: string[];
	kinds: Uint8Array;
	starts: Uint32Array;
	/** Where the title of each paper ends. */
	titleEnds: Uint32Array;
	/** Places in `keys`. */
	words: Uint32Array;
	/** 1 where a word follows the one before with nothing but a space or a hyphen. */
	joined: Uint8Array;
}

export function readWords(texts: readonly TermText[]): ReadWords {
	const numbers = { ofKeys: new Map<string, number>(), ofWords: new Map<string, number>() };
	const kinds: number[] = [];
	const numberOf = (written: string): number => {
		const known = numbers.ofWords.get(written);
		if (known !== undefined) return known;
		const { key, kind } = termWordOf(written);
		const number = numbers.ofKeys.get(key) ?? kinds.length;
		if (number === kinds.length) kinds.push(kind);
		numbers.ofKeys.set(key, number);
		numbers.ofWords.set(written, number);
		return number;
	};

	const starts = new Uint32Array(texts.length + 1);
	const titleEnds = new Uint32Array(texts.length);
	let words = new Uint32Array(1024);
	let joined = new Uint8Array(1024);
	let end = 0;
	const append = (text: string): void => {
		eachWord(text, (written, link) => {
			if (end === words.length) [words, joined] = [grown(words), grown(joined)];
			words[end] = numberOf(written);
			joined[end] = link === apart ? 0 : 1;
			end++;
		});
	};
	texts.forEach(({ title, abstract }, paper) => {
		append(title);
		titleEnds[paper] = end;
		append(abstract ?? '');
		starts[paper + 1] = end;
	});
	return {
		keys: [...numbers.ofKeys.keys()],
		kinds: Uint8Array.from(kinds),
		starts,
		titleEnds,
		words: words.slice(0, end),
		joined: joined.slice(0, end),
	};
}

function grown<T extends Uint32Array | Uint8Array>(array: T): T;
function grown(array: Uint32Array | Uint8Array): Uint32Array | Uint8Array {
	const longer = array instanceof Uint32Array ? new Uint32Array(array.length * 2) : new Uint8Array(array.length * 2);
	longer.set(array);
	return longer;
}
