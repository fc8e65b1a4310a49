import { parseText, textsWithoutOperators, withWord } from './parse.ts';
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
		...[...textsWithoutOperators(text), ...shorterTexts(text)].map(({ text: shorter, without }) => ({
			query: { ...query, text: shorter },
			without,
		})),
	];
}

/**
 * The text without quotes, if it has phrases; else without its first plain word, without its second, and so on; none for
 * one word alone, or a sentence.
 */
export function shorterTexts(text: string): { text: string; without: string }[] {
	const { words, phrases } = parseText(text);
	if (phrases.length > 0) return [{ text: text.replaceAll('"', ' ').replace(/\s+/g, ' ').trim(), without: '"' }];
	if (words.length < 2 || words.length > mostWords) return [];
	return words.map((without) => ({ text: withWord(text, without, null), without }));
}
