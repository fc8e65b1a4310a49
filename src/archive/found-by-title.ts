import { likenessFrom } from '../listings/edit-distance.ts';
import type { MergedPaper } from '../listings/merged-paper.ts';
import { jaccard, wordSets } from '../listings/similar-sets.ts';
import { cleanText } from '../markup/clean.ts';
import { renderTitle } from '../markup/render.ts';
import { capturedDay, fullDate, type PartialDate } from '../records/dates.ts';
import type { FoundPaper, Signs } from '../records/enrichment.ts';
import type { Entry } from '../records/listing.ts';
import { titleKey, wordsOf } from '../records/title-key.ts';

/** What of a paper is compared with those that a search for its title finds. */
export type Sought = Pick<
	MergedPaper,
	| 'title'
	| 'abstract'
	| 'abstractCut'
	| 'authorCount'
	| 'authors'
	| 'published'
	| 'publishedYear'
	| 'listedOn'
	| 'appearances'
>;

/** Titles that are less alike say nothing. */
const leastTitle = 0.8;
/** Abstracts that are less alike are not of one paper, and names of which fewer agree neither. */
const leastAbstract = 0.5;
const leastNames = 0.5;
/** Years between the date that a listing prints and that of arXiv. */
const mostYears = 3;
/** Days between dates that agree: a source may print the day of announcement. */
const mostDays = 7;
/** What is taken for the same paper. */
export const leastConfidence = 0.8;

/**
 * Which of these records is the paper: the one of the greatest confidence, where that is at least `leastConfidence` and
 * no other has less than twice its doubt. Null when there is none.
 */
export function foundByTitle(paper: Sought, candidates: readonly Entry[]): FoundPaper | null {
	const likely = candidates
		.flatMap((candidate) => {
			const signs = candidate.arxivId === null ? null : signsOf(paper, candidate);
			const confidence = signs === null ? 0 : confidenceOf(signs, paper.title);
			return signs === null || confidence < leastConfidence ? [] : [{ candidate, signs, confidence }];
		})
		.sort((a, b) => b.confidence - a.confidence);
	const [best] = likely;
	if (best === undefined) return null;
	const { candidate, signs, confidence } = best;
	const { arxivId, version, title, authors, published } = candidate;
	const rival = likely.find((each) => each.candidate.arxivId !== arxivId);
	if (arxivId === null || (rival !== undefined && 1 - rival.confidence < 2 * (1 - confidence))) return null;
	const names = authors.map(({ name }) => cleanText(name)).filter((name) => name !== '');
	return { arxivId, version, title, authors: names, published, confidence: rounded(confidence), signs };
}

/**
 * 1 − the product of the doubts that each known sign leaves. A title leaves 1 − 0.9 × how far it is from `leastTitle`
 * to equal, and of less than four words the less the shorter it is; an abstract 1 − 0.9 × how far it is from
 * `leastAbstract` to equal; names of authors 1 − 0.9 × their share; an equal number of authors a half, and a date that
 * agrees a half. So a title of four words alone comes to 0.9, with all signs to 0.998.
 */
export function confidenceOf({ title, abstract, authorNames, authorCount, published }: Signs, soughtTitle: string) {
	const weight = Math.min(1, wordsOf(soughtTitle).length / 4);
	const doubts = [
		1 - 0.9 * weight * Math.max(0, (title - leastTitle) / (1 - leastTitle)),
		1 - 0.9 * Math.max(0, ((abstract ?? leastAbstract) - leastAbstract) / (1 - leastAbstract)),
		1 - 0.9 * (authorNames ?? 0),
		authorCount === true ? 0.5 : 1,
		published === true ? 0.5 : 1,
	];
	return 1 - doubts.reduce((product, doubt) => product * doubt, 1);
}

/** What speaks for a record being the paper; null when something speaks against it, or the titles are unlike. */
export function signsOf(paper: Sought, candidate: Entry): Signs | null {
	const title = titleLikeness(paper.title, candidate.title);
	if (title === null || isTooLate(paper, candidate) || isFarOff(paper, candidate)) return null;
	const abstract = abstractLikeness(paper, candidate);
	if (abstract !== null && abstract < leastAbstract) return null;
	const authorNames = namesInCommon(paper, candidate);
	if (authorNames !== null && authorNames < leastNames) return null;
	const authorCount = sameNumber(paper, candidate);
	if (authorCount === false) return null;
	return {
		title: rounded(title),
		abstract: abstract === null ? null : rounded(abstract),
		authorNames: authorNames === null ? null : rounded(authorNames),
		authorCount,
		published: datesAgree(paper, candidate),
	};
}

/**
 * Of the keys of titles as they are written or as they read, whichever are more alike: what a source made of markup
 * differs. “Part I” and “Part II” are as little alike as titles can be that are compared at all.
 */
function titleLikeness(one: string, other: string): number | null {
	const written = likenessFrom(titleKey(one), titleKey(other), leastTitle);
	if (written === 1) return 1;
	const [oneRead, otherRead] = [renderTitle(one).text, renderTitle(other).text];
	const read = likenessFrom(titleKey(oneRead), titleKey(otherRead), leastTitle);
	if (written === null && read === null) return null;
	return numbersIn(oneRead) === numbersIn(otherRead) ? Math.max(written ?? 0, read ?? 0) : leastTitle;
}

function numbersIn(title: string): string {
	const numbers = wordsOf(title).flatMap((word) =>
		/^(i{1,3}|iv|vi{0,3}|ix|x)$/.test(word) ? [word] : (word.match(/\d+/g) ?? []),
	);
	return numbers.sort().join(' ');
}

/** Jaccard of their words; of an abstract that was cut, the share of its words that the whole one has. */
function abstractLikeness(paper: Sought, candidate: Entry): number | null {
	const [ours, theirs] = [paper.abstract ?? '', candidate.abstract ?? ''].map(wordsOf);
	if (!ours?.length || !theirs?.length) return null;
	if (paper.abstractCut !== null) {
		const all = new Set(theirs);
		// The last word may be cut itself.
		const whole = new Set(ours.slice(0, -1));
		return whole.size === 0 ? null : [...whole].filter((word) => all.has(word)).length / whole.size;
	}
	const [one, other] = wordSets([ours, theirs]);
	return one === undefined || other === undefined ? null : jaccard(one, other);
}

/** By the longest word of each name: forenames are shortened, and names are written in either order. */
function namesInCommon({ authors }: Sought, candidate: Entry): number | null {
	if (authors.length === 0 || candidate.authors.length === 0) return null;
	const theirs = new Set(candidate.authors.flatMap(({ name }) => wordsOf(name)));
	const ours = authors.flatMap(({ name }) => longest(wordsOf(name)) ?? []);
	return ours.length === 0 ? null : ours.filter((word) => theirs.has(word)).length / ours.length;
}

function longest(words: readonly string[]): string | undefined {
	return words.toSorted((a, b) => b.length - a.length)[0];
}

function sameNumber({ authors, authorCount }: Sought, candidate: Entry): boolean | null {
	const isKnown = authors.length === 0 && authorCount !== null && candidate.authors.length > 0;
	return isKnown ? authorCount === candidate.authors.length : null;
}

/** It was seen in a list before it was on arXiv; a day more for the places where it is tomorrow already. */
function isTooLate({ listedOn, appearances }: Sought, { published }: Entry): boolean {
	const first = fullDate(published);
	const seen = [listedOn, ...appearances.map(({ captured }) => (captured === null ? null : capturedDay(captured)))]
		.filter((day) => day !== null)
		.sort();
	return first !== null && seen[0] !== undefined && daysBetween(first, seen[0]) > 1;
}

function isFarOff(paper: Sought, { published }: Entry): boolean {
	const printed = printedDate(paper);
	if (printed === null || published === null) return false;
	return Math.abs(Number(printed.slice(0, 4)) - Number(published.slice(0, 4))) > mostYears;
}

/** Null where one of the two days is not known, or they are further apart: journals print later dates. */
function datesAgree(paper: Sought, { published }: Entry): boolean | null {
	const [printed, first] = [fullDate(printedDate(paper)), fullDate(published)];
	if (printed === null || first === null) return null;
	return Math.abs(daysBetween(first, printed)) <= mostDays;
}

function printedDate({ published, publishedYear }: Sought): PartialDate | null {
	return publishedYear === 'inferred' ? null : published;
}

/** How many days the first is after the second. */
function daysBetween(one: string, other: string): number {
	return (Date.parse(one) - Date.parse(other)) / 86_400_000;
}

function rounded(value: number): number {
	return Math.round(value * 1000) / 1000;
}
