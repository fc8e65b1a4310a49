import { roleOf, type WordRole } from './keyphrase-words.ts';
import type { Lexicon } from './words.ts';

/** A word of a text, with the hyphens in it: "low-rank", "Qwen2.5-VL". */
export interface PhraseWord {
	/** From 1, in the order in which its reader met it. */
	number: number;
	/** As written. */
	text: string;
	lower: string;
	role: WordRole;
	/** Whether it is written as names are: LoRA, NeRF, GPT-4. */
	isName: boolean;
	/** One of the English words that no text does without. */
	isFunction: boolean;
	/** Behind the 's of a possessive a phrase ends. */
	isPossessive: boolean;
	/** The stems of its parts, as numbers; a part without one has a negative number. */
	stems: readonly number[];
}

/** An acronym and the words that a text says it stands for: "Mixture of Experts (MoE)". */
export interface Definition {
	short: string;
	long: string;
}

/** What phrases of a text are made from, in little room. */
export interface PhraseRuns {
	/** Its words between punctuation, function words, verbs and the remarks of abstracts, by number; 0 ends a run. */
	runs: Uint32Array;
	definitions: Definition[];
	/** How many words it has, and how many of them are English function words: of prose a third. */
	words: number;
	functionWords: number;
}

const address =
	/(?:\b(?:https?:\/\/|www\.)|\b[\w.+-]+@)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|ai|dev|edu|gov)\b\S*/gi;
const wordPattern = /[\p{L}\p{N}\p{M}]+(?:(?:[-\u2010\u2011\u2013]|\.(?=\p{N})|['’](?=\p{L}))[\p{L}\p{N}\p{M}]+)*/gu;
/** Numbers and amounts: "12", "7B", "90x"; but "3D" is a word. */
const amount = /^(?!\d-?d(?:$|-))[\p{N}.-]+\p{L}{0,2}$/iu;
/** What no word of a phrase has: signs of formulas, and scripts whose words this file does not know how to part. */
const foreign = /[^\p{Script=Latin}\p{Script=Greek}\p{Nd}\p{M}.-]/u;
const functionWord =
	/^(?:the|of|and|to|in|a|an|is|are|for|with|that|this|by|on|we|as|from|which|can|it|be|or|at|our|their|these|its|not|have|has|how|via|into)$/;
/** Words that stand inside of what an acronym is short for, and have no letter in it. */
const unlettered = /^(?:of|for|the|and|in|to|with|a|on|by|from)$/;
const possessive = /['’]s$/;
const hasAddress = /:\/\/|www\.|@|\.(?:com|org|net|io|ai|dev|edu|gov)\b/i;

/** Reads texts into runs of words, each distinct word looked at once. */
export class PhraseReader {
	readonly #words = new Map<string, PhraseWord>();
	/** None has the number 0. */
	readonly #byNumber: (PhraseWord | null)[] = [null];
	readonly #unstemmed = new Map<string, number>();
	readonly #lexicon: Lexicon;

	constructor(lexicon: Lexicon) {
		this.#lexicon = lexicon;
	}

	read(text: string): PhraseRuns {
		const plain = hasAddress.test(text) ? text.replace(address, '. ') : text;
		const found: RegExpExecArray[] = [];
		const runs: number[] = [];
		const definitions: Definition[] = [];
		let end = 0;
		let functionWords = 0;
		const close = () => {
			// Without the adjectives at the end, which are said of it.
			while (this.#byNumber[runs.at(-1) ?? 0]?.role === 'leading') runs.pop();
			if ((runs.at(-1) ?? 0) !== 0) runs.push(0);
		};
		wordPattern.lastIndex = 0;
		for (let match = wordPattern.exec(plain); match !== null; match = wordPattern.exec(plain)) {
			const [written] = match;
			const gap = plain.slice(end, match.index);
			end = match.index + written.length;
			if (gap !== ' ' && gap.trim() !== '') close();
			if (gap.endsWith('(') && plain[end] === ')') {
				const long = spelledOut(written, plain, found.slice(-10));
				if (long !== null) definitions.push({ short: written, long });
			}
			found.push(match);
			const word = this.wordOf(written);
			if (word.isFunction) functionWords++;
			if (word.role === 'breaks') close();
			else runs.push(word.number);
			if (word.isPossessive) close();
		}
		close();
		return { runs: Uint32Array.from(runs), definitions, words: found.length, functionWords };
	}

	/** The runs of a text that it has read. */
	runsIn({ runs }: PhraseRuns): PhraseWord[][] {
		const found: PhraseWord[][] = [];
		let run: PhraseWord[] = [];
		for (const number of runs) {
			const word = this.#byNumber[number] ?? null;
			if (word !== null) run.push(word);
			else {
				found.push(run);
				run = [];
			}
		}
		return found;
	}

	wordOf(written: string): PhraseWord {
		const known = this.#words.get(written);
		if (known !== undefined) return known;
		const text = written.replace(possessive, '').replaceAll(/[\u2010\u2011\u2013]/g, '-');
		const lower = text.toLowerCase();
		const isName = looksLikeName(text);
		const role = roleIn(text, lower, isName);
		const word = {
			number: this.#byNumber.length,
			text,
			lower,
			role,
			isName,
			isFunction: functionWord.test(lower),
			isPossessive: possessive.test(written),
			stems: role === 'breaks' ? [] : text.split('-').map((part) => this.#stemOf(part)),
		};
		this.#words.set(written, word);
		this.#byNumber.push(word);
		return word;
	}

	#stemOf(part: string): number {
		const stem = this.#lexicon.stemOf(this.#lexicon.numberOf(part));
		if (stem >= 0) return stem;
		const lower = part.toLowerCase();
		const number = this.#unstemmed.get(lower) ?? -2 - this.#unstemmed.size;
		this.#unstemmed.set(lower, number);
		return number;
	}
}

function looksLikeName(text: string): boolean {
	return text.split('-').some((part) => /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}|\p{L}\p{N}|^\p{N}+[dD]$/u.test(part));
}

function roleIn(text: string, lower: string, isName: boolean): WordRole {
	if (lower.length < 2 || amount.test(lower) || foreign.test(text)) return 'breaks';
	// What every paper may be about is no name: AI, LLMs, 3D.
	if (!isName || roleOf(lower) === 'generic') return roleOf(lower);
	if (lower === 'arxiv' || /^\p{Script=Greek}/u.test(text)) return 'breaks';
	// A word in capitals is no name: a heading may be written so.
	if (/^\p{Lu}+$/u.test(text) && roleOf(lower) === 'breaks' && (text.length > 4 || /^(?:SOTA|[IVX]+)$/.test(text)))
		return 'breaks';
	return /-(?:based|driven|aware|like|style|level|guided|enhanced|augmented|powered|free|centric|specific|agnostic)$/.test(
		lower,
	)
		? 'leading'
		: 'telling';
}

/** The words before an acronym whose initials are its capitals, as the text writes them; null where they are not. */
function spelledOut(short: string, text: string, before: readonly RegExpExecArray[]): string | null {
	const capitals =
		short
			.replace(/s$/, '')
			.match(/\p{Lu}/gu)
			?.join('')
			.toLowerCase() ?? '';
	if (capitals.length < 2 || capitals.length > 6) return null;
	const parts = before.flatMap((match) =>
		[...match[0].matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((part) => ({
			start: match.index + part.index,
			isFirst: part.index === 0,
			word: part[0].toLowerCase(),
		})),
	);
	let left = capitals.length;
	let at = parts.length;
	while (left > 0) {
		const part = parts[--at];
		if (part === undefined) return null;
		if (part.word.slice(0, 1) === capitals[left - 1]) left--;
		else if (!unlettered.test(part.word) || left === capitals.length) return null;
	}
	const first = parts[at];
	const last = before.at(-1);
	if (first === undefined || last === undefined || !first.isFirst) return null;
	const long = text.slice(first.start, last.index + last[0].length);
	return /^[\p{L}\p{N}\p{M}\s\u2010\u2011\u2013-]+$/u.test(long) ? long.replace(/\s+/g, ' ') : null;
}
