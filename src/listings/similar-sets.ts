import { compare } from '../records/order.ts';

/** The distinct words of a text as their ranks by rarity among all texts given, ascending: the rarest first. */
export type WordSet = Uint32Array;

/**
 * The word sets of `texts` (each the words of one text), which are asked for one by one: all words of all texts are too
 * many to hold. Ties of frequency go by the word: no order of texts matters.
 */
export function wordSets(texts: Iterable<readonly string[]>): WordSet[] {
	const numbers = new Map<string, number>();
	const frequency: number[] = [];
	const sets = Array.from(texts, (words) =>
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

/** Which pairs are worth comparing. */
export interface PairFilter {
	/** A whole number for each set: sets are compared only where theirs are the same or neighbours. */
	rungs: readonly number[];
	/** Sets of which this is true are not compared with each other. */
	apart(at: number): boolean;
	mayPair(a: number, b: number): boolean;
}

/**
 * All pairs of sets (by their places) whose Jaccard index is at least `threshold` (above 0) and that the filter allows.
 * Exact, and near-linear where words differ in frequency: sets that are so alike share one of their rarest words, share
 * it early, and are about as large (prefix, positional and size filter, sets by size: Bayardo, Ma, Srikant 2007; Xiao,
 * Wang, Lin, Yu 2008).
 */
export function* similarPairs(
	sets: readonly WordSet[],
	threshold: number,
	{ rungs, apart, mayPair }: PairFilter,
): Generator<[number, number]> {
	const bySize = sets.map((set, at) => ({ set, at })).sort((a, b) => a.set.length - b.set.length || a.at - b.at);
	const holders = { apart: new Holders(), together: new Holders() };
	const seenBy = new Int32Array(sets.length).fill(-1);
	for (const { set, at } of bySize) {
		const smallest = threshold * set.length - rounding;
		const rung = rungs[at] ?? 0;
		const isApart = apart(at);
		const comparable = isApart ? [holders.together] : [holders.apart, holders.together];
		for (let place = 0; place < prefixLength(set, threshold); place++) {
			for (const before of comparable.flatMap((each) => each.near(set[place] ?? 0, rung))) {
				for (let last = before.length - 2; last >= 0; last -= 2) {
					const earlier = before[last] ?? 0;
					const other = sets[earlier];
					if (other === undefined || other.length < smallest) break;
					if (seenBy[earlier] === at) continue;
					seenBy[earlier] = at;
					const mostCommon = Math.min(set.length - place, other.length - (before[last + 1] ?? 0));
					if (mostCommon < overlapNeeded(set, other, threshold)) continue;
					if (mayPair(earlier, at) && jaccard(other, set) >= threshold) yield [earlier, at];
				}
			}
		}
		// Sets that come later are as large or larger: with them it shares a word among fewer of its rarest.
		const indexed = set.length - Math.ceil(overlapNeeded(set, set, threshold)) + 1;
		const own = isApart ? holders.apart : holders.together;
		for (let place = 0; place < Math.min(indexed, set.length); place++) own.add(set[place] ?? 0, rung, at, place);
	}
}

/** For sums of products of thresholds, which are not exact in binary. */
const rounding = 1e-9;

function prefixLength(set: WordSet, threshold: number): number {
	return Math.min(set.length, set.length - Math.ceil(threshold * set.length - rounding) + 1);
}

/** How many words two sets of these sizes have in common where their Jaccard index is the threshold. */
function overlapNeeded(a: WordSet, b: WordSet, threshold: number): number {
	return (threshold / (1 + threshold)) * (a.length + b.length) - rounding;
}

/** Who has a word among its rarest: for each word and rung the sets, smaller ones first, and the word's place in them. */
class Holders {
	readonly #lists = new Map<number, number[]>();

	add(word: number, rung: number, set: number, place: number): void {
		const key = this.#key(word, rung);
		const list = this.#lists.get(key);
		if (list === undefined) this.#lists.set(key, [set, place]);
		else list.push(set, place);
	}

	near(word: number, rung: number): number[][] {
		return [rung - 1, rung, rung + 1].flatMap((each) => {
			const list = this.#lists.get(this.#key(word, each));
			return list === undefined ? [] : [list];
		});
	}

	#key(word: number, rung: number): number {
		return word * 4096 + rung + 1;
	}
}
