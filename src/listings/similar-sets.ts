import { compare } from './appeared.ts';

/** The distinct words of a text as their ranks by rarity among all texts given, ascending: the rarest first. */
export type WordSet = Uint32Array;

/** The word sets of `texts` (each the words of one text). Ties of frequency go by the word: no order of texts matters. */
export function wordSets(texts: readonly (readonly string[])[]): WordSet[] {
	const numbers = new Map<string, number>();
	const frequency: number[] = [];
	const sets = texts.map((words) =>
		Uint32Array.from(new Set(words), (word) => {
			const number = numbers.get(word) ?? numbers.size;
			numbers.set(word, number);
			frequency[number] = (frequency[number] ?? 0) + 1;
			return number;
		}),
	);
	const byRarity = [...numbers].sort(([a, n], [b, m]) => (frequency[n] ?? 0) - (frequency[m] ?? 0) || compare(a, b));
	const rank = new Uint32Array(byRarity.length);
	for (const [at, [, number]] of byRarity.entries()) rank[number] = at;
	return sets.map((set) => set.map((number) => rank[number] ?? 0).sort());
}

/** Share of the union that two sets have in common (Jaccard 1901); 0 for two empty ones. */
export function jaccard(a: WordSet, b: WordSet): number {
	let common = 0;
	for (let i = 0, j = 0; i < a.length && j < b.length; ) {
		const difference = (a[i] ?? 0) - (b[j] ?? 0);
		if (difference === 0) common++;
		if (difference <= 0) i++;
		if (difference >= 0) j++;
	}
	const union = a.length + b.length - common;
	return union === 0 ? 0 : common / union;
}

/** Which pairs are worth comparing. Both are asked with the earlier place first. */
export interface PairFilter {
	/** Sets come in an order in which, where this is true of an earlier set, it is true of all before that one. */
	outOfReach(earlier: number, at: number): boolean;
	mayPair(earlier: number, at: number): boolean;
}

/**
 * All pairs of sets (by their places) whose Jaccard index is at least `threshold` (above 0) and that the filter allows.
 * Exact, and near-linear where words differ in frequency: sets that are so alike share one of their rarest words, and
 * share it early (prefix and positional filter: Bayardo, Ma, Srikant 2007; Xiao, Wang, Lin, Yu 2008).
 */
export function* similarPairs(
	sets: readonly WordSet[],
	threshold: number,
	{ outOfReach, mayPair }: PairFilter,
): Generator<[number, number]> {
	/** For each word the sets before, and its place in them, in pairs. */
	const holders = new Map<number, number[]>();
	const seenBy = new Int32Array(sets.length).fill(-1);
	for (const [at, set] of sets.entries()) {
		const prefix = set.length - Math.ceil(threshold * set.length) + 1;
		for (let place = 0; place < prefix && place < set.length; place++) {
			const word = set[place] ?? 0;
			const before = holders.get(word) ?? [];
			for (let last = before.length - 2; last >= 0; last -= 2) {
				const earlier = before[last] ?? 0;
				const other = sets[earlier];
				if (other === undefined || outOfReach(earlier, at)) break;
				if (seenBy[earlier] === at) continue;
				seenBy[earlier] = at;
				const mostCommon = Math.min(set.length - place, other.length - (before[last + 1] ?? 0));
				if (mostCommon < (threshold / (1 + threshold)) * (set.length + other.length) - 1e-9) continue;
				if (mayPair(earlier, at) && jaccard(other, set) >= threshold) yield [earlier, at];
			}
			before.push(at, place);
			holders.set(word, before);
		}
	}
}
