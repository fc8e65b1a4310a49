import type { Entry, Lines, Place, Problem } from '../records/listing.ts';
import { type Card, endsCut, endsFinished, type Line } from './cards.ts';
import { collapsed } from './dialect.ts';

/** The lines of a text with their numbers; a last line without a line break counts as one. */
export function linesOf(content: string): Line[] {
	return content.split(/\r\n|\n|\r/).map((text, at) => ({ number: at + 1, text }));
}

/** An account in which every line but the blank ones is unread until something claims it. */
export function newAccount(lines: readonly Line[]): Lines {
	const blank = lines.filter(({ text }) => text.trim() === '').length;
	return { total: lines.length, blank, chrome: 0, title: 0, abstract: 0, meta: 0, unread: lines.length - blank };
}

/** Moves `count` lines from the unread ones to another kind. */
export function claim(account: Lines, kind: 'chrome' | 'title' | 'abstract' | 'meta', count: number): void {
	account[kind] += count;
	account.unread -= count;
}

/** The entry of a card, all of it unknown but its text. */
export function entryOf(title: Line, card: Card, position: number, lastLine: number): Entry {
	const abstract = collapsed(card.abstract.map(({ text }) => text).join(' '));
	return {
		position,
		at: [title.number, lastLine],
		title: collapsed(title.text),
		abstract: abstract === '' ? null : abstract,
		abstractCut: endsCut(abstract) || null,
		summary: null,
		authorCount: null,
		authors: [],
		organization: null,
		published: null,
		publishedYear: null,
		comments: null,
		upvotes: null,
		arxivId: null,
		version: null,
		doi: null,
		venue: null,
		language: null,
		withdrawn: null,
		links: [],
	};
}

/** What is doubtful about a card's text, last of its listing or not. Marks the last abstract as cut where it stops in mid-sentence. */
export function problemsOfText(entry: Entry, card: Card, isLast: boolean): Problem[] {
	const problems: Problem[] = [];
	if (entry.abstract === null) {
		problems.push({
			code: 'entry/no-abstract',
			at: entry.at,
			message: `No abstract follows the title “${shortened(entry.title)}”.`,
			hint: 'compare with the page, and save it again if lines are missing',
		});
	} else if (card.abstract.length > 1) {
		problems.push({
			code: 'entry/extra-line',
			at: placeOf(card.abstract),
			message: `The abstract of “${shortened(entry.title)}” has ${card.abstract.length} lines; they were joined.`,
			hint: 'check that none of them belongs to another paper',
		});
	}
	if (isLast && entry.abstract !== null && !endsFinished(entry.abstract)) entry.abstractCut = true;
	if (entry.abstractCut) {
		problems.push({
			code: 'entry/abstract-cut',
			at: placeOf(card.abstract),
			message: `The abstract of “${shortened(entry.title)}” is cut off.`,
			hint: 'save the page again; what is here was kept',
		});
	}
	return problems;
}

/** A line that was understood as nothing. */
export function unreadLine(line: Line): Problem {
	return {
		code: 'line/unread',
		at: [line.number, line.number],
		message: `This line was not understood: “${shortened(collapsed(line.text))}”.`,
		hint: 'if it belongs to a paper, report it with the listing',
	};
}

/** An abstract that stands where a title should. */
export function noTitle(line: Line): Problem {
	return {
		code: 'entry/no-title',
		at: [line.number, line.number],
		message: `An abstract without a title was left out: “${shortened(collapsed(line.text))}”.`,
		hint: 'compare with the page, and save it again if lines are missing',
	};
}

function placeOf(lines: readonly Line[]): Place | null {
	const [first] = lines;
	const last = lines.at(-1);
	return first === undefined || last === undefined ? null : [first.number, last.number];
}

/** At most 80 characters, cut at a word. */
export function shortened(text: string): string {
	return text.length <= 80 ? text : `${text.slice(0, 80).replace(/\s+\S*$/, '')}…`;
}
