import { wordsOf } from '../../records/title-key.ts';
import { withWord } from './parse.ts';
import type { OpenSegment } from './segment.ts';
import { continuations, farNeighbours, neighbours } from './spelling.ts';
import { type Frequencies, fileOfWord, wordFiles } from './vocabulary.ts';

/** Searches for a text. */
export type Try = (text: string) => Promise<Tried>;

/** How many papers a text finds, and how much its words are those of a title that it finds. */
export interface Tried {
	papers: number;
	likeness: number;
}

/** How many words are tried in the place of one. */
const triesEach = 5;

/** For each word that the archive has, when no paper has all of them: then any of them may be a misspelt one. */
const triesOfKnown = 2;

/** A text in the place of what was typed. */
export interface Correction {
	/** Empty when no word is left. */
	text: string;
	/** Whether a word was corrected, or some were only left out. */
	change: 'corrected' | 'shortened';
}

/**
 * The text with its misspelt words corrected, and without words that stand for nothing in the archive; null when there is
 * nothing better. `unknown` are those of its words that no paper has; without any, each of them may be one in another's
 * place. A word is corrected only if papers are found with it then.
 */
export async function correction(
	text: string,
	words: readonly string[],
	unknown: readonly string[],
	segments: readonly OpenSegment[],
	tryText: Try,
): Promise<Correction | null> {
	if (unknown.length > 0) return await replacing(text, unknown, segments, tryText);
	const replaced = await replacingOne(text, words, segments, tryText);
	return replaced === null ? null : { text: replaced, change: 'corrected' };
}

/** Replaces unknown words one after another, each tried without those that are still unknown, or leaves them out. */
async function replacing(
	text: string,
	unknown: readonly string[],
	segments: readonly OpenSegment[],
	tryText: Try,
): Promise<Correction> {
	let changed = text;
	let change: Correction['change'] = 'shortened';
	for (const [at, word] of unknown.entries()) {
		const later = unknown.slice(at + 1);
		const tried = (other: string): string =>
			later.reduce((all, each) => withWord(all, each, null), withWord(changed, word, other));
		const better = await best((await likely(word, segments)).slice(0, triesEach), tried, tryText);
		if (better !== null) change = 'corrected';
		changed = withWord(changed, word, better);
	}
	return { text: changed, change };
}

/** Of words, likeliest first, the one that makes a text most like a title that it finds; null when none finds any. */
async function best(
	words: readonly string[],
	textWith: (word: string) => string,
	tryText: Try,
): Promise<string | null> {
	let best: { word: string; likeness: number } | null = null;
	for (const word of words) {
		const { papers, likeness } = await tryText(textWith(word));
		if (papers > 0 && (best === null || likeness > best.likeness)) best = { word, likeness };
	}
	return best?.word ?? null;
}

async function replacingOne(
	text: string,
	words: readonly string[],
	segments: readonly OpenSegment[],
	tryText: Try,
): Promise<string | null> {
	const texts: string[] = [];
	for (const word of words) {
		const others = (await likely(word, segments)).slice(0, triesOfKnown);
		texts.push(...others.map((other) => withWord(text, word, other)));
	}
	return await best(texts, (each) => each, tryText);
}

/** What a word may stand for, likeliest first. Of one with a hyphen its unknown part is another. */
async function likely(word: string, segments: readonly OpenSegment[]): Promise<string[]> {
	const parts = wordsOf(word);
	if (parts.length < 2) return await likelyWords(parts[0] ?? '', segments);
	for (const [at, part] of parts.entries()) {
		if (await isCommon(part, segments)) continue;
		return (await likelyWords(part, segments)).map((other) => parts.with(at, other).join('-'));
	}
	return [];
}

/** Whether a folded word is in a title, or in two abstracts of a segment. */
export async function isCommon(word: string, segments: readonly OpenSegment[]): Promise<boolean> {
	const files = await Promise.all(segments.map((open) => open.words(fileOfWord(word))));
	return files.some((words) => words.has(word));
}

/** A shorter beginning is that of too many words. */
const shortestBeginning = 4;

/** The nearest there are, of the files where they mostly are or else of all. */
async function likelyWords(word: string, segments: readonly OpenSegment[]): Promise<string[]> {
	if (word === '') return [];
	const near = await frequenciesIn([...new Set([fileOfWord(word), fileOfWord(word.slice(1))])], segments);
	const begun = word.length < shortestBeginning ? [] : continuations(word, near);
	const found = [...neighbours(word, near), ...begun];
	if (found.length > 0) return found;
	const all = await frequenciesIn(wordFiles, segments);
	const anywhere = neighbours(word, all);
	return anywhere.length > 0 ? anywhere : farNeighbours(word, all);
}

/** In how many papers of segments the words of files are. */
async function frequenciesIn(files: readonly string[], segments: readonly OpenSegment[]): Promise<Frequencies> {
	const loaded = await Promise.all(segments.flatMap((open) => files.map((file) => open.words(file))));
	const [only, ...more] = loaded;
	if (only && more.length === 0) return only;
	const all = new Map<string, number>();
	for (const words of loaded) for (const [word, papers] of words) all.set(word, (all.get(word) ?? 0) + papers);
	return all;
}
