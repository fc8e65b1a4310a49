import type { Span } from './dialect.ts';

/** An entry of BibTeX as it stands in its file. */
export interface BibtexSpan {
	/** Where it stands, from its `@` to behind its last brace. */
	span: Span;
	/** Its type in lower case: `article`, `string`, `comment`. */
	type: string;
	/** What stands between its braces; they are balanced in it. */
	body: string;
}

/** What stands between entries, or where one begins and has no end. */
export interface BibtexRest {
	span: Span;
	/** The type of the entry that begins here; null when none does. */
	type: string | null;
	/** Whether that entry has no end. */
	isOpen: boolean;
}

/** Nobody nests braces so deep; a bound on how often the same text is tried in vain. */
const deepestBraces = 40;

interface Start {
	from: number;
	type: string;
	/** The place of its brace or bracket. */
	open: number;
	isBracket: boolean;
	/** Whether an entry may begin here even where another seems not to have ended. */
	isAtLine: boolean;
	/** Where the next such one begins, or the end of the file. */
	nextLine: number;
	/** The place of the brace that closes it; −1 when there is none, or the braces within are too deep. */
	close: number;
}

/**
 * Splits a BibTeX file into its entries, each found by its own braces. `read` is asked to take an entry; what it does
 * not take, and what never closes, is given to `left`, and the search goes on at the next entry that begins on a line
 * of its own behind its start. So is what stands between entries. Every character is in one span. Linear in time.
 */
export function splitBibtex(
	content: string,
	read: (entry: BibtexSpan) => boolean,
	left: (rest: BibtexRest) => void,
): void {
	const starts = startsIn(content);
	let end = 0;
	for (let at = 0; at < starts.length; ) {
		const start = starts[at];
		if (start === undefined) break;
		if (start.from > end) left({ span: { from: end, to: start.from }, type: null, isOpen: false });
		const { nextLine } = start;
		const close = start.isBracket ? closingBracket(content, start.open, nextLine) : start.close;
		const body = content.slice(start.open + 1, Math.max(close, start.open));
		const span = { from: start.from, to: close + 1 };
		if (close !== -1 && read({ span, type: start.type, body })) end = span.to;
		else {
			end = close === -1 || close > nextLine ? nextLine : span.to;
			left({ span: { from: start.from, to: end }, type: start.type, isOpen: close === -1 });
		}
		while (at < starts.length && (starts[at]?.from ?? end) < end) at++;
	}
	if (end < content.length) left({ span: { from: end, to: content.length }, type: null, isOpen: false });
}

/** Everything that looks like the beginning of an entry and is not commented out, with the brace that closes it. */
function startsIn(content: string): Start[] {
	const starts: Start[] = [];
	const open: { start: Start | null; height: number }[] = [];
	for (const found of content.matchAll(/(?<![^\s}),])(?<!%[ \t]*)@([A-Za-z]+)\s*([{(])|[{}]/g)) {
		const [text, type, brace] = found;
		if (type !== undefined) {
			const start: Start = {
				from: found.index,
				type: type.toLowerCase(),
				open: found.index + text.length - 1,
				isBracket: brace === '(',
				isAtLine: isAtLine(content, found.index),
				nextLine: content.length,
				close: -1,
			};
			// In the middle of a line, `@name (` is prose.
			if (brace === '(' && !start.isAtLine) continue;
			starts.push(start);
			if (brace === '{') open.push({ start, height: 0 });
		} else if (text === '{') open.push({ start: null, height: 0 });
		else {
			const closed = open.pop();
			const above = open.at(-1);
			if (closed === undefined) continue;
			if (above !== undefined) above.height = Math.max(above.height, closed.height + 1);
			if (closed.start !== null && closed.height <= deepestBraces) closed.start.close = found.index;
		}
	}
	let nextLine = content.length;
	for (const start of starts.toReversed()) {
		start.nextLine = nextLine;
		if (start.isAtLine) nextLine = start.from;
	}
	return starts;
}

/** Whether nothing stands before this place on its line, or the end of another entry does. */
function isAtLine(content: string, place: number): boolean {
	let at = place - 1;
	while (content[at] === ' ' || content[at] === '\t') at--;
	return at < 0 || '\n\r})\ufeff'.includes(content[at] ?? '');
}

/** The place of the bracket that closes an entry, outside of braces and quotes and before `limit`; −1 if there is none. */
function closingBracket(content: string, open: number, limit: number): number {
	const marks = /["{})]/g;
	marks.lastIndex = open + 1;
	let depth = 0;
	let isQuoted = false;
	for (let mark = marks.exec(content); mark !== null && mark.index < limit; mark = marks.exec(content)) {
		if (mark[0] === '{') depth++;
		else if (mark[0] === '}') depth--;
		else if (depth === 0 && mark[0] === '"') isQuoted = !isQuoted;
		else if (depth === 0 && !isQuoted) return mark.index;
		if (depth < 0 || depth > deepestBraces) return -1;
	}
	return -1;
}
