import { type Captured, capturedSchema, isoDate } from '../../records/dates.ts';
import type { Entry, Organization, Problem } from '../../records/listing.ts';
import { cardsOf } from '../cards.ts';
import { collapsed, type Dialect, exactness, type Reading, type ReadingContext } from '../dialect.ts';
import { type Line, LineAccount, linesOf } from '../line-account.ts';
import { isPageChrome } from '../page-chrome.ts';
import { type PrintedDate, parsePrintedDate, type YearRule, yearRule } from '../printed-date.ts';
import { dateInto, entryOf, noDate, noMeta, noTitle, problemsOfText, unreadLine } from '../text-entries.ts';

/**
 * The text of a Daily Papers page: its chrome, then for each paper title, blank, abstract, blank, `• N authors` or an
 * organisation `slug Name`, `·`, a date, perhaps a count of comments behind it.
 */
export const huggingfaceText: Dialect = {
	name: 'huggingface-text',
	describes: 'a Daily Papers page of Hugging Face, saved as text',
	exactness: exactness.text,
	recognises(content) {
		const [first = ''] = content.trimStart().split(/[\r\n]/, 1);
		return isChrome(first.trim()) && /^[ \t]*(?:·|Daily Papers)[ \t]*\r?$/m.test(content.slice(0, 100_000));
	},
	read,
};

/** What stands above the papers, and may be passed over in silence there. */
const chrome: readonly RegExp[] = [
	/^new$/,
	/^Get trending papers in your email inbox( once a day)?!$/,
	/^Subscribe$/,
	/^Daily Papers$/,
	/^byAK and the research community$/,
];

function isChrome(text: string): boolean {
	return chrome.some((pattern) => pattern.test(text));
}

/** What a line is by its own form and its neighbours. */
type Token =
	| { kind: 'blank'; line: Line }
	| { kind: 'text'; line: Line }
	| { kind: 'dot'; line: Line }
	| { kind: 'fragment'; line: Line }
	| { kind: 'authors'; line: Line; authorCount: number }
	| { kind: 'organization'; line: Line; organization: Organization }
	| { kind: 'date'; line: Line; date: PrintedDate }
	| Beside;

/** Votes, comments that stand alone, and what pages show beside a paper: who submitted it, stars of its code. */
type Beside = { kind: 'number'; line: Line; count: number | null; labelled: boolean } | { kind: 'beside'; line: Line };

/** A fragment is where a meta line should be and is none of them: a listing that was cut ends in one. */
type Meta = Exclude<Token, { kind: 'blank' | 'text' }>;

function read(content: string, context: ReadingContext): Reading {
	const lines = linesOf(content);
	const { header, headerDate, body } = splitHeader(lines);
	const tokens = withSubmitters(body.map((line, at) => tokenOf(line, body[at - 1], body[at + 1])));
	const rule = yearRule(
		context.captured,
		headerDate,
		tokens.flatMap((token) => (token.kind === 'date' ? token.date : [])),
	);
	const account = new LineAccount(lines);
	account.claim('chrome', header);
	const { entries, problems } = readGroups(groupsOf(tokens), rule, account);
	return {
		entries,
		accounting: { kinds: account.kinds },
		problems,
		captured: capturedOf(headerDate, rule),
		daily: false,
		day: null,
	};
}

/** The chrome above the first paper; the page's own date is its last line. */
function splitHeader(lines: readonly Line[]): { header: Line[]; headerDate: PrintedDate | null; body: Line[] } {
	const header: Line[] = [];
	let headerDate: PrintedDate | null = null;
	let end = 0;
	for (const [at, line] of lines.entries()) {
		const text = line.text.trim();
		if (text === '') continue;
		const date: PrintedDate | null = headerDate === null && header.length > 0 ? parsePrintedDate(text) : null;
		if (date === null && !isChrome(text) && !(header.length > 0 && isOfPage(text, lines, at))) break;
		headerDate ??= date;
		header.push(line);
		end = at + 1;
	}
	return { header, headerDate, body: lines.slice(end) };
}

/** The controls of the page; and the words of a search, which stand alone in front of them. */
function isOfPage(text: string, lines: readonly Line[], at: number): boolean {
	if (isPageChrome(text)) return true;
	const next = lines.slice(at + 1, at + 4).find((line) => line.text.trim() !== '');
	return text.length <= 100 && next !== undefined && isPageChrome(next.text) && !isPageChrome(next.text.slice(0, 1));
}

function capturedOf(header: PrintedDate | null, rule: YearRule): Captured | null {
	const year = header?.year ?? rule.year;
	const day = header === null || year === null ? null : isoDate(year, header.month, header.day);
	return day === null ? null : capturedSchema.parse(day);
}

function tokenOf(line: Line, before: Line | undefined, after: Line | undefined): Token {
	const text = line.text.trim();
	if (text === '') return { kind: 'blank', line };
	if (text === '·') return { kind: 'dot', line };
	const [, authors] = /^[•·-]?\s*(\d{1,5}) authors?$/.exec(text) ?? [];
	if (authors !== undefined) return { kind: 'authors', line, authorCount: Number(authors) };
	const date = dateOf(text);
	if (date !== null) return { kind: 'date', line, date };
	const [, label, count] = /^(upvotes?\s+)?(\d{1,6}|\d{1,3}(?:,\d{3})+|-)$/i.exec(text) ?? [];
	if (count !== undefined) {
		const votes = count === '-' ? null : Number(count.replaceAll(',', ''));
		return { kind: 'number', line, count: votes, labelled: label !== undefined };
	}
	if (/^(?:upvotes?|submitted by(?: \S{1,60})?|github(?: [\d.,]+k?)?|arxiv page)$/i.test(text))
		return { kind: 'beside', line };
	if (text.startsWith('•') || before?.text.trim() === '·') return { kind: 'fragment', line };
	const next = after?.text.trim() ?? '';
	const standsAlone = before === undefined || before.text.trim() === '';
	if (standsAlone && (next === '·' || parsePrintedDate(next) !== null)) {
		const [slug = text, ...name] = collapsed(text).split(' ');
		return { kind: 'organization', line, organization: { slug, name: name.join(' ') || slug } };
	}
	return { kind: 'text', line };
}

/** A date, perhaps behind a dot and “Published on”, and perhaps with comments glued to it: `Sep 9[9]`. */
function dateOf(text: string): PrintedDate | null {
	const bare = text.replace(/^·?\s*(?:Published on\s+)?/i, '');
	const [, before = bare, comments] = /^(.{3,30}?)\s*\[\s*(\d{1,6})\s*\]$/.exec(bare) ?? [];
	const date = parsePrintedDate(before);
	return date === null || comments === undefined ? date : { ...date, comments: Number(comments) };
}

/** The name that stands on the line behind “Submitted by”. */
function withSubmitters(tokens: readonly Token[]): Token[] {
	let expected = false;
	return tokens.map((token) => {
		if (token.kind === 'blank') return token;
		const isName = expected && token.kind === 'text' && /^\S{1,60}$/.test(token.line.text.trim());
		expected = token.kind === 'beside' && /^submitted by$/i.test(token.line.text.trim());
		return isName ? { kind: 'beside', line: token.line } : token;
	});
}

/** The text lines up to a block of meta lines, and that block. */
interface Group {
	texts: Line[];
	meta: Meta[];
}

function groupsOf(tokens: readonly Token[]): Group[] {
	const groups: Group[] = [];
	for (const token of tokens) {
		if (token.kind === 'blank') continue;
		const group = groups.at(-1);
		if (token.kind === 'text') {
			if (group === undefined || group.meta.length > 0) groups.push({ texts: [token.line], meta: [] });
			else group.texts.push(token.line);
		} else if (group === undefined) groups.push({ texts: [], meta: [token] });
		else group.meta.push(token);
	}
	return groups;
}

function readGroups(
	groups: readonly Group[],
	rule: YearRule,
	account: LineAccount,
): Pick<Reading, 'entries' | 'problems'> {
	const entries: Entry[] = [];
	const problems: Problem[][] = [];
	// A page that shows votes has them in front of every title, the first one too.
	const showsVotes = groups[0]?.texts.length === 0 && groups[0].meta.some(({ kind }) => kind === 'number');
	let votes: Extract<Beside, { kind: 'number' }> | null = null;
	for (const [groupAt, { texts, meta: all }] of groups.entries()) {
		const before = votes;
		const [last] = all.slice(-1).filter((token) => token.kind === 'number');
		votes = showsVotes && last?.kind === 'number' && !last.labelled ? last : null;
		const group = { texts, meta: votes === null ? all : all.slice(0, -1) };
		if (before !== null && texts.length > 0) account.claim('meta', [before.line]);
		else if (before !== null) problems.push([unreadLine(before.line)]);
		const cards = cardsOf(group.texts);
		for (const [cardAt, card] of cards.entries()) {
			const meta = cardAt === cards.length - 1 ? group.meta : [];
			if (card.title === null) {
				problems.push(
					card.abstract.map(noTitle),
					meta.map(({ line }) => unreadLine(line)),
				);
				continue;
			}
			const lastLine = meta.at(-1)?.line ?? card.abstract.at(-1) ?? card.title;
			const entry = entryOf(card.title, card, entries.length + 1, lastLine.number);
			account.claim('title', [card.title]);
			account.claim('abstract', card.abstract);
			const isLast = groupAt === groups.length - 1 && cardAt === cards.length - 1 && meta.length === 0;
			problems.push(problemsOfText(entry, card, isLast), readMeta(entry, meta, rule, account));
			if (cardAt === 0 && before !== null) entry.upvotes = before.count;
			entries.push(entry);
		}
		if (cards.length > 0) continue;
		account.claim(
			'meta',
			group.meta.flatMap(({ kind, line }) => (kind === 'beside' ? [line] : [])),
		);
		problems.push(group.meta.flatMap(({ kind, line }) => (kind === 'beside' ? [] : [unreadLine(line)])));
	}
	if (votes !== null) problems.push([unreadLine(votes.line)]);
	return { entries, problems: problems.flat() };
}

/** Puts what the meta lines say into the entry; of two lines of a kind the second is unread. */
function readMeta(entry: Entry, meta: readonly Meta[], rule: YearRule, account: LineAccount): Problem[] {
	if (meta.length === 0) return [noMeta(entry)];
	const problems: Problem[] = [];
	const seen = new Set<string>();
	for (const token of meta) {
		if (token.kind === 'beside') {
			account.claim('meta', [token.line]);
			continue;
		}
		const kind =
			token.kind === 'organization'
				? 'authors'
				: token.kind === 'number'
					? token.labelled
						? 'votes'
						: 'comments'
					: token.kind;
		if (kind === 'fragment' || seen.has(kind)) {
			problems.push(unreadLine(token.line));
			continue;
		}
		seen.add(kind);
		account.claim('meta', [token.line]);
		if (token.kind === 'authors') entry.authorCount = token.authorCount;
		else if (token.kind === 'organization') entry.organization = token.organization;
		else if (token.kind === 'number' && token.labelled) entry.upvotes = token.count;
		else if (token.kind === 'number') entry.comments ??= token.count;
		else if (token.kind === 'date') problems.push(...dateInto(entry, token.date, token.line, rule));
	}
	if (!seen.has('date')) problems.push(noDate(entry));
	return problems;
}
