/**
 * The keys by which terms are counted over time, and the file that holds the counts of each.
 * It imports no schema: browser code uses this file as it is.
 */
import { fnv1a } from './fnv.ts';
import { wordsOf } from './title-key.ts';

/** A term has so many words at most. */
export const longestTerm = 4;

/**
 * A word without what makes it plural: the S-stemmer of Harman (1991), How effective is suffixing?, which leaves "us"
 * and "ss" alone, and here "is" too ("analysis") and all of "es" behind a hissing sound ("approaches"). Short words stay.
 */
export function singular(word: string): string {
	if (word.length <= 3) return word;
	if (/[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`;
	if (/(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
	if (/[^aeo]es$/.test(word)) return word.slice(0, -1);
	return /[^uis]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The key of a term however it is written: "large language model" of "Large-Language Models". */
export function termKey(text: string): string {
	return wordsOf(text.replace(possessive, '')).map(singular).join(' ');
}

/** What a possessive adds to its word. */
export const possessive = /['’]s\b/g;

/** Which of so many files holds the counts of a term. */
export function termFile(key: string, files: number): number {
	return fnv1a(key) % files;
}
