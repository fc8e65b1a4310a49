import { parseText, textsWithoutOperators, textsWithoutPhrases, withWord } from './parse.ts';
import type { Query } from './query.ts';

/** A longer query is a sentence, of which each word would be a search. */
const mostWords = 8;

/** A query with a filter or a word less, and what was left out. */
export interface LooserQuery {
	query: Query;
	/** The word as typed, or the filter's value. */
	without: string;
}

/** All queries that have one filter or one word less. */
export function looserQueries(query: Query): LooserQuery[] {
	const { topic, year, organization, code, text } = query;
	return [
		...(topic === null ? [] : [{ query: { ...query, topic: null }, without: topic }]),
		...(year === null ? [] : [{ query: { ...query, year: null }, without: year }]),
		...(organization === null ? [] : [{ query: { ...query, organization: null }, without: organization }]),
		...(code ? [{ query: { ...query, code: false }, without: 'code' }] : []),
		...[...textsWithoutOperators(text), ...phrasesLess(text), ...shorterTexts(text)].map(({ text: less, without }) => ({
			query: { ...query, text: less },
			without,
		})),
	];
}

/** The text with each phrase as words, which `"` stands for, and without it where something else is left. */
function phrasesLess(text: string): { text: string; without: string }[] {
	return textsWithoutPhrases(text).flatMap(({ asWords, left, phrase }) => [
		{ text: asWords, without: '"' },
		...(left === '' ? [] : [{ text: left, without: phrase }]),
	]);
}

/** The text with its phrases as words; null when it has none. */
export function withoutQuotes(text: string): string | null {
	const [first] = textsWithoutPhrases(text);
	return first === undefined ? null : (withoutQuotes(first.asWords) ?? first.asWords);
}

/** The text without its first plain word, without its second, and so on; none when nothing is left, or of a sentence. */
export function shorterTexts(text: string): { text: string; without: string }[] {
	const { words, phrases } = parseText(text);
	if (words.length + phrases.length < 2 || words.length > mostWords) return [];
	return words.map((without) => ({ text: withWord(text, without, null), without }));
}
