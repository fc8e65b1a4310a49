import { wordsOf } from '../../records/title-key.ts';
import { type Answer, answerOf, few, papersIn } from './answer.ts';
import { askOf, concerns, hasText, papersWith } from './ask.ts';
import { correction, isCommon, type Tried } from './correct.ts';
import { countsIn } from './counts.ts';
import { examplesIn } from './examples.ts';
import type { Found, Search } from './found.ts';
import { likenessOfBest } from './likeness.ts';
import { listsOf } from './lists.ts';
import { looserQueries, shorterTexts, withoutQuotes } from './looser.ts';
import { misreadIn } from './misread.ts';
import { misreadInWords } from './misread-words.ts';
import { idIn, papersNamed } from './named.ts';
import { inOrder, type Placed } from './order.ts';
import { isOperator, withWord } from './parse.ts';
import { noFilters, type Query } from './query.ts';
import { type ResultRow, resultRow } from './row.ts';
import type { SearchSeam } from './seam.ts';
import type { OpenSegment } from './segment.ts';
import { continuations } from './spelling.ts';
import { fileOfWord } from './vocabulary.ts';

/** A shorter beginning is that of too many words. */
const shortestBeginning = 3;

/** More words are a text that was pasted: to try each would take long. */
const mostCorrected = 12;

/** How many times more papers another word has to have than one that the archive has as it was typed. */
const timesMore = 10;

/** Shorter words are too near to others. */
const shortestUncommon = 5;

/** Of what is found with a word in the place of another, so many titles show whether it is the right one. */
const lookedAtOfTried = 5;

/** An answer in another's place, and why. */
interface Better {
	answer: Answer;
	change: Found['change'];
}

/** The search of an archive, over its segments, newest first. */
export function searchOf(seam: SearchSeam, segments: readonly OpenSegment[]): Search {
	const [newest] = segments;

	async function search(query: Query, options: { typing?: boolean; signal?: AbortSignal } = {}): Promise<Found> {
		const { typing = false, signal } = options;
		const placed = await namedIn(query.text);
		const records = await Promise.all(placed.map(({ open, number }) => open.record(number)));
		const named = records.map((record) => resultRow(record, []));
		signal?.throwIfAborted();
		// An id is no word: parts of it would be found everywhere.
		if (idIn(query.text) !== null) return onlyNamed(query, named);
		const asked = typing ? { ...query, text: await completed(query.text) } : query;
		let answer = await answerOf(asked, segments);
		let change: Found['change'] = null;
		if (!query.literal) {
			signal?.throwIfAborted();
			const better = await betterAnswer(answer);
			if (better) ({ answer, change } = better);
			signal?.throwIfAborted();
			const shorter = papersIn(answer.found) > 0 || named.length > 0 ? null : await shortenedAnswer(answer);
			if (shorter) ({ answer, change } = shorter);
		}
		signal?.throwIfAborted();
		const lists = await listsOf(answer, change, placed);
		signal?.throwIfAborted();
		const isFound = change === null && (papersIn(answer.found) > 0 || named.length > 0);
		const misread = isFound ? [] : await misreadIn(query.text, segments);
		signal?.throwIfAborted();
		return {
			query: answer.query,
			change,
			named,
			...lists,
			ranked: hasText(answer.ask),
			misread: misread.map(misreadInWords),
		};
	}

	async function namedIn(text: string): Promise<Placed[]> {
		const places = await papersNamed(text, seam);
		return places.flatMap(([segment, number]) => {
			const open = segments[segments.length - 1 - segment];
			return open ? [{ open, number }] : [];
		});
	}

	/** The text with its last word completed, if the archive has no such word, or hardly, but some that begin so. */
	async function completed(text: string): Promise<string> {
		const last = askOf({ ...nothing, text }).words.at(-1);
		if (last === undefined || !text.endsWith(last)) return text;
		// One letter begins a word of every paper.
		if (last.length === 1) return text.slice(0, -1).trim() || text;
		const [best] = await completions(text);
		return best === undefined ? text : withWord(text, last, best);
	}

	async function completions(text: string): Promise<string[]> {
		const piece = /\S+$/u.exec(text)?.[0] ?? '';
		const last = wordsOf(piece).at(-1) ?? '';
		if (isOperator(piece) || last.length < shortestBeginning || !newest) return [];
		const words = await newest.words(fileOfWord(last));
		const longer = continuations(last, words);
		const own = words.get(last);
		return own === undefined ? longer : longer.filter((word) => (words.get(word) ?? 0) >= own * timesMore);
	}

	/** The answer to what was meant, where little is found; null when there is none. */
	async function betterAnswer({ query, ask, found }: Answer): Promise<Better | null> {
		if (ask.telling.length === 0 || ask.telling.length > mostCorrected || papersIn(found) >= few) return null;
		// What a filter leaves out says nothing of a word.
		const unfiltered = { ...query, ...noFilters };
		const papers = papersIn((await answerOf(unfiltered, segments, true)).found);
		if (papers >= few) return null;
		const unknown = papers === 0 ? await wordsOfNone(ask.telling) : await uncommonWords(ask.telling);
		if (papers > 0 && unknown.length === 0) return null;
		const better = await correction(query.text, ask.telling, unknown, segments, async (text): Promise<Tried> => {
			const tried = await answerOf({ ...unfiltered, text }, segments, true);
			const best = (await inOrder(tried.found, 'relevance', tried.ask)).slice(0, lookedAtOfTried);
			const records = await Promise.all(best.map(({ open, number }) => open.record(number)));
			// A word that some papers do have is only taken for another that many more have.
			const isMore = papersIn(tried.found) > papers * timesMore;
			return { papers: isMore ? papersIn(tried.found) : 0, likeness: likenessOfBest(tried.ask.words, records) };
		});
		if (better === null || !hasText(askOf({ ...query, text: better.text }))) return null;
		if (papers > 0 && better.change === 'shortened') return null;
		return { answer: await answerOf({ ...query, text: better.text }, segments), change: better.change };
	}

	/** Words that no paper has in any form. */
	async function wordsOfNone(words: readonly string[]): Promise<string[]> {
		const having = words.map(async (word) => await Promise.all(segments.map((open) => papersWith(open, word))));
		const found = await Promise.all(having);
		return words.filter((_, at) => found[at]?.every(({ size }) => size === 0));
	}

	/** Words that are in no title, and in one abstract of a segment at most. */
	async function uncommonWords(words: readonly string[]): Promise<string[]> {
		const known = words.map(async (word) => {
			const parts = wordsOf(word).map((part) => isCommon(part, segments));
			return (await Promise.all(parts)).every(Boolean);
		});
		const isKnown = await Promise.all(known);
		return words.filter((word, at) => !isKnown[at] && word.length >= shortestUncommon);
	}

	/** If no paper has all words and phrases: the answer with phrases as words, or without the word that leaves fewest. */
	async function shortenedAnswer({ query }: Answer): Promise<Better | null> {
		if (papersIn((await answerOf({ ...query, ...noFilters }, segments, true)).found) > 0) return null;
		const unquoted = withoutQuotes(query.text);
		if (unquoted !== null) {
			const answer = await answerOf({ ...query, text: unquoted }, segments);
			return papersIn(answer.found) > 0 ? { answer, change: 'unquoted' } : null;
		}
		let best: Answer | null = null;
		for (const { text } of shorterTexts(query.text)) {
			const answer = await answerOf({ ...query, text }, segments);
			const papers = papersIn(answer.found);
			if (papers > 0 && (best === null || papers < papersIn(best.found))) best = answer;
		}
		return best && { answer: best, change: 'shortened' };
	}

	return {
		search,
		completions,
		examples: async () => await examplesIn(segments),
		async counts(query, signal) {
			const ask = askOf(query);
			const answer = await answerOf(query, segments);
			signal?.throwIfAborted();
			// A filter that is chosen leaves out whole segments, and its other values are counted in them all the same.
			const open = { ...ask, filters: { ...ask.filters, year: null } };
			const unsearched = new Set(answer.unsearched);
			return await countsIn(
				segments.filter((each) => concerns(open, each.segment) && !unsearched.has(each)),
				ask,
			);
		},
		async looser(query) {
			const tried = await Promise.all(
				looserQueries(query).map(async (looser) => ({
					...looser,
					papers: papersIn((await answerOf(looser.query, segments, true)).found),
				})),
			);
			return tried.filter(({ papers }) => papers > 0).sort((a, b) => b.papers - a.papers);
		},
	};
}

const nothing: Query = { text: '', ...noFilters, order: 'relevance', literal: false };

function onlyNamed(query: Query, named: ResultRow[]): Found {
	const list = { period: null, total: named.length, next: async () => [] };
	return { query, change: null, named, lists: [list], older: null, ranked: true, misread: [] };
}
