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
	const paragraphs = abstracts === 'any lines' ? paragraphsOf(run) : run.map((line) => [line]);
	const isTitle = (lines: readonly Line[]) => lines.length === 1 && lines.every((line) => !isProse(line));
	if (paragraphs.length % 2 === 0 && paragraphs.every((lines, at) => at % 2 === 1 || isTitle(lines))) {
		return paragraphs.flatMap(([title], at) =>
			at % 2 === 0 && title !== undefined ? [{ title, abstract: paragraphs[at + 1] ?? [] }] : [],
		);
	}
	const cards: Card[] = [];
	for (const line of run) {
		const card = cards.at(-1);
		const before = card?.abstract.at(-1);
		const isSecond =
			before !== undefined && isProse(before) && (abstracts === 'one line each' || endsFinished(before.text.trim()));
		if (card === undefined || isSecond || !isProse(line)) {
			cards.push(isProse(line) ? { title: null, abstract: [line] } : { title: line, abstract: [] });
		} else card.abstract.push(line);
	}
	return cards;
}

/** Lines right below each other, where blank lines part titles and abstracts: text that was wrapped. */
function paragraphsOf(run: readonly Line[]): Line[][] {
	const paragraphs: Line[][] = [];
	for (const line of run) {
		const paragraph = paragraphs.at(-1);
		if (paragraph?.at(-1)?.number === line.number - 1) paragraph.push(line);
		else paragraphs.push([line]);
	}
	return paragraphs;
}

/** Whether an abstract's text says of itself that it was cut. */
export function endsCut(abstract: string): boolean {
	return /(\.\.\.|…|\[Content truncated\])$/.test(abstract);
}

/** Whether a text ends as a finished one does: with punctuation, or with an address. */
export function endsFinished(abstract: string): boolean {
	return /[.!?:;)\]}"'’”*]$/.test(abstract) || /https?:\/\/\S+$/.test(abstract);
}
