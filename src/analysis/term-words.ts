import { possessive, singular } from '../records/term-key.ts';
import { spelled } from '../records/title-key.ts';
import { stopWords } from './stop-words.ts';

/** Stop words stand inside a term alone; numbers not alone and not first; single letters not alone. */
export const wordKinds = { stop: 0, number: 1, letter: 2, telling: 3 } as const;
export type WordKind = (typeof wordKinds)[keyof typeof wordKinds];

/** A word of a text: its key, its place, and whether only a space or a hyphen stands between it and the one before. */
export interface TextWord {
	key: string;
	kind: WordKind;
	from: number;
	to: number;
	joined: boolean;
}

const address = /\b(?:https?:\/\/|www\.)\S+/g;
const written = /[\p{L}\p{N}\p{M}]+/gu;
export const hyphens = /[-\u2010\u2011]/;
const joint = new RegExp(`^(?:\\s+|${hyphens.source})$`);

/**
 * A function that gives the words of a text in its order; addresses and the 's of possessives are none. It remembers
 * the words that it has seen.
 */
export function wordReader(): (text: string) => TextWord[] {
	const seen = new Map<string, Pick<TextWord, 'key' | 'kind'>>();
	const wordOf = (word: string): Pick<TextWord, 'key' | 'kind'> => {
		const known = seen.get(word);
		if (known) return known;
		const folded = spelled(word);
		const read = { key: singular(folded), kind: kindOf(folded) };
		seen.set(word, read);
		return read;
	};
	return (text) => {
		// As long as what they replace, so that places stay.
		const plain = text
			.replace(address, (found) => '.'.repeat(found.length))
			.replace(possessive, (found) => ' '.repeat(found.length));
		let end = 0;
		return Array.from(plain.matchAll(written), ({ 0: word, index }) => {
			const joined = joint.test(plain.slice(end, index));
			end = index + word.length;
			return { ...wordOf(word), from: index, to: end, joined };
		});
	};
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
