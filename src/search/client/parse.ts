import type { Query } from './query.ts';
import { isEverywhere } from './vocabulary.ts';

/** A query's text, taken apart. */
export interface ParsedText {
	/** Plain words in their order, as typed. */
	words: string[];
	/** What stood in quotes. */
	phrases: string[];
	/** Words and phrases that no result has. */
	without: string[];
	/** What stood behind `topic:`, `org:` and `year:`: all hold. */
	topics: string[];
	organizations: string[];
	years: YearRange[];
}

/** Inclusive, four digits each; null is open. `undated` has its own. */
export type YearRange = { from: string | null; to: string | null } | 'undated';

const piece = /(-?)(?:(topic|org|organi[sz]ation|year):)?("[^"]*"|\S+)/giu;

/** Reads what a reader typed. An operator that has no sense is taken as words, and a quote that is not closed as none. */
export function parseText(text: string): ParsedText {
	const parsed: ParsedText = { words: [], phrases: [], without: [], topics: [], organizations: [], years: [] };
	for (const [whole, minus = '', operator = '', value = ''] of text.matchAll(piece)) {
		const isPhrase = /^".*"$/u.test(value);
		const content = value.replaceAll('"', '').trim();
		if (!/[\p{L}\p{N}]/u.test(content)) continue;
		if (operator !== '') {
			if (minus !== '' || !addFilter(parsed, operator.toLowerCase(), content)) parsed.words.push(whole);
		} else if (minus !== '') parsed.without.push(content);
		else if (isPhrase) parsed.phrases.push(content);
		else parsed.words.push(value);
	}
	return parsed;
}

function addFilter(parsed: ParsedText, operator: string, content: string): boolean {
	if (operator === 'topic') parsed.topics.push(content);
	else if (operator === 'year') {
		const range = yearRange(content);
		if (range === null) return false;
		parsed.years.push(range);
	} else parsed.organizations.push(content);
	return true;
}

/** `2019`, `2019..2021`, `2019-2021`, `2019..`, `..2021` or `undated`; null for anything else. */
export function yearRange(text: string): YearRange | null {
	if (text.toLowerCase() === 'undated') return 'undated';
	const [, from = '', dots, to = ''] = /^(\d{4})?(\.\.|-|–)?(\d{4})?$/.exec(text) ?? [];
	if (from === '' && to === '') return null;
	if (dots === undefined) return to === '' ? { from, to: from } : null;
	return { from: from || null, to: to || null };
}

/** Whether nothing is asked for. */
export function isEmpty({ text, topic, year, organization, code }: Query): boolean {
	return !/[\p{L}\p{N}]/u.test(text) && topic === null && year === null && organization === null && !code;
}

/** The words that papers are searched for: without those that nearly every paper has. */
export function tellingWords(words: readonly string[]): string[] {
	return words.filter((word) => !isEverywhere(word.toLowerCase()));
}

/** The text with one word in another's place; without it when there is none. */
export function withWord(text: string, word: string, other: string | null): string {
	let done = false;
	const changed = text.replace(piece, (whole, minus: string, operator: string | undefined) => {
		if (done || whole !== word || minus !== '' || operator !== undefined) return whole;
		done = true;
		return other ?? '';
	});
	return changed.replace(/\s{2,}/g, ' ').trim();
}

/** The text without one of its operators, for each: `topic:`, `org:`, `year:` and words that are left out. */
export function textsWithoutOperators(text: string): { text: string; without: string }[] {
	const pieces = [...text.matchAll(piece)].filter(([, minus = '', operator = '']) => minus !== '' || operator !== '');
	return pieces.map(({ 0: without, index }) => ({
		text: (text.slice(0, index) + text.slice(index + without.length)).replace(/\s{2,}/g, ' ').trim(),
		without,
	}));
}
