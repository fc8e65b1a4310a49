import type { Problem } from '../records/listing.ts';
import { titleKey } from '../records/title-key.ts';
import type { Reading } from './dialect.ts';
import { newEntry } from './entry.ts';
import type { Line, LineAccount } from './line-account.ts';
import { type Card, finishCards } from './linked-card.ts';
import type { Token } from './linked-tokens.ts';
import { isPageChrome } from './page-chrome.ts';
import type { YearRule } from './printed-date.ts';
import { dateInto, noTitle, unreadLine } from './text-entries.ts';

/** A text without a title that is as long as this was an abstract. */
const prose = 120;

/** Puts the tokens of a page together to cards. */
export class LinkedCards {
	readonly #account: LineAccount;
	readonly #rule: YearRule;
	/** The words of the page's search, which stand alone on a line. */
	readonly #searched: string | null;
	readonly #cards = new Map<string, Card>();
	/** By line: a line of many parts is left unread once. */
	readonly #left = new Map<number, Problem>();
	#card: Card | null = null;
	/** Of the card that comes next: votes stand before the title. */
	#votes: Extract<Token, { kind: 'votes' }> | null = null;
	/** A line that says “Submitted by” has its picture and its name on the lines behind it. */
	#expectsSubmitter = false;
	/** A line of which a part was of no use here. */
	#refused: Line | null = null;
	/** Votes below the papers, behind the word Upvote: the page is one of trending papers. */
	#isTrending = false;

	constructor(account: LineAccount, rule: YearRule, searched: string | null) {
		this.#account = account;
		this.#rule = rule;
		this.#searched = searched;
	}

	take(token: Token): void {
		if (this.#expectsSubmitter && this.#takesSubmitter(token)) return;
		if (token.kind === 'submitter') this.#expectsSubmitter = /by\W*$/i.test(token.lines.at(-1)?.text ?? '');
		if (token.kind === 'title') this.#open(token);
		else if (token.kind === 'votes') this.#takeVotes(token);
		else if (token.kind === 'body' || token.kind === 'fragment') this.#takeBody(token);
		else if (token.kind === 'submitter') this.#account.claim('meta', token.lines);
		else if (this.#card === null || !belongs(token, this.#card)) this.#passOver(token);
		else this.#takeMeta(token, this.#card);
	}

	/** Its entries, in order, and every problem. */
	finish(): Pick<Reading, 'entries' | 'problems'> {
		this.#dropVotes();
		const cards = [...this.#cards.values()];
		finishCards(cards, this.#isTrending);
		const left = [...this.#left]
			.filter(([number]) => this.#account.kinds[number - 1] === 'unread')
			.map(([, problem]) => problem);
		return {
			entries: cards.map(({ entry }) => entry),
			problems: [...left, ...cards.flatMap(({ problems }) => problems)].sort(byLine),
		};
	}

	#open({ text, id, lines }: Extract<Token, { kind: 'title' }>): void {
		this.#account.claim('title', lines);
		const key = id ?? titleKey(text);
		const known = this.#cards.get(key);
		this.#card = known ?? {
			entry: {
				...newEntry(this.#cards.size + 1, [lines[0]?.number ?? 1, lines.at(-1)?.number ?? 1], text),
				arxivId: id,
			},
			abstract: [],
			inMeta: false,
			again: false,
			problems: [],
		};
		this.#card.inMeta = false;
		this.#card.again = known !== undefined;
		this.#cards.set(key, this.#card);
		const votes = this.#votes;
		if (votes === null || (votes.id !== null && id !== null && votes.id !== id)) this.#dropVotes();
		else {
			this.#votesInto(this.#card, votes);
			const { entry, again } = this.#card;
			if (!again && Array.isArray(entry.at)) entry.at = [votes.lines[0]?.number ?? entry.at[0], entry.at[1]];
		}
		this.#votes = null;
	}

	#takeVotes(token: Extract<Token, { kind: 'votes' }>): void {
		const card = this.#card;
		const isOwn = card !== null && belongs(token, card) && (token.labelled || token.id !== null);
		this.#isTrending ||= token.labelled;
		if (isOwn) this.#votesInto(card, token);
		else {
			this.#dropVotes();
			this.#votes = token;
			this.#card = null;
		}
	}

	#votesInto(card: Card, { count, lines }: Extract<Token, { kind: 'votes' }>): void {
		this.#account.claim('meta', lines);
		card.entry.upvotes ??= count;
		this.#reaches(card, lines);
	}

	/** Votes of a card whose title never came. */
	#dropVotes(): void {
		if (this.#votes !== null) this.#leave(this.#votes.lines, unreadLine);
		this.#votes = null;
	}

	#takeBody(token: Extract<Token, { kind: 'body' | 'fragment' }>): void {
		const card = this.#card;
		if (this.#isChrome(token)) {
			this.#account.claim('chrome', token.lines);
		} else if (token.kind === 'fragment' || card === null || card.inMeta || !belongs(token, card)) {
			const toProblem = token.text.length > prose && this.#cards.size > 0 ? noTitle : unreadLine;
			this.#leave(token.lines, toProblem);
		} else {
			this.#account.claim('abstract', token.lines);
			if (!card.again) card.abstract.push(token);
			this.#reaches(card, token.lines);
		}
	}

	/** In an abstract only a paragraph of its own can be chrome: a wrapped line may be any word. */
	#isChrome({ text, lines }: Extract<Token, { kind: 'body' | 'fragment' }>): boolean {
		const before = (lines[0]?.number ?? 1) - 2;
		const standsAlone = before < 0 || this.#account.kinds[before] === 'blank';
		if (this.#card !== null && !this.#card.inMeta && !standsAlone) return false;
		return isPageChrome(text) || (this.#cards.size === 0 && (text === this.#searched || lines.every(isChromeLine)));
	}

	#takeMeta(token: Exclude<Token, { kind: 'title' | 'votes' | 'body' | 'fragment' | 'submitter' }>, card: Card): void {
		const { entry } = card;
		if (card.abstract.length > 0 || card.again || token.kind !== 'picture') card.inMeta = true;
		// A card names authors or an organisation, once: a second one belongs to a card that has lost its title.
		const isSecond =
			(token.kind === 'date' && entry.published !== null) ||
			(token.kind === 'organization' && (entry.organization !== null || entry.authorCount !== null)) ||
			(token.kind === 'authors' && (entry.organization !== null || entry.authorCount !== null));
		// A count of comments stands on the line of its date.
		const isOfSecond = token.kind === 'comments' && token.lines[0] === this.#refused;
		if (isOfSecond) return;
		if (isSecond && !card.again) {
			this.#leave(token.lines, unreadLine);
			this.#refused = token.lines[0] ?? null;
			return;
		}
		this.#account.claim('meta', token.lines);
		this.#reaches(card, token.lines);
		if (card.again) return;
		if (token.kind === 'authors') entry.authorCount ??= token.count;
		else if (token.kind === 'organization') entry.organization ??= token.organization;
		else if (token.kind === 'comments') entry.comments ??= token.count;
		else if (token.kind === 'arxiv') entry.arxivId ??= token.id;
		else if (token.kind === 'link' && !entry.links.some(({ url }) => url === token.link.url))
			entry.links.push(token.link);
		else if (token.kind === 'date' && entry.published === null) {
			const [line] = token.lines;
			if (line !== undefined) card.problems.push(...dateInto(entry, token.date, line, this.#rule));
		}
	}

	/** What stands outside the cards: the header's date, links of the site, or nothing that is known. */
	#passOver(token: Token): void {
		const isHeader = this.#cards.size === 0 && (token.kind === 'date' || token.kind === 'dot');
		if (isHeader || token.kind === 'picture' || token.lines.every(isChromeLine)) {
			this.#account.claim('chrome', token.lines);
		} else this.#leave(token.lines, unreadLine);
	}

	/** The picture, then the name, which may lead to a page of its own; anything else ends the waiting for them. */
	#takesSubmitter(token: Token): boolean {
		const isName = token.kind === 'organization' || (token.kind === 'body' && !/\s|.{60}/.test(token.text));
		if (token.kind !== 'picture') this.#expectsSubmitter = false;
		if (token.kind !== 'picture' && !isName) return false;
		this.#account.claim('meta', token.lines);
		return true;
	}

	#leave(lines: readonly Line[], toProblem: (line: Line) => Problem): void {
		for (const line of lines) if (!this.#left.has(line.number)) this.#left.set(line.number, toProblem(line));
	}

	/** A card reaches to its last line, where the page first prints it. */
	#reaches({ entry, again }: Card, lines: readonly Line[]): void {
		const [from, to] = Array.isArray(entry.at) ? entry.at : [1, 1];
		if (!again) entry.at = [from, Math.max(to, lines.at(-1)?.number ?? to)];
	}
}

function belongs(token: Token, { entry }: Card): boolean {
	return (
		!('id' in token) ||
		token.id === null ||
		token.kind === 'arxiv' ||
		entry.arxivId === null ||
		token.id === entry.arxivId
	);
}

function isChromeLine({ text }: Line): boolean {
	return isPageChrome(text);
}

function byLine(a: Problem, b: Problem): number {
	return lineOf(a) - lineOf(b);
}

function lineOf({ at }: Problem): number {
	return Array.isArray(at) ? at[0] : 0;
}
