import type { Frequencies } from './vocabulary.ts';

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];

/** Shorter words have too many neighbours at distance two. */
const shortestForTwo = 6;

/**
 * Words that a misspelt one may stand for: one letter more, less, other or exchanged with its neighbour (Damerau, 1964).
 * Frequent ones first.
 */
export function neighbours(word: string, frequencies: Frequencies): string[] {
	const near = [...new Set(edits(word))].filter((edit) => edit !== word && frequencies.has(edit));
	return frequentFirst(near, frequencies);
}

/** The same with two such changes, for words that are long enough. */
export function farNeighbours(word: string, frequencies: Frequencies): string[] {
	if (word.length < shortestForTwo) return [];
	const isFar = (other: string): boolean => Math.abs(other.length - word.length) <= 2 && isWithinTwo(word, other);
	return frequentFirst([...frequencies.keys()].filter(isFar), frequencies);
}

function frequentFirst(words: string[], frequencies: Frequencies): string[] {
	return words.sort((a, b) => (frequencies.get(b) ?? 0) - (frequencies.get(a) ?? 0) || (a < b ? -1 : 1));
}

function edits(word: string): string[] {
	const made: string[] = [];
	for (let at = 0; at <= word.length; at += 1) {
		const before = word.slice(0, at);
		const after = word.slice(at);
		if (after !== '') made.push(before + after.slice(1));
		if (after.length > 1) made.push(before + after.charAt(1) + after.charAt(0) + after.slice(2));
		for (const letter of alphabet) {
			if (after !== '') made.push(before + letter + after.slice(1));
			made.push(before + letter + after);
		}
	}
	return made;
}

/** Whether at most two letters are more, less or other (Levenshtein, 1966). Stops at the first row that has no way. */
function isWithinTwo(a: string, b: string): boolean {
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		let least = i;
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			const value = Math.min((row[j - 1] ?? 9) + same, (row[j] ?? 9) + 1, (next[j - 1] ?? 9) + 1);
			next.push(value);
			least = Math.min(least, value);
		}
		if (least > 2) return false;
		row = next;
	}
	return (row[b.length] ?? 9) <= 2;
}

/** Words that begin as one does, and are longer: frequent ones first. */
export function continuations(beginning: string, frequencies: Frequencies): string[] {
	const longer = [...frequencies.keys()].filter((word) => word.length > beginning.length && word.startsWith(beginning));
	return frequentFirst(longer, frequencies);
}
