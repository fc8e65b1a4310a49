import { fnv1a } from '../../records/fnv.ts';

/**
 * The words of titles in files `title-words/<number>.json`: for each word the numbers of the papers that have it in their
 * title, as steps, each with the place of the word there.
 */
export type TitleWordFile = Record<string, [step: number, place: number][]>;

/** How many files there are: of 10,000 papers each has about 1 KB to load. */
export const titleWordFiles = 256;

/** Which file has a word, and all its forms: they begin with the same three letters. */
export function titleFileOfWord(word: string): number {
	return fnv1a(word.slice(0, 3)) % titleWordFiles;
}

/** For papers, by number, the places of a word in their titles. */
export type TitlePlaces = ReadonlyMap<number, readonly number[]>;

/** Places in the order of papers' numbers. */
export function encodedPlaces(places: readonly (readonly [number: number, place: number])[]): [number, number][] {
	return places.map(([number, place], at) => [number - (places[at - 1]?.[0] ?? 0), place]);
}

/** Adds the places of a word to others. */
export function addPlaces(to: Map<number, number[]>, encoded: readonly [number, number][]): void {
	let number = 0;
	for (const [step, place] of encoded) {
		number += step;
		const places = to.get(number);
		if (places) places.push(place);
		else to.set(number, [place]);
	}
}
