import { newStemmer } from 'snowball-stemmers';
import { remembering } from './remembering.ts';
import { stopWords } from './stop-words.ts';

const stemmer = newStemmer('english');

/** The Snowball stem of an English word in lower case. */
export const stemOf = remembering((word) => stemmer.stem(word));

/** The stems of stop words, with which their other forms go. */
export const stopStems: ReadonlySet<string> = new Set(Array.from(stopWords, stemOf));
