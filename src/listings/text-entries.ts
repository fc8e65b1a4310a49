import type { Entry, Place, Problem } from '../records/listing.ts';
import { type Card, endsCut, endsFinished } from './cards.ts';
import { collapsed } from './dialect.ts';
import { newEntry } from './entry.ts';
import type { Line } from './line-account.ts';
import { type PrintedDate, resolveDate, type YearRule } from './printed-date.ts';

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
		problems.push(noAbstract(entry));
	} else if (card.abstract.length > 1) {
		problems.push({
			code: 'entry/extra-line',
			at: placeOf(card.abstract),
			message: `The abstract of “${shortened(entry.title)}” has ${card.abstract.length} lines; they were joined.`,
			hint: 'check that none of them belongs to another paper',
		});
	}
	return [...problems, ...cutOff(entry, placeOf(card.abstract), isLast)];
}

/** Marks the last abstract of a listing as cut where it stops in mid-sentence, and reports one that is cut. */
export function cutOff(entry: Entry, at: Place | null, isLast: boolean): Problem[] {
	if (isLast && entry.abstract !== null && !endsFinished(entry.abstract)) entry.abstractCut = true;
	if (!entry.abstractCut) return [];
	return [
		{
			code: 'entry/abstract-cut',
			at,
			message: `The abstract of “${shortened(entry.title)}” is cut off.`,
			hint: 'save the page again; what is here was kept',
		},
	];
}

/** A title that no abstract follows. */
export function noAbstract(entry: Entry): Problem {
	return {
		code: 'entry/no-abstract',
		at: entry.at,
		message: `No abstract follows the title “${shortened(entry.title)}”.`,
		hint: 'compare with the page, and save it again if lines are missing',
	};
}

/** A line that was understood as nothing. */
export function unreadLine(line: Line): Problem {
	return {
		code: 'line/unread',
		at: [line.number, line.number],
		message: `This line was not understood: “${quoted(line)}”.`,
		hint: 'if it belongs to a paper, report it with the listing',
	};
}

/** The beginning of a line: the whole of a long one is not gone through for each of its parts. */
function quoted({ text }: Line): string {
	return shortened(collapsed(text.slice(0, 1000)));
}

/** An abstract that stands where a title should. */
export function noTitle(line: Line): Problem {
	return {
		code: 'entry/no-title',
		at: [line.number, line.number],
		message: `An abstract without a title was left out: “${quoted(line)}”.`,
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

/** Puts a printed date and its count of comments into the entry; what is doubtful about them. */
export function dateInto(entry: Entry, date: PrintedDate, line: Line, rule: YearRule): Problem[] {
	const { published, publishedYear, afterCapture } = resolveDate(date, rule);
	entry.published = published;
	entry.publishedYear = publishedYear;
	if (date.comments !== null) entry.comments = date.comments;
	const at: [number, number] = [line.number, line.number];
	if (published === null) {
		return [
			{
				code: 'entry/no-such-date',
				at,
				message: `The date “${collapsed(line.text)}” is of no day that can be known.`,
				hint: 'write captured: with the time of saving into the sidecar; without it the date stays unknown',
			},
		];
	}
	if (!afterCapture) return [];
	return [
		{
			code: 'entry/date-after-capture',
			at,
			message: `“${collapsed(line.text)}” would be after the capture; the year before was taken.`,
			hint: 'check the time of capture in the sidecar',
		},
	];
}

/** Neither authors nor a date follow. */
export function noMeta(entry: Entry): Problem {
	return {
		code: 'entry/no-meta',
		at: entry.at,
		message: `No authors and no date follow “${shortened(entry.title)}”.`,
		hint: 'compare with the page; they stay unknown',
	};
}

/** Authors follow, and no date. */
export function noDate(entry: Entry): Problem {
	return {
		code: 'entry/no-date',
		at: entry.at,
		message: `No date stands below “${shortened(entry.title)}”.`,
		hint: 'compare with the page; it stays unknown',
	};
}
