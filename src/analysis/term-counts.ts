import { termFile } from '../records/term-key.ts';
import type { TermCounts, TermPeriods } from '../records/terms.ts';
import { papersOfTerm, type TermPapers } from './term-papers.ts';
import type { Trend } from './trend.ts';

/** A file of counts is about as long as this, in characters: a third of it once compressed. */
const fileLength = 12_000;
/** One in so many papers, or as many as are followed where that is more, must have a term that is counted. */
const onePaperIn = 10_000;

/** How often terms are in the papers of each period of the archive's trend, cut into files of about one size. */
export interface CountedTerms {
	periods: TermPeriods;
	counts: TermCounts[];
}

/** `periodOf` says of a paper in which of the trend's periods it is counted; −1 where in none. */
export function countedTerms(
	{ unit, periods }: Pick<Trend, 'unit' | 'periods'>,
	{ keys, starts, papers }: TermPapers,
	periodOf: Int32Array,
): CountedTerms {
	const least = Math.max(papersOfTerm, Math.ceil(periodOf.length / onePaperIn));
	const counted = keys.flatMap((key, term) => {
		const having = papers.subarray(starts[term], starts[term + 1]);
		return having.length < least ? [] : [{ key, counts: pairsOf(having, periodOf) }];
	});
	const length = counted.reduce((sum, { key, counts }) => sum + key.length + 4 + String(counts).length + 2, 0);
	const files = Array.from(
		{ length: 2 ** Math.max(0, Math.ceil(Math.log2(length / fileLength))) },
		() => [] as Counted[],
	);
	for (const each of counted) files[termFile(each.key, files.length)]?.push(each);
	return {
		periods: { unit, periods: periods.map(({ period, of }) => ({ period, of })), least, files: files.length },
		counts: files.map((each) => Object.fromEntries(each.toSorted(byKey).map(({ key, counts }) => [key, counts]))),
	};
}

interface Counted {
	key: string;
	counts: number[];
}

function byKey(a: Counted, b: Counted): number {
	return a.key < b.key ? -1 : 1;
}

/** Each period that has some of the papers, and how many: `[period, papers, period, papers, …]`. */
function pairsOf(having: Uint32Array, periodOf: Int32Array): number[] {
	const counts = new Map<number, number>();
	for (const paper of having) {
		const period = periodOf[paper] ?? -1;
		if (period >= 0) counts.set(period, (counts.get(period) ?? 0) + 1);
	}
	return [...counts].sort(([a], [b]) => a - b).flat();
}
