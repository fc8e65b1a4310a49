import type { Entry, Problem } from '../records/listing.ts';
import { endsCut } from './cards.ts';
import type { Line } from './line-account.ts';
import { cutOff, noAbstract, noDate, noMeta } from './text-entries.ts';

/** A card of a page with links, as far as it has been read. */
export interface Card {
	entry: Entry;
	abstract: { text: string; lines: Line[] }[];
	/** What follows is no abstract any more. */
	inMeta: boolean;
	/** The page prints it again: what was known already is not taken a second time. */
	again: boolean;
	problems: Problem[];
}

/**
 * On trending pages a text shorter than this in the abstract's place is a machine's summary. Of 3,095 such summaries of
 * the daily API 3 are longer, of 5,258 abstracts 6 are shorter.
 */
const longestSummary = 400;

/** Puts the texts of the cards of a page into their entries, and notes what each lacks that others there have. */
export function finishCards(cards: readonly Card[], isTrending: boolean): void {
	// Pages of one day print no abstracts and no dates, lists of links nothing but titles: that is no lack of theirs.
	const prints = (what: (card: Card) => boolean) => cards.length < 2 || cards.some(what);
	const expected = {
		abstract: prints(({ abstract }) => abstract.length > 0),
		date: prints(({ entry }) => entry.published !== null),
		meta: prints(({ entry }) => hasMeta(entry)),
	};
	for (const [at, card] of cards.entries()) {
		takeText(card, isTrending);
		noteLacks(card, at === cards.length - 1, expected);
	}
}

function takeText({ entry, abstract }: Card, isTrending: boolean): void {
	const text = abstract.map((part) => part.text).join(' ');
	if (text === '') return;
	if (isTrending && text.length < longestSummary && !endsCut(text)) {
		entry.summary = text;
		return;
	}
	entry.abstract = text;
	entry.abstractCut = endsCut(text) || null;
}

function noteLacks(
	{ entry, abstract, problems }: Card,
	isLast: boolean,
	expected: { abstract: boolean; date: boolean; meta: boolean },
): void {
	const lines = abstract.flatMap((part) => part.lines);
	const [first, last] = [lines[0], lines.at(-1)];
	const hasDate = entry.published !== null || problems.some(({ code }) => code === 'entry/no-such-date');
	if (abstract.length === 0 && expected.abstract) problems.push(noAbstract(entry));
	problems.push(...cutOff(entry, first && last ? [first.number, last.number] : null, isLast && !hasMeta(entry)));
	if (expected.meta && !hasMeta(entry)) problems.push(noMeta(entry));
	else if (expected.date && !hasDate) problems.push(noDate(entry));
}

function hasMeta({ authorCount, organization, published }: Entry): boolean {
	return authorCount !== null || organization !== null || published !== null;
}
