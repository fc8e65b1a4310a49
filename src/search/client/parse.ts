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

/** The quotes and the minus that keyboards set by themselves, as the signs that are read. Places stay. */
function plainSigns(text: string): string {
	return text.replace(/[“”„«»]/gu, '"').replace(/(?<=^|\s)[−–](?=\S)/gu, '-');
}

/** Reads what a reader typed. A filter with a minus is taken as a word, and a quote that is not closed as none. */
export function parseText(typed: string): ParsedText {
	const text = plainSigns(typed);
	const parsed: ParsedText = { words: [], phrases: [], without: [], topics: [], organizations: [], years: [] };
	for (const [whole, minus = '', operator = '', value = ''] of text.matchAll(piece)) {
		const isPhrase = /^".*"$/u.test(value);
		const content = value.replaceAll('"', '').trim();
		if (!/[\p{L}\p{N}]/u.test(content)) continue;
		if (operator !== '') {
			if (minus !== '') parsed.words.push(whole);
			else addFilter(parsed, operator.toLowerCase(), content);
		} else if (minus !== '') parsed.without.push(content);
		else if (isPhrase) parsed.phrases.push(content);
		else parsed.words.push(value);
	}
	return parsed;
}

function addFilter(parsed: ParsedText, operator: string, content: string): void {
	if (operator === 'topic') parsed.topics.push(content);
	else if (operator === 'year') parsed.years.push(yearRange(content) ?? noYears);
	else parsed.organizations.push(content);
}

/** What is no year has no papers. */
const noYears: YearRange = { from: '9999', to: '0000' };

/** `2019`, `2019..2021`, `2019-2021`, `2019..`, `..2021` or `undated`; null for anything else. */
export function yearRange(text: string): YearRange | null {
	if (text.toLowerCase() === 'undated') return 'undated';
	const [, from = '', dots, to = ''] = /^(\d{4})?(\.\.|-|–)?(\d{4})?$/.exec(text) ?? [];
	if (from === '' && to === '') return null;
	if (dots === undefined) return to === '' ? { from, to: from } : null;
	return from > to && to !== '' ? { from: to, to: from } : { from: from || null, to: to || null };
}

/** The words that papers are searched for: without those that nearly every paper has. */
export function tellingWords(words: readonly string[]): string[] {
	return words.filter((word) => !isEverywhere(word.toLowerCase()));
}

/** The text with one word in another's place; without it when there is none. */
export function withWord(text: string, word: string, other: string | null): string {
	let done = false;
	const changed = plainSigns(text).replace(piece, (whole, minus: string, operator: string | undefined) => {
		if (done || whole !== word || minus !== '' || operator !== undefined) return whole;
		done = true;
		return other ?? '';
	});
	return singleSpaced(changed);
}

/** What in a text has the form of a filter, also where there is no such filter, or nothing behind its colon. */
export function filtersTyped(
	text: string,
): { kind: 'topic' | 'organization' | 'year' | 'unknown'; operator: string; value: string }[] {
	return [...plainSigns(text).matchAll(piece)].flatMap(({ 0: whole, 1: minus, 2: read, 3: rest = '', index }) => {
		if (minus !== '') return [];
		// Of a title that has a colon, and of an address, nothing is a filter.
		const isAlone = index === 0 && whole === text.trim();
		const like = isAlone ? /^(\p{Ll}{2,}):(?!\/)(.*)$/u.exec(rest) : /^(\p{Ll}{2,}):([^\s/:].*)$/u.exec(rest);
		const operator = read ?? like?.[1];
		if (operator === undefined) return [];
		const value = (read === undefined ? (like?.[2] ?? '') : rest).replaceAll('"', '').trim();
		return [{ kind: kindOf(operator.toLowerCase()), operator, value }];
	});
}

function kindOf(operator: string): 'topic' | 'organization' | 'year' | 'unknown' {
	if (operator === 'topic' || operator === 'year') return operator;
	return /^(?:org|organi[sz]ation)$/u.test(operator) ? 'organization' : 'unknown';
}

/** The text without one of its operators, for each: `topic:`, `org:`, `year:` and words that are left out. */
export function textsWithoutOperators(text: string): { text: string; without: string }[] {
	const pieces = [...plainSigns(text).matchAll(piece)].filter(
		([, minus = '', operator = '']) => minus !== '' || operator !== '',
	);
	return pieces.map(({ 0: without, index }) => ({ text: spliced(text, index, without.length, ''), without }));
}

/** For each phrase that is asked for: the text with it as words, and the text without it. */
export function textsWithoutPhrases(text: string): { asWords: string; left: string; phrase: string }[] {
	return [...plainSigns(text).matchAll(piece)].flatMap(({ 0: whole, 1: minus, 2: operator, index }) => {
		if (minus !== '' || operator !== undefined || !/^"[^"]+"$/u.test(whole)) return [];
		const around = (inside: string): string => spliced(text, index, whole.length, inside);
		return { asWords: around(whole.slice(1, -1)), left: around(''), phrase: whole };
	});
}

function spliced(text: string, from: number, length: number, inside: string): string {
	return singleSpaced(text.slice(0, from) + inside + text.slice(from + length));
}

function singleSpaced(text: string): string {
	return text.replace(/\s{2,}/g, ' ').trim();
}

/** Whether a piece of a text is or begins something else than a plain word. */
export function isOperator(piece: string): boolean {
	return /^[-−–"“„«]|^(?:topic|org|organi[sz]ation|year):/iu.test(piece);
}
