import { isCommand } from './commands.ts';
import { isGreek, lostLatex, sureNames } from './lost-latex.ts';

/** A formula in a text, from one place to another, and its LaTeX. */
export interface LostFormula {
	from: number;
	to: number;
	latex: string;
}

type Kind = 'sure' | 'operand' | 'operator' | 'damaged' | 'prose';

/** A run of a text without spaces, or with spaces only in brackets, and without the punctuation around it. */
interface Chunk {
	from: number;
	to: number;
	text: string;
	kind: Kind;
	/** Punctuation before and after it ends a formula. */
	opened: boolean;
	closed: boolean;
}

/** Longer than any abstract. */
const longestText = 50_000;

/** No formula of one line is longer, and a longer chunk is no formula. */
const longestChunk = 120;

/** Signs and words that join two operands. Those that are words of English join only what is surely mathematics. */
const operators = /^(?:[=<>+\-/≤≥]|in|times|cap|cup|circ|sim|approx|ll|gg|mid|pm|mp|notin|subset|equiv|mod)$/;
const joining = new Set([
	'cdot',
	'otimes',
	'oplus',
	'odot',
	'leq',
	'geq',
	'neq',
	'propto',
	'rightarrow',
	'leftarrow',
	'mapsto',
	'subseteq',
	'supseteq',
]);

/** A chunk that ends with a sign that something must follow. */
const endsOpen = /(?:[=<>+\-/]|cdot|times|leq|geq|in)$/;

function isJoining({ text }: Chunk): boolean {
	return joining.has(text) || /^\{[a-z]{3,}\}$/.test(text);
}

/** What makes it worth to look for formulas at all: most abstracts have none of it. */
const hint =
	/[\^_]|\dtimes|\{[a-z]{2,}\}|\bsim\s?\d|[A-Za-z\d|]\s(?:in|cap|cup|gg|ll|pm)\s[A-Z\d]|[a-z][<>][a-z]|\bO\(|\/[a-z]{2}|math[a-z]+\{/;
const sureHint = new RegExp(
	`(?<![A-Za-z])(?:${[...sureNames].join('|')}|Lambda|Omega|lambda|alpha|beta|gamma|delta|sigma|theta)(?![A-Za-z])`,
);

/** The formulas of a text that were mathematics before its backslashes were lost, in order. */
export function lostFormulas(text: string): LostFormula[] {
	if (text.length > longestText || (!hint.test(text) && !sureHint.test(text))) return [];
	const chunks = chunksOf(text);
	const formulas: LostFormula[] = [];
	for (let at = 0; at < chunks.length; at += 1) {
		const found = formulaAround(text, chunks, at, formulas.at(-1)?.to ?? 0);
		if (found === null) continue;
		if (found.formula !== null) formulas.push(found.formula);
		at = found.last;
	}
	return formulas;
}

function formulaAround(
	text: string,
	chunks: readonly Chunk[],
	at: number,
	after: number,
): { formula: LostFormula | null; last: number } | null {
	if (!isSeed(chunks, at)) return null;
	const first = extended(chunks, at, -1, after);
	const last = extended(chunks, at, 1, after);
	const [from, to] = [chunks[first]?.from ?? 0, chunks[last]?.to ?? 0];
	if (isDamagedBeside(chunks, first, -1) || isDamagedBeside(chunks, last, 1)) return { formula: null, last };
	const region = text.slice(from, to);
	const latex = isBalanced(region) ? (lostLatex(region)?.latex ?? null) : null;
	return { formula: latex === null ? null : { from, to, latex }, last };
}

/** Whether something here can hardly be prose, alone or by what stands around it. */
function isSeed(chunks: readonly Chunk[], at: number): boolean {
	const [before, chunk, next] = [chunks[at - 1], chunks[at], chunks[at + 1]];
	if (chunk === undefined) return false;
	if (chunk.kind === 'sure') return true;
	if (!before || !next || before.closed || chunk.closed || chunk.opened || next.opened) return false;
	const bare = (each: Chunk) => each.text.replace(/[|()]/g, '');
	const [left, right] = [bare(before), bare(next)];
	switch (chunk.text) {
		case 'in':
			return /^[B-HJ-Zb-z]$/.test(left) && /^[B-HJ-Z]$/.test(right);
		case 'cap':
		case 'cup':
			return /^[A-Z]$/.test(left) && /^[A-Z]$/.test(right);
		case 'gg':
		case 'll':
			return /^[a-zA-Z]$/.test(left) && /^[a-zA-Z\d]$/.test(right);
		case 'sim':
			return /^\d/.test(right) && !/^\d/.test(left);
		case 'pm':
			return /^\d+\.\d+%?$/.test(left) && /^\d+\.\d+%?$/.test(right);
		default:
			return false;
	}
}

/** How far a formula reaches in one direction: over operators with an operand behind them. */
function extended(chunks: readonly Chunk[], from: number, step: 1 | -1, after: number): number {
	let end = from;
	for (;;) {
		const [here, next, beyond] = [chunks[end], chunks[end + step], chunks[end + 2 * step]];
		if (!here || !next || isApart(here, next, step) || next.from < after) return end;
		if (joinsAlone(here, next, step)) {
			end += step;
			continue;
		}
		if (next.text === 'in' && step === 1 && /^\d/.test(beyond?.text ?? '')) return end;
		const isOperator = next.kind === 'operator' || isJoining(next);
		const hereIsOperator = end === from && (here.kind === 'operator' || isJoining(here));
		if (hereIsOperator && (next.kind === 'operand' || next.kind === 'sure') && !isOperator) {
			end += step;
			continue;
		}
		if (!isOperator || !beyond || isApart(next, beyond, step) || beyond.from < after) return end;
		if (beyond.kind !== 'operand' && beyond.kind !== 'sure') return end;
		if (isJoining(beyond)) return end;
		end += 2 * step;
	}
}

function isApart(here: Chunk, next: Chunk, step: 1 | -1): boolean {
	return step === 1 ? here.closed || next.opened : here.opened || next.closed;
}

/** `bin` before `R^n` is “b in”; a number or a letter before a bracket, and a name with a colon before a map, belong to it. */
function joinsAlone(here: Chunk, next: Chunk, step: 1 | -1): boolean {
	const [left, right] = step === 1 ? [here, next] : [next, here];
	if (left.kind === 'sure' && right.kind === 'sure' && (endsOpen.test(left.text) || /^arg(?:min|max)_/.test(left.text)))
		return true;
	if (step === -1 && /^[A-Za-z]'?in$/.test(next.text)) return /^(?:[A-Z]|mathbb)[\^_{]/.test(here.text);
	if (step === -1 && /^\d+$/.test(next.text)) return /^\(/.test(here.text) && here.kind === 'sure';
	if (step === -1 && /^[A-Za-z]:$/.test(next.text)) return /\)to/.test(here.text);
	return false;
}

function isDamagedBeside(chunks: readonly Chunk[], end: number, step: 1 | -1): boolean {
	const [here, next, beyond] = [chunks[end], chunks[end + step], chunks[end + 2 * step]];
	if (!here || !next || isApart(here, next, step)) return false;
	if (next.kind === 'damaged') return true;
	const joins = next.kind === 'operator' || isJoining(next);
	return joins && beyond?.kind === 'damaged' && !isApart(next, beyond, step);
}

function chunksOf(text: string): Chunk[] {
	const chunks: Chunk[] = [];
	const word = /\S+/g;
	for (let found = word.exec(text); found !== null; found = word.exec(text)) {
		const to = wholeChunk(text, found.index, word.lastIndex);
		word.lastIndex = to;
		chunks.push(chunkAt(text, found.index, to));
	}
	return chunks;
}

/** Where a chunk ends whose brackets hold spaces: `R^{mtimes n}`, `O(n log n)`. */
function wholeChunk(text: string, from: number, to: number): number {
	const word = text.slice(from, to);
	if (!/[({|]/.test(word) || word.length > longestChunk) return to;
	if (word.startsWith('(')) return bracketed(text, from) ?? to;
	const limit = Math.min(text.length, from + longestChunk);
	let depth = 0;
	let round = 0;
	for (let at = from; at < limit; at += 1) {
		const character = text[at];
		if (character === '{') depth += 1;
		if (character === '}') depth -= 1;
		if (character === '(') round += 1;
		if (character === ')') round -= 1;
		if (at >= to && /\s/.test(character ?? '') && depth <= 0 && round <= 0) return at;
		if (at >= to && round > 0 && depth <= 0 && !/[A-Za-z\d\s^_{}+\-*/,.|()%']/.test(character ?? '')) return to;
	}
	const whole = text.slice(from, limit);
	return limit === text.length && depth <= 0 && round <= 0 && lostLatex(whole) !== null ? limit : to;
}

/** Where a bracket closes that holds nothing but what is surely mathematics: `(xi cdot 100%)`. */
function bracketed(text: string, from: number): number | null {
	const inside = /^\((?:[^()]|\([^()]{0,60}\)){1,60}\)\S*/.exec(text.slice(from, from + longestChunk))?.[0];
	if (inside === undefined || !inside.includes(' ') || /\.[A-Za-z]/.test(inside)) return null;
	const core = inside.replace(/[.,;:!?]+$/, '');
	return lostLatex(core)?.sure === true ? from + inside.length : null;
}

function chunkAt(text: string, start: number, end: number): Chunk {
	let [from, to] = [start, end];
	while (to > from && /[.,;:!?"”’-]/.test(text[to - 1] ?? '') && !/^[A-Za-z]:$/.test(text.slice(from, to))) to -= 1;
	while (from < to && /["“‘[]/.test(text[from] ?? '')) from += 1;
	const balance = () => count(text, from, to, '(') - count(text, from, to, ')');
	while (to > from && text[to - 1] === ')' && balance() < 0) {
		to -= 1;
		while (to > from && /[.,;:]/.test(text[to - 1] ?? '')) to -= 1;
	}
	while (from < to && text[from] === '(' && balance() > 0) from += 1;
	if (/^\([^()\s]+[\^_][^()\s]+\)$/.test(text.slice(from, to))) {
		from += 1;
		to -= 1;
	}
	const named = /^(.+?)-[A-Za-z]{2}[A-Za-z-]*$/.exec(text.slice(from, to))?.[1];
	if (named !== undefined && isNamer(named)) to = from + named.length;
	const core = text.slice(from, to);
	return { from, to, text: core, kind: core === named ? 'sure' : kindOf(core), opened: from > start, closed: to < end };
}

/** What stands before a hyphen and a word: `L_2-norm`, `epsilon-greedy`, `Lambda-shaped`. */
function isNamer(text: string): boolean {
	return kindOf(text) === 'sure' || /^(?:Lambda|Gamma|Delta|Sigma|Omega)$/.test(text);
}

function isBalanced(text: string): boolean {
	return [
		['(', ')'],
		['[', ']'],
	].every(([open = '', close = '']) => count(text, 0, text.length, open) === count(text, 0, text.length, close));
}

function count(text: string, from: number, to: number, character: string): number {
	let found = 0;
	for (let at = from; at < to; at += 1) if (text[at] === character) found += 1;
	return found;
}

function kindOf(text: string): Kind {
	if (text.length > longestChunk || text === '') return 'prose';
	if (operators.test(text)) return 'operator';
	if (/^[B-HJ-Zb-z]'?$|^[|]?[B-HJ-Zb-z][|]?$|^\d+(?:[.,]\d+)*%?$/.test(text)) return 'operand';
	if (isMultiple(text) || /^sim\d/.test(text) || isComparison(text) || isComplexity(text)) return 'sure';
	if (isNamed(text)) return 'prose';
	const read = /[A-Za-z\p{Script=Greek}]|\^/u.test(text) ? lostLatex(text) : null;
	if (read === null) return isDamaged(text) ? 'damaged' : 'prose';
	if (read.sure) return 'sure';
	if (/[({^_]|[/=<>]/.test(text) && /[A-Za-z]{2}/.test(text)) return isCalculation(text) ? 'sure' : 'prose';
	return isGreek(text) ? 'operand' : 'prose';
}

/** Names of files, variables and events: letters in runs on both sides of an underscore, or several of them. */
function isNamed(text: string): boolean {
	const [, script] = /^[A-Za-z]_([a-z]{4,})$/.exec(text) ?? [];
	if (script !== undefined) return !isCommand(script);
	return (
		/[A-Za-z]{2,}_[a-z]{2,}|^[A-Z]\d+_\d|[A-Z]{2,}_[A-Z]{2,}|__|@|_\w*_|:\/\//.test(text) &&
		!/^(?:nu|mu|ell|tau|xi|phi|psi)_/.test(text)
	);
}

/** `9.5times`, `2-5times`, `256times256`. */
function isMultiple(text: string): boolean {
	return /^[~>]?\d+(?:[.,]\d+)?(?:(?:--|[-–])\d+(?:[.,]\d+)?)?times$|^\d+(?:times\d+)+$/.test(text);
}

/** `k<d+1`. */
function isComparison(text: string): boolean {
	return /^[a-z][<>]=?[a-z](?:[+-]\d+)?$/.test(text);
}

/** `O(n log n)`. */
function isComplexity(text: string): boolean {
	return (
		/[a-z]/.test(text) && /^O\((?:[a-zA-Z]|\d|log|sqrt|\s|[\^_+*/{},.-])+\)$/.test(text) && lostLatex(text) !== null
	);
}

/** `1/lambda`, `alpha=0.5`: a Greek letter by name, with numbers and single letters around a sign. */
function isCalculation(text: string): boolean {
	const words = text.match(/[A-Za-z]+/g) ?? [];
	return (
		/[/=<>]/.test(text) &&
		/\d|\b[a-z]\b/.test(text) &&
		words.some(isGreek) &&
		words.every((word) => word.length === 1 || isGreek(word))
	);
}

/** What was mathematics and cannot be known: braces without a command, beside scripts or commands. */
function isDamaged(text: string): boolean {
	return (
		/[{}]/.test(text) &&
		/[\^_]|[a-z](?:cdot|times|leq|geq|sqrt|frac)|(?:epsilon|delta|math[a-z]+|frac|sqrt)\{/.test(text)
	);
}
