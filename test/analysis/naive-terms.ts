import { stopWords } from '../../src/analysis/stop-words.ts';
import { longestTerm, singular } from '../../src/records/term-key.ts';
import { spelled } from '../../src/records/title-key.ts';

const stopKeys = new Set(Array.from(stopWords, singular));

/** The terms of a text by the definition, read word by word: the slow way that the fast one must agree with. */
export function naiveTerms(text: string): Set<string> {
	const plain = text.replace(/\b(?:https?:\/\/|www\.)\S+/g, '.').replace(/['’]s\b/g, '  ');
	// Pieces within which words follow one another with spaces or single hyphens.
	const pieces = plain.split(
		/(?:[^\p{L}\p{N}\p{M}\s\-\u2010\u2011]|[-\u2010\u2011](?=[\s\-\u2010\u2011])|(?<=[\s\-\u2010\u2011])[-\u2010\u2011])+/u,
	);
	const terms = new Set<string>();
	for (const piece of pieces) {
		const words = piece
			.split(/[\s\-\u2010\u2011]+/u)
			.filter(Boolean)
			.map(spelled);
		for (let from = 0; from < words.length; from++) {
			for (let to = from + 1; to <= Math.min(words.length, from + longestTerm); to++) {
				const part = words.slice(from, to);
				if (isTerm(part)) terms.add(part.map(singular).join(' '));
			}
		}
	}
	return terms;
}

function isTerm(words: string[]): boolean {
	const isNumber = (word: string) => /^\p{N}+$/u.test(word);
	const isStop = (word: string) =>
		!isNumber(word) && (word.length < 2 ? word === 'a' || word === 'i' : stopKeys.has(singular(word)));
	const isTelling = (word: string) => word.length > 1 && !isNumber(word) && !isStop(word);
	const [first = '', last = ''] = [words.at(0), words.at(-1)];
	return !isStop(first) && !isNumber(first) && !isStop(last) && words.some(isTelling);
}
