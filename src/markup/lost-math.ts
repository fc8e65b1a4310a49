import { type Chunk, chunksOf, count } from './chunks.ts';
import { lostLatex, sureNames } from './lost-latex.ts';

/** A formula in a text, from one place to another, and its LaTeX. */
export interface LostFormula {
	from: number;
	to: number;
	latex: string;
}

/** Longer than any abstract. */
const longestText = 50_000;

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
	`(?<![A-Za-z])(?:${[...sureNames].join('|')}|xi|Lambda|Omega|lambda|alpha|beta|gamma|delta|sigma|theta)(?![A-Za-z])`,
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
			return /^[b-z]$/.test(left) && /^[B-HJ-Z]$/.test(right);
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
		const isMatrix = beyond.text === 'A' && next.text === 'in' && here.kind === 'sure';
		if (beyond.kind !== 'operand' && beyond.kind !== 'sure' && !isMatrix) return end;
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

function isBalanced(text: string): boolean {
	const bare = text.replace(/\([^()]*\)/g, '');
	if (count(bare, 0, bare.length, '|') % 2 === 1) return false;
	return [
		['(', ')'],
		['[', ']'],
	].every(([open = '', close = '']) => count(text, 0, text.length, open) === count(text, 0, text.length, close));
}
