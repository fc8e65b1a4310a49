import { newStemmer } from 'snowball-stemmers';
import { stopWords } from './stop-words.ts';

const stemmer = newStemmer('english');

/** The Snowball stem of an English word in lower case. */
export function stemOf(word: string): string {
	return stemmer.stem(word);
}

/** The stems of stop words, with which their other forms go. */
export const stopStems: ReadonlySet<string> = new Set([...stopWords].map(stemOf));
