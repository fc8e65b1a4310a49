import type { PartialDate } from '../records/dates.ts';
import type { PaperId, Slug } from '../records/paper.ts';
import type { TermChanges } from '../records/terms.ts';
import { type Compared, chosenTerms, isRising } from './changed-terms.ts';
import { roleOf } from './keyphrase-words.ts';
import type { TermText } from './read-words.ts';
import type { TermPapers } from './term-papers.ts';
import { termSpelling, type WrittenTerm } from './written-term.ts';

/** What is read of a paper whose terms are followed over time. */
export interface DatedText extends TermText {
	id: PaperId;
	date: PartialDate | null;
	topics: readonly Slug[];
}

/** So few papers, of a time or before it, say nothing of a share. */
export const leastPapers = 10;
export const leastBefore = 30;
/**
 * A term is told of where so much of the papers that have it have it in the title, since what papers are about they say
 * there, and is no verb; or where it is a name.
 */
const leastTitled = 0.1;
/** How a term is written is looked up in so many of its papers, the newest. */
const papersRead = 20;

/** Papers in the order of their dates, undated ones first, with their terms, and what telling of terms needs. */
export interface FollowedTerms {
	papers: readonly DatedText[];
	terms: TermPapers;
	/** By term: the first paper with a date that has it; −1 where none has. */
	firstPapers: Int32Array;
	written: (term: number) => WrittenTerm | null;
}

export function followedTerms(papers: readonly DatedText[], terms: TermPapers): FollowedTerms {
	return {
		papers,
		terms,
		firstPapers: firstPapersOf(papers, terms),
		written: cachedWriter(papers, terms),
	};
}

function isOftenInTitles({ starts, titled }: TermPapers, term: number): boolean {
	const papers = (starts[term + 1] ?? 0) - (starts[term] ?? 0);
	const inTitles = titled[term] ?? 0;
	return inTitles >= 2 && inTitles >= leastTitled * papers;
}

/** Whether neither end of a term is a verb or a word of praise, as titles have them: "enhancing", "efficient". */
function isSubject(written: string): boolean {
	const words = written.toLowerCase().split(/[\s-]/);
	return [words.at(0), words.at(-1)].every((word) => roleOf(word ?? '') !== 'breaks');
}

/** Whether each word is written with a capital letter or a digit within sentences: "GRPO", "DeepSeek-R1". */
function isName({ text, inSentences }: WrittenTerm): boolean {
	return inSentences && /\p{Lu}/u.test(text) && text.split(/[\s-]/).every((word) => /[\p{Lu}\p{N}]/u.test(word));
}

function firstPapersOf(papers: readonly DatedText[], { keys, starts, papers: having }: TermPapers): Int32Array {
	const undated = papers.findIndex(({ date }) => date !== null);
	return Int32Array.from(keys, (_, term) => {
		for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++) {
			const paper = having[at] ?? -1;
			if (undated >= 0 && paper >= undated) return paper;
		}
		return -1;
	});
}

function cachedWriter(
	papers: readonly DatedText[],
	{ keys, starts, papers: having }: TermPapers,
): FollowedTerms['written'] {
	const written = new Map<number, WrittenTerm | null>();
	return (term) => {
		const known = written.get(term);
		if (known !== undefined) return known;
		const newest = having.subarray(starts[term], starts[term + 1]).slice(-papersRead);
		const found = termSpelling(
			keys[term] ?? '',
			Array.from(newest).flatMap((paper) => papers[paper] ?? []),
		);
		written.set(term, found);
		return found;
	};
}

/** Some papers, and those before them. */
export interface Sides {
	of: TermChanges['of'];
	these: TermChanges['these'];
	before: TermChanges['before'];
	isThese: (paper: number) => boolean;
	isBefore: (paper: number) => boolean;
	/** Whether a paper is of the same time as these, whatever it is about. */
	isNow: (paper: number) => boolean;
}

/** The terms that rose and that faded, of those whose difference was found. */
export function toldChanges(
	followed: FollowedTerms,
	sides: Sides,
	found: readonly Compared[],
): Omit<TermChanges, 'topics'> {
	const { papers, terms, firstPapers, written } = followed;
	const from = {
		terms,
		papersOf: (term: number) => {
			const having = terms.papers.subarray(terms.starts[term], terms.starts[term + 1]);
			return { these: [...having.filter(sides.isThese)], before: [...having.filter(sides.isBefore)] };
		},
		written: (term: number) => {
			const found = written(term);
			return found !== null && (isName(found) || (isOftenInTitles(terms, term) && isSubject(found.text)))
				? found
				: null;
		},
		isFirst: (term: number) => sides.isNow(firstPapers[term] ?? -1),
		idOf: (paper: number) => {
			const { id } = papers[paper] ?? {};
			if (id === undefined) throw new RangeError('A term has a paper that is not there.');
			return id;
		},
	};
	return {
		of: sides.of,
		these: sides.these,
		before: sides.before,
		rising: chosenTerms(found.filter(isRising), from),
		fading: chosenTerms(
			found.filter((each) => !isRising(each)),
			from,
		),
	};
}
