import type { ChangedTerm } from '../records/terms.ts';
import { type Part, surprise } from './surprise.ts';
import type { TermPapers } from './term-papers.ts';
import type { WrittenTerm } from './written-term.ts';

/** A term in some papers and in those that they are compared with. */
export interface Compared {
	/** Its number. */
	term: number;
	these: Part;
	before: Part;
	surprise: number;
}

/** What a difference must be to be told of. */
export interface Thresholds {
	/** G², see `surprise`. */
	surprise: number;
	/** The greater share has so many papers … */
	papers: number;
	/** … and is so great … */
	share: number;
	/** … and so many times the other. */
	times: number;
}

/** Terms are many: of a thousand comparisons, chance alone lets one through. */
export const ofTerms: Thresholds = { surprise: 10.83, papers: 3, share: 0.02, times: 1.5 };

/** Topics are few, and a tenth more of a large one is news: of a hundred comparisons, chance alone lets one through. */
export const ofTopics: Thresholds = { surprise: 6.63, papers: 3, share: 0, times: 1.1 };

/** The difference between these papers and those before; null where it is too small to be told of. */
export function compared(term: number, these: Part, before: Part, least: Thresholds): Compared | null {
	const [greater, less] = shareOf(these) > shareOf(before) ? [these, before] : [before, these];
	if (greater.papers < least.papers || shareOf(greater) < least.share) return null;
	if (shareOf(greater) < least.times * shareOf(less)) return null;
	const found = surprise(these, before);
	return found < least.surprise ? null : { term, these, before, surprise: found };
}

export function isRising({ these, before }: Compared): boolean {
	return shareOf(these) > shareOf(before);
}

function shareOf({ papers, of }: Part): number {
	return of === 0 ? 0 : papers / of;
}

/** Most surprising first. */
export function bySurprise(a: Compared, b: Compared): number {
	return b.surprise - a.surprise || a.term - b.term;
}

const mostTerms = 8;
const mostIds = 50;
/** A term says the same as one that it is a part of, where so much of its papers have the longer … */
const sameWithin = 0.7;
/** … and as any other, where so much of the papers of either have both. */
const sameAlike = 0.5;
/** A term that hyphens tie to other words more often than this is a part of others. */
const mostCut = 0.5;

/** What choosing terms needs to look up. */
export interface ChosenFrom {
	terms: TermPapers;
	/** The papers of a term among these, and among those before, ascending. */
	papersOf: (term: number) => { these: number[]; before: number[] };
	/** How it is written; null where it says nothing of what papers are about. */
	written: (term: number) => WrittenTerm | null;
	/** Whether no paper with an earlier date has it. */
	isFirst: (term: number) => boolean;
	idOf: (paper: number) => ChangedTerm['ids'][number];
}

/**
 * The most surprising terms, at most eight, without those that say the same as one that is there: of "horizon" and
 * "long-horizon" the longer is told, where most papers of the shorter one have it.
 */
export function chosenTerms(all: readonly Compared[], from: ChosenFrom): ChangedTerm[] {
	const sorted = all.toSorted(bySurprise);
	const keyOf = ({ term }: Compared) => ` ${from.terms.keys[term] ?? ''} `;
	const chosen: { compared: Compared; papers: ReadonlySet<number>; told: ChangedTerm }[] = [];
	const passed = new Set<Compared>();
	for (const each of sorted) {
		if (chosen.length === mostTerms) break;
		if (passed.has(each)) continue;
		const longer = sorted
			.filter((other) => keyOf(other).length > keyOf(each).length && keyOf(other).includes(keyOf(each)))
			.filter((other) => greater(other) >= sameWithin * greater(each))
			.sort((a, b) => keyOf(b).length - keyOf(a).length || a.term - b.term);
		for (const candidate of [...longer, each]) {
			passed.add(candidate);
			const { these, before } = from.papersOf(candidate.term);
			const papers = new Set(isRising(candidate) ? these : before);
			const key = keyOf(candidate);
			if (chosen.some((other) => isSame({ key, papers }, { key: keyOf(other.compared), papers: other.papers }))) break;
			const written = from.written(candidate.term);
			if (written === null || written.cut > mostCut) continue;
			const told = {
				term: written.text,
				papers: candidate.these.papers,
				before: candidate.before.papers,
				surprise: rounded(candidate.surprise),
				first: from.isFirst(candidate.term),
				ids: these.slice(-mostIds).reverse().map(from.idOf),
			};
			chosen.push({ compared: candidate, papers, told });
			break;
		}
	}
	return chosen.map(({ told }) => told);
}

/** Two decimals are as many as are shown. */
export function rounded(surprise: number): number {
	return Math.round(surprise * 100) / 100;
}

function greater({ these, before }: Compared): number {
	return Math.max(shareOf(these), shareOf(before));
}

interface KeyedPapers {
	key: string;
	papers: ReadonlySet<number>;
}

function isSame(a: KeyedPapers, b: KeyedPapers): boolean {
	const both = [...a.papers].filter((paper) => b.papers.has(paper)).length;
	if (both === 0) return false;
	const isPart = a.key.includes(b.key) || b.key.includes(a.key);
	return isPart
		? both >= sameWithin * Math.min(a.papers.size, b.papers.size)
		: both >= sameAlike * (a.papers.size + b.papers.size - both);
}
