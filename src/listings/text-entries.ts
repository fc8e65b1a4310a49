import type { Entry, Place, Problem } from '../records/listing.ts';
import { type Card, endsCut, endsFinished } from './cards.ts';
import { collapsed } from './dialect.ts';
import { newEntry } from './entry.ts';
import type { Line } from './line-account.ts';

/** The entry of a card, all of it unknown but its text. */
export function entryOf(title: Line, card: Card, position: number, lastLine: number): Entry {
	const abstract = collapsed(card.abstract.map(({ text }) => text).join(' '));
	const entry = newEntry(position, [title.number, lastLine], collapsed(title.text));
	return { ...entry, abstract: abstract === '' ? null : abstract, abstractCut: endsCut(abstract) || null };
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
