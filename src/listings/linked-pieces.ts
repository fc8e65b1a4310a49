import type { Line } from './line-account.ts';

/** A stretch of a page that was saved with its links: a line of text, or what one link leads from. */
export interface Piece {
	/** With the white space it has; without the marks of Markdown around it. */
	text: string;
	/** An address, or `#n` where the page numbers its links and leaves their addresses out; null for text without one. */
	target: string | null;
	heading: boolean;
	/** Those that are not blank. */
	lines: Line[];
}

/** How far each line is from what may end a link that opens on it. Filled once, so that no text is run through twice. */
interface Ahead {
	/** The next line, from this one on, that ends with a link's target. */
	closing: Int32Array;
	/** The next line, from this one on, that no link runs across: where another opens, or behind a dot. */
	stop: Int32Array;
}

const longestAddress = 2000;
const marker = /^\s*(#{1,6}\s+|(?:[-*+]|\d{1,4}[.)])\s+)?(\*\*|__)?(?=\[)/;
/** Of the site that the pages are from: any other may be a part of an abstract. */
const bareAddress = /^<?(https?:\/\/huggingface\.co\/[^\s<>]*)>?$/;

/**
 * The pieces of a page, in order. Three ways of keeping links are read, which tools mix with nothing else:
 * `[text](address)` and `[text][n]`, perhaps over several lines, and an address on the line behind its text.
 */
export function piecesOf(lines: readonly Line[]): Piece[] {
	const ahead = lookAhead(lines);
	const pieces: Piece[] = [];
	for (let at = 0; at < lines.length; ) {
		const end = linkEnd(lines, ahead, at);
		const taken = lines.slice(at, end).filter(({ text }) => text.trim() !== '');
		const [first] = taken;
		if (first !== undefined) pieces.push(...(taken.length > 1 ? [wholeLink(taken)] : piecesOfLine(first)));
		at = end;
	}
	return withAddressesBehind(pieces);
}

/** The line behind the link that opens on this one; the next line where none does, or where it never closes. */
function linkEnd(lines: readonly Line[], { closing, stop }: Ahead, at: number): number {
	if (!marker.test(lines[at]?.text ?? '')) return at + 1;
	const closes = closing[at] ?? lines.length;
	const stops = stop[at + 1] ?? lines.length;
	return closes < lines.length && (closes === at || closes < stops) ? closes + 1 : at + 1;
}

function lookAhead(lines: readonly Line[]): Ahead {
	const closing = new Int32Array(lines.length + 1).fill(lines.length);
	const stop = new Int32Array(lines.length + 1).fill(lines.length);
	for (let at = lines.length - 1; at >= 0; at--) {
		const text = lines[at]?.text.trim() ?? '';
		closing[at] = targetAtEnd(text) === null ? (closing[at + 1] ?? lines.length) : at;
		const opensBlock = text.startsWith('[') && (lines[at - 1]?.text ?? '').trim() === '';
		stop[at] =
			opensBlock || /^(?:#{1,6}\s*\[|(?:[-*+]|\d{1,4}[.)])\s+\[|\[$|·)/.test(text)
				? at
				: (stop[at + 1] ?? lines.length);
	}
	return { closing, stop };
}

/** The target of the link that ends a text, and where its `]` stands. */
function targetAtEnd(line: string): { target: string; bracket: number } | null {
	const text = line.replace(/(\*\*|__)$/, '');
	const inline = text.endsWith(')') ? text.lastIndexOf('](') : -1;
	if (inline !== -1) {
		const target = text.slice(inline + 2, -1);
		return target.length <= longestAddress && /^[^\s<>]+$/.test(target) ? { target, bracket: inline } : null;
	}
	const numbered = text.endsWith(']') ? text.lastIndexOf('][') : -1;
	if (numbered === -1 || !/^\d{1,5}$/.test(text.slice(numbered + 2, -1))) return null;
	return { target: `#${text.slice(numbered + 2, -1)}`, bracket: numbered };
}

/** A link that runs over several lines. */
function wholeLink(lines: Line[]): Piece {
	const text = lines.map((line) => line.text.trim()).join('\n');
	const [opening = ''] = marker.exec(text) ?? [];
	const { target, bracket } = targetAtEnd(text) ?? { target: '', bracket: text.length };
	return { text: unmarked(text.slice(opening.length + 1, bracket)), target, heading: /^\s*#/.test(opening), lines };
}

/** The links of a line that is made of links alone, or is one with a dot and more behind it; else the line as text. */
function piecesOfLine(line: Line): Piece[] {
	const text = line.text.trim();
	const heading = /^#{1,6}\s/.test(text);
	const attributed = /^(.{1,3000}\))\{[.#][^{}]{1,200}\}$/.exec(text);
	if (attributed !== null)
		return piecesOfLine({ ...line, text: attributed[1] ?? '' }).map((piece) => ({ ...piece, lines: [line] }));
	const parts = dottedParts(text);
	if (parts.length > 1) {
		return parts.flatMap((part) => piecesOfLine({ ...line, text: part })).map((piece) => ({ ...piece, lines: [line] }));
	}
	const links = text.split(/(?<=\]\([^\s()]{1,2000}\))\s+(?=\[)/);
	if (links.length > 1 && links.every((link) => marker.test(link) && targetAtEnd(link) !== null)) {
		return links.map((link) => wholeLink([{ ...line, text: link }])).map((piece) => ({ ...piece, lines: [line] }));
	}
	const led =
		/^(\S{1,6}\s+(?:\*\*|__)?\[.{1,1000}\]\([^\s()]{0,200}\/papers\/\d{4}\.\d{4,5}[^\s()]{0,50}\)(?:\*\*|__)?)\s+(\S.*)$/.exec(
			text,
		);
	if (led !== null && marker.test(text)) {
		const [, link = '', rest = ''] = led;
		const behind: Piece = { text: `- [${rest}`, target: null, heading: false, lines: [line] };
		return [{ ...wholeLink([{ ...line, text: link }]), lines: [line] }, behind];
	}
	if (marker.test(text) && targetAtEnd(text) !== null) return [wholeLink([line])];
	return [{ text: unmarked(text.replace(/^#{1,6}\s+/, '')), target: null, heading, lines: [line] }];
}

/** A dot or a date, which leads nowhere: an address behind it has lost its text. */
const startsAsDate = /^(?:Published on )?[A-Z][a-z]{2,8} \d{1,2}\b/;
const leadsNowhere = /^(?:·|·?\s*(?:Published on )?[A-Z][a-z]{2} \d{1,2}(?:, \d{4})?)$/;

/** What a dot parts on a line: a link or a number of authors before it, a date or a link behind it. */
function dottedParts(text: string): string[] {
	const [, before = '', behind = ''] = /^([^·]{0,3000}?)\s*·\s*([^·]{1,300})$/.exec(text) ?? [];
	const isMeta = /^(?:\[.*\](?:\([^\s()]*\)|\[\d{1,5}\])|(?:[-*•+]\s*)*\d{1,5} authors?)?$/.test(before);
	const ofLink = /^\[[^\][]*\](?:\([^\s()]*\)|\[\d{1,5}\])$/.test(behind);
	if (!isMeta || (!ofLink && !startsAsDate.test(behind) && !/^\d{1,5} authors?$/.test(behind))) return [text];
	return [...(before === '' ? [] : [before]), '·', behind];
}

/** Gives a text the address that stands alone on the line behind it. An address behind an address has no text. */
function withAddressesBehind(pieces: readonly Piece[]): Piece[] {
	const joined: Piece[] = [];
	for (const piece of pieces) {
		const [, address] = (piece.target === null && bareAddress.exec(piece.text.trim())) || [];
		const before = joined.at(-1);
		if (address === undefined) joined.push(piece);
		else if (before === undefined || before.target !== null || leadsNowhere.test(before.text.trim()))
			joined.push({ ...piece, text: '', target: address });
		else joined.splice(-1, 1, { ...before, target: address, lines: [...before.lines, ...piece.lines] });
	}
	return joined;
}

/** Without pictures, hard line breaks and the backslashes before marks of Markdown. */
function unmarked(text: string): string {
	return text
		.replace(/!\[[^\][]*\]\([^()\s]*\)/g, '')
		.replace(/\\{1,2}(?=\s|$)/g, '')
		.replace(/\\(?=[_*`~#>[\]])/g, '');
}
