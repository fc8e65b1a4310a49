import { isCommand } from './commands.ts';
import { isGreek, lostLatex, sureNames } from './lost-latex.ts';

/**
 * What a chunk of a text is to a formula: surely mathematics, what may stand in it, what joins two such, what was
 * mathematics and cannot be known, or prose.
 */
export type ChunkKind = 'sure' | 'operand' | 'operator' | 'damaged' | 'prose';

/** No formula of one line is longer, and a longer chunk is no formula. */
export const longestChunk = 120;

/** Signs and words that join two operands. Those that are words of English join only what is surely mathematics. */
const operators = /^(?:[=<>+\-/≤≥]|in|times|cap|cup|circ|sim|approx|ll|gg|mid|pm|mp|notin|subset|equiv|mod)$/;

export function kindOf(text: string): ChunkKind {
	if (text.length > longestChunk || text === '') return 'prose';
	if (operators.test(text)) return 'operator';
	// Most of a text: what follows would say the same of a run of letters, and take long.
	if (/^[A-Za-z]{2,}$/.test(text)) return sureNames.has(text) ? 'sure' : isGreek(text) ? 'operand' : 'prose';
	if (/^[B-HJ-Zb-z]'?$|^[|]?[B-HJ-Zb-z][|]?$|^\|A$|^A\|$|^\d+(?:[.,]\d+)*%?$/.test(text)) return 'operand';
	if (isMultiple(text) || /^sim\d/.test(text) || isComparison(text) || isComplexity(text)) return 'sure';
	if (isNamed(text)) return 'prose';
	const read = /[A-Za-z\p{Script=Greek}]|\^/u.test(text) ? lostLatex(text) : null;
	if (read === null) return isDamaged(text) ? 'damaged' : 'prose';
	if (read.sure) return 'sure';
	if (/[({^_/=<>+-]/.test(text) && /[A-Za-z]{2}/.test(text)) return isCalculation(text) ? 'sure' : 'prose';
	return isGreek(text) ? 'operand' : 'prose';
}

/** Names of files, variables and events: letters in runs on both sides of an underscore, or several of them. */
function isNamed(text: string): boolean {
	if (/^(?:top|min|max|arg|dim|log|det)_[a-z\d](?:=|$)/.test(text)) return true;
	const [, script] = /^[A-Za-z]_([a-z]{4,})$/.exec(text) ?? [];
	if (script !== undefined) return !isCommand(script);
	return (
		/[A-Za-z]{2,}_[a-z]{2,}|^[A-Z]\d+_\d|[A-Z]{2,}_[A-Z]{2,}|[A-Z]{2}\w*_[A-Za-z\d]|__|@|_\w*_|:\/\//.test(text) &&
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
	const isJoined = /[/=<>]/.test(text) ? /\d|\b[a-z]\b/.test(text) : /\d[+-][a-z]|[a-z]\+\d/.test(text);
	return isJoined && words.some(isGreek) && words.every((word) => word.length === 1 || isGreek(word));
}

/** What was mathematics and cannot be known: braces without a command, beside scripts or commands. */
function isDamaged(text: string): boolean {
	return (
		/[{}]/.test(text) &&
		/[\^_]|[a-z](?:cdot|times|leq|geq|sqrt|frac)|(?:epsilon|delta|math[a-z]+|frac|sqrt)\{/.test(text)
	);
}
