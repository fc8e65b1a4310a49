import type { Line } from './line-account.ts';

/** Titles and abstracts among the text lines of a dump, which marks neither. */

/** One card's text. `title` is null when an abstract stands without one. */
export interface Card {
	title: Line | null;
	abstract: Line[];
}

/** Running text rather than a title: no title of a paper is that long, or is a sentence of many words. */
function isProse({ text }: Line): boolean {
	return text.length > 300 || (text.length > 120 && /[.!]["')\]]?$/.test(text));
}

/**
 * The cards of a run of text lines that nothing else interrupts. They come as title and abstract in turn; where a
 * line is missing, what is prose and what is not tells where the next title stands. Prose behind an abstract that has
 * come to its end, or behind any where the dump has each on one line, is an abstract that lost its title.
 */
export function cardsOf(run: readonly Line[], abstracts: 'one line each' | 'any lines' = 'any lines'): Card[] {
	const cards: Card[] = [];
	const inTurn = run.length % 2 === 0 && run.every((line, at) => at % 2 === 1 || !isProse(line));
	for (const [at, line] of run.entries()) {
		const card = cards.at(-1);
		const before = card?.abstract.at(-1);
		const isSecond =
			before !== undefined && isProse(before) && (abstracts === 'one line each' || endsFinished(before.text.trim()));
		const startsCard = inTurn ? at % 2 === 0 : card === undefined || isSecond || !isProse(line);
		if (startsCard) {
			cards.push(isProse(line) ? { title: null, abstract: [line] } : { title: line, abstract: [] });
		} else card?.abstract.push(line);
	}
	return cards;
}

/** Whether an abstract's text says of itself that it was cut. */
export function endsCut(abstract: string): boolean {
	return /(\.\.\.|…|\[Content truncated\])$/.test(abstract);
}

/** Whether a text ends as a finished one does: with punctuation, or with an address. */
export function endsFinished(abstract: string): boolean {
	return /[.!?:;)\]}"'’”*]$/.test(abstract) || /https?:\/\/\S+$/.test(abstract);
}
