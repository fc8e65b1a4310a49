import { singular } from '../records/term-key.ts';
import { spelled } from '../records/title-key.ts';
import { stopWords } from './stop-words.ts';

/** Stop words stand inside a term alone; numbers not alone and not first; single letters not alone. */
export const wordKinds = { stop: 0, number: 1, letter: 2, telling: 3 } as const;
type WordKind = (typeof wordKinds)[keyof typeof wordKinds];

/** What a word is to terms: words of one key are one. */
interface TermWord {
	key: string;
	kind: WordKind;
}

/** What a word is to terms, as it is written in a text. */
export function termWordOf(written: string): TermWord {
	const folded = spelled(written);
	return { key: singular(folded), kind: kindOf(folded) };
}

/** By key, as terms are: else it would depend on the form that is met first. */
const stopKeys: ReadonlySet<string> = new Set(Array.from(stopWords, singular));
/** Single letters that are words in running text; the others are names: "k-means", "t-SNE". */
const letterWords: ReadonlySet<string> = new Set(['a', 'i']);

function kindOf(folded: string): WordKind {
	if (/^\p{N}+$/u.test(folded)) return wordKinds.number;
	if (folded.length < 2) return letterWords.has(folded) ? wordKinds.stop : wordKinds.letter;
	return stopKeys.has(singular(folded)) ? wordKinds.stop : wordKinds.telling;
}
