import { type TextWord, wordReader } from './term-words.ts';

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
	const read = wordReader();
	const numbers = new Map<string, number>();
	const kinds: number[] = [];
	const numberOf = ({ key, kind }: TextWord): number => {
		const known = numbers.get(key);
		if (known !== undefined) return known;
		const number = numbers.size;
		numbers.set(key, number);
		kinds.push(kind);
		return number;
	};

	const starts = new Uint32Array(texts.length + 1);
	const titleEnds = new Uint32Array(texts.length);
	let words = new Uint32Array(1024);
	let joined = new Uint8Array(1024);
	let end = 0;
	const append = (text: string): void => {
		read(text).forEach((word, nth) => {
			if (end === words.length) [words, joined] = [grown(words), grown(joined)];
			words[end] = numberOf(word);
			joined[end] = word.joined && nth > 0 ? 1 : 0;
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
		keys: [...numbers.keys()],
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
