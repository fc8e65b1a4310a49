import type { ChangedTerm } from '../records/terms.ts';
import { chanceOf, type Part, surprise } from './surprise.ts';
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
	/** The greater share is so great … */
	share: number;
	/** … and so many times the other. */
	times: number;
}

export const ofTerms: Thresholds = { share: 0.02, times: 1.5 };
/** A tenth more of a large topic is news. */
export const ofTopics: Thresholds = { share: 0, times: 1.1 };

/** The greater share has so many papers: what has fewer need not be compared. */
export const leastCompared = 5;
/** G² of a difference that chance alone makes once in a thousand times. */
const leastSurprise = 10.83;
/** Of all that are compared in a period, chance alone may let through so many. */
const mostByChance = 0.5;

/** What is compared in a period: how many there were, and what differs. */
export class Comparisons {
	readonly #least: Thresholds;
	readonly #found: Compared[] = [];
	#tried = 0;

	constructor(least: Thresholds) {
		this.#least = least;
	}

	compare(term: number, these: Part, before: Part): void {
		const [greater, less] = shareOf(these) > shareOf(before) ? [these, before] : [before, these];
		if (greater.papers < leastCompared || shareOf(greater) < this.#least.share) return;
		this.#tried++;
		if (greater.papers * less.of < this.#least.times * less.papers * greater.of) return;
		const found = surprise(these, before);
		if (found >= leastSurprise) this.#found.push({ term, these, before, surprise: found });
	}

	/**
	 * The differences of which chance alone would make fewer than one in two periods, with as many comparisons as there
	 * were (Bonferroni's correction).
	 */
	beyondChance(): Compared[] {
		return this.#found.filter((each) => this.#tried * chanceOf(each.surprise) <= mostByChance);
	}
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
const mostIds = 200;
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
				ids: newest(these).map(from.idOf),
				idsBefore: isRising(candidate) ? [] : newest(before).map(from.idOf),
			};
			chosen.push({ compared: candidate, papers, told });
			break;
		}
	}
	return chosen.map(({ told }) => told);
}

/** Of many papers the newest, newest first. */
function newest(papers: readonly number[]): number[] {
	return papers.slice(-mostIds).reverse();
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
