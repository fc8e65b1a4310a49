import type { Line } from './line-account.ts';

/** The paper of one block of an arXiv mail, as lines. */
export interface MailBlock {
	/** `arXiv:2405.15738 (*cross-listing*)`; null where it is missing. */
	id: Line | null;
	/** Dates and fields, the blank lines between them, and what should not be there. */
	head: Line[];
	/** Null where the block has no part for it. */
	abstract: Line[] | null;
	/** `\\ ( https://arxiv.org/abs/2405.15738 , 31kb)`, which closes a block; null where it is missing. */
	link: Line | null;
	/** The mail ends in the middle of the block. */
	cut: boolean;
}

/** The blocks of a mail, and the lines that are in none: what stands around them, and the `\\` between their parts. */
export interface MailParts {
	blocks: MailBlock[];
	outside: Line[];
}

const idLine = /^(?:arXiv:\s?|Paper(?: \(\*cross-listing\*\))?:\s)(\S+)(?: \(\*cross-listing\*\))?$/;
const firstField = /^(?:Date|From|Title|Authors?|replaced with revised version)\b/;
const linkLine = /^\\\\\s+\((?:\s|$)/;
const rule = /^[-%]{20,}$/;

/** The id in the first line of a block; null when it is another line. */
export function idIn(line: Line | null): string | null {
	return idLine.exec(line?.text.trim() ?? '')?.[1] ?? null;
}

/** Whether a line divides a mail, or the paper of one block from the next. */
export function isRule({ text }: Line): boolean {
	return rule.test(text.trim());
}

/** Takes a mail apart: between rules, each block is `\\`, an id, fields, `\\`, an abstract, and a line with a link. */
export function mailParts(lines: readonly Line[]): MailParts {
	const parts: MailParts = { blocks: [], outside: [] };
	let at = 0;
	for (let line = lines[at]; line !== undefined; line = lines[at]) {
		const start = isSeparator(line) ? nextFilled(lines, at + 1) : at;
		const first = lines[start];
		const begins = first !== undefined && (idIn(first) !== null || (start > at && firstField.test(first.text)));
		if (!begins) {
			parts.outside.push(line);
			at++;
			continue;
		}
		for (const each of lines.slice(at, start)) parts.outside.push(each);
		at = readBlock(lines, start, parts);
	}
	return parts;
}

/** Reads the block that begins at `start`; gives where what follows it begins. */
function readBlock(lines: readonly Line[], start: number, { blocks, outside }: MailParts): number {
	const first = lines[start] ?? null;
	const hasId = idIn(first) !== null;
	const block: MailBlock = { id: hasId ? first : null, head: [], abstract: null, link: null, cut: false };
	blocks.push(block);
	let at = hasId ? start + 1 : start;
	for (let line = lines[at]; line !== undefined; line = lines[at]) {
		if (isRule(line) || beginsNext(lines, at)) return at;
		at++;
		if (linkLine.test(line.text)) {
			block.link = line;
			return at;
		}
		if (!isSeparator(line)) (block.abstract ?? block.head).push(line);
		else if (block.abstract === null || block.abstract.length === 0) {
			block.abstract = [];
			outside.push(line);
		} else if (endsAt(lines, at)) {
			outside.push(line);
			return at;
		} else block.abstract.push(line); // A line break of TeX.
	}
	block.cut = true;
	return at;
}

function isSeparator({ text }: Line): boolean {
	return text.trim() === '\\\\';
}

function beginsNext(lines: readonly Line[], at: number): boolean {
	const line = lines[at];
	return line !== undefined && isSeparator(line) && idIn(lines[nextFilled(lines, at + 1)] ?? null) !== null;
}

/** Whether nothing but blank lines stands between here and a rule, or the end. */
function endsAt(lines: readonly Line[], at: number): boolean {
	const next = lines[nextFilled(lines, at)];
	return next === undefined || isRule(next);
}

function nextFilled(lines: readonly Line[], from: number): number {
	let at = from;
	while (lines[at]?.text.trim() === '') at++;
	return at;
}
