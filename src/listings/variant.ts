import { sha256 } from '../records/hash.ts';
import { titleKey, wordsOf } from '../records/title-key.ts';
import type { Appeared } from './appeared.ts';
import { jaccard, type WordSet, wordSets } from './similar-sets.ts';

/** Appearances that nothing which identity compares tells apart. */
export interface Variant {
	/** In the order of appearances. */
	members: Appeared[];
	titleKey: string;
	arxivId: string | null;
	doi: string | null;
	/** Empty when the abstract is missing or has no word. */
	words: WordSet;
	/** Nothing can be said against its abstract: it is missing, or cut. */
	open: boolean;
}

/** The variants of all appearances, in the order of their first ones. */
export function variantsOf(appearances: readonly Appeared[]): Variant[] {
	const groups = new Map<string, Appeared[]>();
	const sets = wordSets(wordsOfGroups(appearances, groups));
	return [...groups.values()].flatMap((members, at) => {
		const [first] = members;
		if (first === undefined) return [];
		const { title, arxivId, doi, abstractCut } = first.entry;
		const words = sets[at] ?? new Uint32Array();
		const open = words.length === 0 || abstractCut === true;
		return [{ members, titleKey: titleKey(title), arxivId, doi, words, open }];
	});
}

/** Puts appearances into groups that nothing tells apart, and gives the words of each new one. */
function* wordsOfGroups(
	appearances: readonly Appeared[],
	groups: Map<string, Appeared[]>,
): Generator<readonly string[]> {
	for (const appeared of appearances) {
		const words = wordsOf(appeared.entry.abstract ?? '');
		const key = variantKey(appeared, words);
		const known = groups.get(key);
		if (known !== undefined) known.push(appeared);
		else {
			groups.set(key, [appeared]);
			yield words;
		}
	}
}

/** The words of an abstract, joined, are its key. */
function variantKey({ entry }: Appeared, words: readonly string[]): string {
	const { title, arxivId, doi, abstractCut } = entry;
	return sha256(JSON.stringify([titleKey(title), arxivId, doi, words.join(''), words.length > 0 && abstractCut]));
}

/** Whether two variants say of themselves that they are different papers. */
export function contradict(a: Variant, b: Variant): boolean {
	const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;
	const equal = (one: string | null, other: string | null) => one !== null && one === other;
	return differ(a.arxivId, b.arxivId) || (differ(a.doi, b.doi) && !equal(a.arxivId, b.arxivId));
}

/** Rule 1 of DESIGN.md section 9: an equal strong id. */
export function shareStrongId(a: Variant, b: Variant): boolean {
	return (a.arxivId !== null && a.arxivId === b.arxivId) || (a.doi !== null && a.doi === b.doi);
}

/** How alike two abstracts are, from 0 to 1. */
export function likeness(a: Variant, b: Variant): number {
	return jaccard(a.words, b.words);
}
