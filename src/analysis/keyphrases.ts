import type { PaperId } from '../records/paper.ts';
import { type PhraseCandidate, phraseCandidates } from './keyphrase-candidates.ts';
import { PhraseReader, type PhraseRuns } from './keyphrase-runs.ts';
import { fieldTerms, type PaperRuns } from './keyphrase-terms.ts';
import { Lexicon } from './words.ts';

/** What keyphrases are found in. */
export interface PhrasedPaper {
	id: PaperId;
	title: string;
	abstract: string | null;
	/** BCP 47; null where no source says it. */
	language: string | null;
}

const mostPhrases = 6;
/** Single words that are no names say little: there are so many at most. */
const mostPlainWords = 2;
/** Phrases without much behind them are taken only to have so many. */
const fewPhrases = 3;
/** Of the words of an English abstract, so many at least are function words. */
const leastFunctionWords = 0.15;
/** Fewer words do not tell their language. */
const wordsThatTell = 25;

/**
 * The phrases that say what each paper is about, best first, as the paper writes them: at most six, and none where the
 * text gives none or is not English.
 *
 * A phrase is a run of up to four words between punctuation, function words, verbs and the remarks of abstracts, or a
 * part of one that stands by itself elsewhere, in this paper or in three others. Phrases are ranked by C-value
 * (Frantzi, Ananiadou and Mima, 2000) times a capped inverse document frequency; see `phraseScore`.
 *
 * `lexicon` has read these papers, as `relatedPapers` does.
 */
export function keyphrases(papers: readonly PhrasedPaper[], lexicon = lexiconOf(papers)): Map<PaperId, string[]> {
	const sorted = inOrder(papers);
	const reader = new PhraseReader(lexicon);
	const read = sorted.map((paper) => readPaper(paper, reader));
	const terms = fieldTerms(read, reader);
	return new Map(
		sorted.map(({ id }, at) => {
			const texts = read[at] ?? null;
			return [id, texts === null ? [] : chosen(phraseCandidates(texts, terms, reader), lexicon)];
		}),
	);
}

function lexiconOf(papers: readonly PhrasedPaper[]): Lexicon {
	const lexicon = new Lexicon();
	for (const { title, abstract } of inOrder(papers)) {
		lexicon.read(title, 'heading');
		lexicon.read(abstract ?? '', 'running');
	}
	return lexicon;
}

function inOrder(papers: readonly PhrasedPaper[]): PhrasedPaper[] {
	return papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The runs of a paper; null when it is not in English. */
function readPaper({ title, abstract, language }: PhrasedPaper, reader: PhraseReader): PaperRuns | null {
	if (language !== null && !/^en\b/i.test(language)) return null;
	const texts = { title: reader.read(title), abstract: reader.read(abstract ?? '') };
	return isEnglish([texts.title, texts.abstract]) ? texts : null;
}

function isEnglish(texts: readonly PhraseRuns[]): boolean {
	const words = texts.reduce((sum, text) => sum + text.words, 0);
	const functionWords = texts.reduce((sum, text) => sum + text.functionWords, 0);
	return words < wordsThatTell || functionWords >= words * leastFunctionWords;
}

interface Told extends PhraseCandidate {
	shown: string;
	stems: readonly number[];
	/** Its letters and digits. */
	letters: string;
}

function chosen(candidates: readonly PhraseCandidate[], lexicon: Lexicon): string[] {
	const told: Told[] = [];
	let plainWords = 0;
	for (const candidate of candidates) {
		if (told.length === mostPhrases || (candidate.weak && told.length >= fewPhrases)) break;
		const isPlain = candidate.words.length === 1 && candidate.words[0]?.isName === false;
		if (isPlain && plainWords === mostPlainWords) continue;
		const next = inWords(candidate, lexicon);
		if (told.some((other) => sayTheSame(other, next))) continue;
		told.push(next);
		if (isPlain) plainWords++;
	}
	return told.map(({ shown }) => shown);
}

/** As the paper writes it most often, but with the capitals of headings and sentence beginnings taken back. */
function inWords(candidate: PhraseCandidate, lexicon: Lexicon): Told {
	const shown = usuallyWritten(candidate, lexicon);
	return {
		...candidate,
		shown,
		stems: candidate.words.flatMap(({ stems }) => stems),
		letters: shown.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
	};
}

function usuallyWritten({ written, words, fromHeading }: PhraseCandidate, lexicon: Lexicon): string {
	const parts = written.split(' ');
	const shown = parts.map((part) =>
		isPlainCapital(part) ? part.replace(/\p{L}+/gu, (word) => usualForm(word, words.length > 1, lexicon)) : part,
	);
	const capitals = (some: readonly string[]) =>
		some.filter((part) => isPlainCapital(part) && part !== part.toLowerCase());
	const isMixed = capitals(shown).length > 0 && capitals(shown).length < capitals(parts).length;
	// A sentence that writes all of a phrase in capitals means a name: "Vector Symbolic Architectures".
	return isMixed && !fromHeading && capitals(parts).length === parts.length ? written : shown.join(' ');
}

/** Within a phrase, a capital that no sentence has inside is not a name's, as far as can be known. */
function usualForm(word: string, isInPhrase: boolean, lexicon: Lexicon): string {
	const usual = lexicon.usualForm(lexicon.numberOf(word));
	return isInPhrase && !lexicon.isSeen(lexicon.numberOf(usual)) ? usual.toLowerCase() : usual;
}

/** "Retrieval-Augmented", but not "GR-Dexter". */
function isPlainCapital(word: string): boolean {
	return /^(?:\p{Lu}?\p{Ll}*-)*\p{Lu}?\p{Ll}*$/u.test(word);
}

function sayTheSame(one: Told, other: Told): boolean {
	const [few, many] = one.stems.length < other.stems.length ? [one, other] : [other, one];
	const shared = few.stems.filter((stem) => many.stems.includes(stem)).length;
	if (shared >= Math.min(few.stems.length, Math.max(2, few.stems.length - 1))) return true;
	if (one.letters.replace(/s$/, '') === other.letters.replace(/s$/, '')) return true;
	if (few.letters.length > 4 && many.letters.includes(few.letters)) return true;
	return isShortFor(one.shown, other.shown) || isShortFor(other.shown, one.shown);
}

function isShortFor(short: string, long: string): boolean {
	const capitals = /^(\p{Lu}{2,})s?$/u.exec(short)?.[1]?.toLowerCase();
	if (capitals === undefined) return false;
	const initials = [...long.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word.slice(0, 1).toLowerCase()).join('');
	return initials.includes(capitals) || (initials.length > 1 && capitals.endsWith(initials));
}
