import type { Definition, PhraseReader, PhraseWord } from './keyphrase-runs.ts';
import { emptyKey, type FieldTerms, longerKey, mostWords, type PaperRuns, phraseKey } from './keyphrase-terms.ts';
import { isActing, isHollow, isPraise } from './keyphrase-words.ts';

/** How often an occurrence in the title counts. */
const titleFactor = 3;
/** What is rarer than one in 256 papers is not more telling for that. */
const mostOctaves = 8;
/** A phrase that the paper has once must be a term of at least so many papers, and of one in 400. */
const leastPapersOfWeak = 4;
/** How much more a term of the field counts than a phrase of this paper. */
const fieldFactor = 1.25;

/** A phrase of a paper. */
export interface PhraseCandidate {
	words: readonly PhraseWord[];
	/** As the paper writes it. */
	written: string;
	/** Whether only headings have it. */
	fromHeading: boolean;
	/** Whether the paper has it only once. */
	weak: boolean;
	score: number;
}

interface Found {
	words: readonly PhraseWord[];
	/** How often: in the title `titleFactor` times. */
	times: number;
	titled: boolean;
	/** The longer phrases that it is a part of. */
	within: { phrases: number; times: number };
	/** The ways in which running text writes it, and how often. */
	forms: Map<string, number>;
	papers: number;
}

/** The phrases of a paper that may stand for it, best first. */
export function phraseCandidates(paper: PaperRuns, terms: FieldTerms, reader: PhraseReader): PhraseCandidate[] {
	const found = phrasesIn(paper, terms, reader);
	for (const definition of [...paper.title.definitions, ...paper.abstract.definitions]) join(found, definition, reader);
	countWithin(found);
	return [...found.values()]
		.flatMap((phrase) => {
			const score = phraseScore(phrase, terms);
			const weak = phrase.times < 2;
			if (score === 0) return [];
			return [{ words: phrase.words, written: writtenForm(phrase), fromHeading: phrase.forms.size === 0, weak, score }];
		})
		.sort((a, b) => Number(a.weak) - Number(b.weak) || b.score - a.score);
}

function phrasesIn({ title, abstract }: PaperRuns, terms: FieldTerms, reader: PhraseReader): Map<number, Found> {
	const titleRuns = reader.runsIn(title).map((run) => phraseOf(run, terms));
	const abstractRuns = reader.runsIn(abstract).map((run) => phraseOf(run, terms));
	const alone = new Set([...titleRuns, ...abstractRuns].filter(({ length }) => length <= mostWords).map(phraseKey));
	const found = new Map<number, Found>();
	for (const [runs, titled] of [
		[titleRuns, true],
		[abstractRuns, false],
	] as const) {
		for (const run of runs) {
			for (let from = 0; from < run.length; from++) {
				let key = emptyKey;
				for (let to = from; to < Math.min(run.length, from + mostWords); to++) {
					const last = run[to];
					if (last === undefined) continue;
					key = longerKey(key, last);
					const papers = terms.papersOf(key);
					if ((papers === 0 && !alone.has(key)) || last.role === 'leading') continue;
					if (from === to && !saysSomething(last)) continue;
					const phrase = found.get(key) ?? {
						words: run.slice(from, to + 1),
						times: 0,
						titled: false,
						within: { phrases: 0, times: 0 },
						forms: new Map(),
						papers,
					};
					found.set(key, phrase);
					phrase.times += titled ? titleFactor : 1;
					phrase.titled ||= titled;
					if (!titled) {
						const text = textOf(run.slice(from, to + 1));
						phrase.forms.set(text, (phrase.forms.get(text) ?? 0) + 1);
					}
				}
			}
		}
	}
	return found;
}

/** A run without what it is better without: an act before it, and words that say nothing behind it. */
function phraseOf(run: readonly PhraseWord[], terms: FieldTerms): PhraseWord[] {
	let from = 0;
	let to = run.length;
	const [first] = run;
	if (run.length > 2 && isActing(first?.lower ?? '')) from++;
	else if (run.length > 1 && isPraise(first?.lower ?? '') && terms.papersOf(phraseKey(run)) === 0) from++;
	while (to > from && (isHollow(run[to - 1]?.lower ?? '') || run[to - 1]?.role === 'leading')) to--;
	return run.slice(from, to);
}

/** Whether one word is a subject by itself: "quantization", but not "bridge". */
function isSubject({ lower }: PhraseWord): boolean {
	return /(?:i[sz]ation|[^lcn]ation|ing|ity|ness|ement|metry|ology|graphy|ics|ance|sis|ssion)$/.test(lower);
}

/** Whether a word may be a phrase by itself. */
function saysSomething(word: PhraseWord): boolean {
	if (word.role !== 'telling') return false;
	// Most compounds are adjectives: "long-horizon", "text-to-image".
	return (
		word.isName || !word.lower.includes('-') || /(?:ing|tion|sion|ment|ness|ity|ers?|ors?|[^s]s)$/.test(word.lower)
	);
}

/** An acronym and its words are one phrase: that of the two which the title has, else the words. */
function join(found: Map<number, Found>, { short, long }: Definition, reader: PhraseReader): void {
	const shortWord = reader.wordOf(short);
	const shortKey = phraseKey([shortWord]);
	const acronym = found.get(shortKey);
	if (acronym === undefined) return;
	const longWords = long.split(' ').map((word) => reader.wordOf(word));
	const isWhole = longWords.every(({ role }) => role !== 'breaks');
	const longKey = isWhole ? phraseKey(longWords) : -shortKey;
	const spelled = found.get(longKey);
	if (acronym.titled && spelled?.titled !== true) {
		if (spelled !== undefined) {
			acronym.times += spelled.times;
			found.delete(longKey);
		}
		return;
	}
	found.delete(shortKey);
	if (spelled !== undefined) {
		spelled.times += acronym.times;
		return;
	}
	const words = longWords.filter(({ role }) => role !== 'breaks');
	if (words.length < 2) return;
	found.set(longKey, { ...acronym, words, times: acronym.times + 1, forms: new Map([[long, 1]]) });
}

function countWithin(found: ReadonlyMap<number, Found>): void {
	for (const [longerOne, { words, times }] of found) {
		for (let from = 0; from < words.length; from++) {
			let key = emptyKey;
			for (const word of words.slice(from)) {
				key = longerKey(key, word);
				const inner = key === longerOne ? undefined : found.get(key);
				if (inner === undefined) continue;
				inner.within.phrases++;
				inner.within.times += times;
			}
		}
	}
}

/**
 * C-value times inverse document frequency: log2(1 + words) · (f − mean f of the longer phrases it is a part of) · idf,
 * where f counts the title three times (C-value: Frantzi, Ananiadou and Mima, 2000; with 1 + words, so that single
 * words count: Barrón-Cedeño and others, 2009), and idf = log2 N − log2 n, each to a whole number, from 1 to 8, of n
 * papers in which the phrase stands by itself. 0 where it says too little.
 */
function phraseScore({ words, times, titled, within, papers }: Found, { octaves }: FieldTerms): number {
	const parts = words.reduce((sum, { stems }) => sum + stems.length, 0);
	const telling = words.filter(({ role }) => role === 'telling').length;
	const frequency = times - (within.phrases === 0 ? 0 : within.times / within.phrases);
	const isTerm = papers > 0;
	if (frequency <= 0 || (times < 2 && !isTerm)) return 0;
	if (telling === 0 && !isTerm && !titled) return 0;
	const [word] = words;
	if (
		words.length === 1 &&
		(times < 2 || (word?.isName === false && !(titled && times > titleFactor && isSubject(word))))
	) {
		return 0;
	}
	if (times < 2 && papers < Math.max(leastPapersOfWeak, 2 ** octaves / 400)) return 0;
	const idf = Math.min(mostOctaves, Math.max(1, octaves - Math.round(Math.log2(Math.max(2, papers)))));
	const length = Math.log2(1 + Math.min(parts, mostWords));
	return length * frequency * idf * (isTerm ? fieldFactor : 1) * (telling === 0 ? 0.5 : 1);
}

function writtenForm({ words, forms }: Found): string {
	let best = textOf(words);
	let most = 0;
	for (const [form, times] of forms) if (times > most) [best, most] = [form, times];
	return best;
}

function textOf(words: readonly PhraseWord[]): string {
	return words.map(({ text }) => text).join(' ');
}
