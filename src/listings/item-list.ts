import type { Span } from './dialect.ts';
import { isJson, marks, type Notation, parsed, type Source, unreadable } from './notation.ts';

/** The names under which an object holds the list that it wraps, perhaps one within another. */
const wrapped: ReadonlySet<string> = new Set(
	[
		['data', 'papers', 'items', 'results', 'result', 'response', 'entries', 'records', 'list', 'rows', 'articles'],
		['dailyPapers', 'daily_papers', 'searchResults', 'trendingPapers'],
	].flat(),
);

export interface Member extends Span {
	/** `unreadable` when its text is none. */
	value: unknown;
}

/** The items of a list with their places; `rest` is what has no end, if the text ends too soon. */
export interface ItemList {
	pointer: string;
	members: Member[];
	rest: Span | null;
}

/**
 * The items of the array that is the whole text, or that stands in an object that wraps it; else, where every line is
 * an object of its own, those; else the one object that is the whole text. Of a damaged text, all that is left of them.
 */
export function itemList(text: string, notation: Notation): ItemList | null {
	const source: Source = { text, notation };
	const list = spansIn(source);
	if (list === null) return damagedFromTheStart(source);
	const { pointer, spans, rest } = list;
	const members = spans.map((span) => memberAt(source, span));
	const isWhole = rest === null && members.every(({ value }) => value !== unreadable);
	if (isWhole) return { pointer, members, rest };
	return mended(source, { pointer, members, rest });
}

function memberAt(source: Source, { from, to }: Span): Member {
	return { from, to, value: parsed(source, from, to) };
}

/** A text that has lost the beginning of its list. */
function damagedFromTheStart(source: Source): ItemList | null {
	const { text } = source;
	if (openingOf(text) === null) return null;
	return mended(source, { pointer: '', members: [], rest: trimmed(text, 0, text.length) });
}

/**
 * A member that cannot be read may have lost a bracket or a quote, and swallowed those behind it: they are found again
 * by how they begin.
 */
function mended(source: Source, list: ItemList): ItemList {
	const { text } = source;
	const opening = openingOf(text);
	const membersIn = (span: Span) =>
		(opening === null ? [trimmed(text, span.from, span.to)] : spansByOpening(text, span, opening)).flatMap((each) =>
			wholeAndRest(source, each),
		);
	const { sound, trailing } = opening === null ? { sound: list.members, trailing: null } : runsOf(list.members);
	const members = sound.flatMap((run) => ('value' in run && run.value !== unreadable ? [run] : membersIn(run)));
	if (list.rest === null) return { ...list, members: [...members, ...(trailing === null ? [] : membersIn(trailing))] };
	const ofRest = membersIn({ from: trailing?.from ?? list.rest.from, to: list.rest.to }).filter(
		({ from, to }) => from < to,
	);
	const last = ofRest.at(-1);
	if (last === undefined) return { ...list, members };
	const isWhole = last.value !== unreadable;
	return {
		...list,
		members: [...members, ...(isWhole ? ofRest : ofRest.slice(0, -1))],
		rest: isWhole ? { from: last.to, to: last.to } : last,
	};
}

/**
 * A lost quote lets commas in texts part members: those that cannot be read, one behind another, are one stretch again.
 * The stretch at the end, which may go on behind the list, is apart.
 */
function runsOf(members: readonly Member[]): { sound: (Member | Span)[]; trailing: Span | null } {
	const sound: (Member | Span)[] = [];
	for (const member of members) {
		const before = sound.at(-1);
		const run = before === undefined || 'value' in before ? null : before;
		if (member.value !== unreadable && (run === null || typeof member.value === 'object')) sound.push(member);
		else if (run === null) sound.push({ from: member.from, to: member.to });
		else run.to = member.to;
	}
	const last = sound.at(-1);
	return last === undefined || 'value' in last
		? { sound, trailing: null }
		: { sound: sound.slice(0, -1), trailing: last };
}

/** How members begin: behind a line break and their indentation, or with the name of their first field. */
const lineOpening = /\n[ \t]*(?:\{(?=[ \t]*\r?\n)|"\{)/g;
const fieldOpening = /(?<=[[}"]\s{0,8},?\s{0,8})"?\{\s{0,8}\\?(["'])\w{1,40}\\?\1/g;

/** The beginning that members have in common: of several the least indented, else the rarest. Null where nothing recurs. */
function openingOf(text: string): string | null {
	const byLine = recurring(text, lineOpening).sort(([a], [b]) => a.length - b.length);
	const byField = () => recurring(text, fieldOpening).sort(([, a], [, b]) => a - b);
	return (byLine[0] ?? byField()[0])?.[0] ?? null;
}

function recurring(text: string, pattern: RegExp): [string, number][] {
	const counts = new Map<string, number>();
	for (const [opening] of text.matchAll(pattern)) counts.set(opening, (counts.get(opening) ?? 0) + 1);
	return [...counts].filter(([, count]) => count > 1);
}

/** What begins so, without the comma or the bracket behind it. */
function spansByOpening(text: string, { from, to }: Span, opening: string): Span[] {
	const starts = [from];
	for (let at = text.indexOf(opening, from); at !== -1 && at < to; at = text.indexOf(opening, at + 1)) {
		if (at > from) starts.push(at);
	}
	return starts.flatMap((start, nth) => {
		const span = trimmed(text, start, starts[nth + 1] ?? to);
		const source = text.slice(span.from, span.to).replace(/(?<=[}"])\s{0,80}(?:,|\],?|\]\s{0,80}\})$/, '');
		return source === '' ? [] : [{ from: span.from, to: span.from + source.length }];
	});
}

/** A member; of one with something behind its end, the member and what is behind it. */
function wholeAndRest(source: Source, span: Span): Member[] {
	const { text } = source;
	const member = memberAt(source, span);
	if (member.value !== unreadable || text[span.from] !== '{') return [member];
	for (const { depth, end } of marks(source, span.from)) {
		if (depth > 0 && end < span.to) continue;
		const whole = memberAt(source, { from: span.from, to: end });
		return whole.value === unreadable ? [member] : [whole, memberAt(source, trimmed(text, end, span.to))];
	}
	return [member];
}

/** The items of an undamaged text, each from its first character to the one behind its last. */
function spansIn(source: Source): { pointer: string; spans: Span[]; rest: Span | null } | null {
	const { text } = source;
	const start = startOf(source);
	if (start === -1) {
		const lines = lineObjects(source);
		return lines === null ? null : { pointer: '', spans: lines, rest: null };
	}
	if (text[start] === '[') {
		const { spans, rest, end } = membersAt(text, start, source.notation);
		// What follows the end of a whole list is a part of it that some lost bracket put there.
		const behind = trimmed(text, end, text.length);
		return { pointer: '', spans, rest: rest ?? (behind.from < behind.to ? behind : null) };
	}
	const lines = lineObjects(source);
	if (lines !== null) return { pointer: '', spans: lines, rest: null };
	const array = wrappedArray(source, start);
	if (array !== null) {
		const { spans, rest, end } = membersAt(text, array.open, source.notation);
		const isWhole = rest !== null || isJson(text.slice(0, array.open + 1) + text.slice(end - 1));
		return { pointer: array.pointer, spans, rest: isWhole ? rest : trimmed(text, end, text.length) };
	}
	return { pointer: '', spans: [trimmed(text, start, text.length)], rest: null };
}

/** Where the list begins: a few letters may stand before it that do not belong there. −1 where nothing looks like one. */
function startOf({ text, notation }: Source): number {
	const start = text.slice(0, 1000);
	if (notation === 'python') return start.search(/\[\s*\{\s*'/);
	return /^\s*"/.test(start) ? -1 : start.search(/[[{]/);
}

/** The lines of a text of which one of the first is an object and another one follows (JSON Lines); null of any other. */
function lineObjects(source: Source): Span[] | null {
	const { text } = source;
	const spans: Span[] = [];
	for (let from = 0; from < text.length; ) {
		const lineBreak = text.indexOf('\n', from);
		const end = lineBreak === -1 ? text.length : lineBreak;
		const span = trimmed(text, from, end);
		if (span.from < span.to) spans.push(span);
		if (spans.length === 5 && !areObjects(source, spans)) return null;
		from = end + 1;
	}
	return spans.length > 1 && (spans.length >= 5 || areObjects(source, spans)) ? spans : null;
}

/** Whether the first is an object, or two are: of several lines one may be damaged. */
function areObjects(source: Source, spans: readonly Span[]): boolean {
	const isObject = ({ from, to }: Span) => source.text[from] === '{' && parsed(source, from, to) !== unreadable;
	const objects = spans.filter(isObject);
	return objects.length > 1 || (objects.length === 1 && objects[0] === spans[0]);
}

function wrappedArray(source: Source, start: number): { pointer: string; open: number } | null {
	const { text } = source;
	const keys: string[] = [];
	let key: string | null = null;
	for (const { mark, depth, from, end } of marks(source, start)) {
		if (mark === '"') key = text.slice(from + 1, end - 1);
		if (mark === ',') key = null;
		if (mark === '[' || mark === '{') {
			const isNamed = depth === 1 || (depth === keys.length + 2 && key !== null && wrapped.has(key));
			if (isNamed && depth > 1 && key !== null) keys.push(key);
			if (isNamed && mark === '[') return { pointer: keys.map((each) => `/${each}`).join(''), open: from };
		} else if ((mark === ']' || mark === '}') && depth === keys.length) keys.pop();
		if (depth === 0) return null;
	}
	return null;
}

/**
 * What stands between the commas of the array or object that opens at `open`, blanks left out; and, where it never
 * closes, what stands behind the last comma, which may be nothing.
 */
export function membersAt(
	text: string,
	open: number,
	notation: Notation,
): { spans: Span[]; rest: Span | null; end: number } {
	const spans: Span[] = [];
	const closing = text[open] === '[' ? ']' : '}';
	let start = open + 1;
	for (const { mark, depth, from } of marks({ text, notation }, open)) {
		if (depth === 0 && mark !== closing) break;
		if (depth === 0 || (depth === 1 && mark === ',')) {
			const span = trimmed(text, start, from);
			if (span.from < span.to) spans.push(span);
			start = from + 1;
		}
		if (depth === 0) return { spans, rest: null, end: from + 1 };
	}
	return { spans, rest: trimmed(text, start, text.length), end: text.length };
}

function trimmed(text: string, from: number, to: number): Span {
	const source = text.slice(from, to);
	const start = from + source.length - source.trimStart().length;
	return { from: start, to: start + source.trim().length };
}
