import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DaybookError } from '../../src/errors.ts';
import { randomNumbers } from './random.ts';

/** A query by somebody who knows a paper and remembers its title nearly. */
export interface KnownItem {
	kind: string;
	query: string;
	/** Titles; any of them will do. */
	wanted: string[];
}

const knownItemSchema = z.object({ kind: z.string(), query: z.string(), wanted: z.array(z.string()).min(1) });

/** Queries from JSON Lines. Throws `bench/unreadable-queries`. */
export async function readKnownItems(file: string): Promise<KnownItem[]> {
	let line = 0;
	try {
		return (await readFile(file, 'utf8')).split('\n').flatMap((text, at) => {
			line = at + 1;
			return text === '' ? [] : [knownItemSchema.parse(JSON.parse(text))];
		});
	} catch (cause) {
		throw new DaybookError({
			code: 'bench/unreadable-queries',
			message: 'This is no file of queries.',
			hint: 'give JSON Lines of {"kind", "query", "wanted": [titles]}, or the word made, to --search',
			location: { file, ...(line > 0 && { at: line }) },
			cause,
		});
	}
}

/** How many titles queries are made from. */
const usedTitles = 300;
const fewestWords = 5;
const shortestMisspelt = 6;
/** Words on each side of the misspelt one. */
const around = 2;
/** Wrong letters are common ones. */
const letters = [...'etaoinshr'];

/**
 * Two queries for each of 300 titles spread evenly over all: the title without two of its words, and a few words of
 * it with one letter wrong. Titles too short for one have the other alone. The same titles and seed give the same.
 */
export function makeKnownItems(titles: readonly string[], seed = 1): KnownItem[] {
	const random = randomNumbers(seed);
	const count = Math.min(usedTitles, titles.length);
	return Array.from({ length: count }, (_, nth) => titles[Math.floor((nth * titles.length) / count)] ?? '').flatMap(
		(title) => {
			const dropped = withoutTwoWords(title, random);
			const misspelt = withAWrongLetter(title, random);
			return [
				...(dropped === null ? [] : [{ kind: 'dropped-words', query: dropped, wanted: [title] }]),
				...(misspelt === null ? [] : [{ kind: 'one-letter-wrong', query: misspelt, wanted: [title] }]),
			];
		},
	);
}

/** A title of five words or more without any two of them, else null. */
export function withoutTwoWords(title: string, random: () => number): string | null {
	const words = wordsIn(title);
	if (words.length < fewestWords) return null;
	words.splice(below(words.length, random), 1);
	words.splice(below(words.length, random), 1);
	return words.join(' ');
}

/**
 * A word of six characters or more and up to two words on each side of it, one letter of it, but not its first or
 * last character, left out, replaced, or swapped with the next. Null when a title has no such word.
 */
export function withAWrongLetter(title: string, random: () => number): string | null {
	const words = wordsIn(title);
	const long = words.flatMap((word, at) => (innerLetters(word).length >= shortestMisspelt - 2 ? [at] : []));
	const at = long[below(long.length, random)];
	if (at === undefined) return null;
	const misspelt = words.map((word, place) => (place === at ? misspell(word, random) : word));
	return misspelt.slice(Math.max(0, at - around), at + around + 1).join(' ');
}

function misspell(word: string, random: () => number): string {
	const inner = innerLetters(word);
	const at = inner[below(inner.length, random)] ?? 0;
	const [letter = '', next = ''] = [...word].slice(at, at + 2);
	const others = letters.filter((other) => other !== letter);
	const changed = [next, `${others[below(others.length, random)] ?? ''}${next}`, `${next}${letter}`];
	const swappable = letter !== next && /\p{L}/u.test(next);
	const way = below(swappable ? 3 : 2, random);
	return [...word].toSpliced(at, 2, changed[way] ?? '').join('');
}

/** Places in a word that hold a letter and are not its ends. None in a word that holds markup. */
function innerLetters(word: string): number[] {
	if (/[\\${}^_<>&]/.test(word)) return [];
	const characters = [...word];
	return characters.flatMap((character, at) =>
		at > 0 && at < characters.length - 1 && /\p{L}/u.test(character) ? [at] : [],
	);
}

function wordsIn(title: string): string[] {
	return title.split(/\s+/).filter((word) => word !== '');
}

function below(count: number, random: () => number): number {
	return Math.floor(random() * count);
}
