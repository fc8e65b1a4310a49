import type { TermText } from './read-words.ts';
import { remembering } from './remembering.ts';
import { termWordOf } from './term-words.ts';
import { apart, eachWord, hyphens } from './text-words.ts';

/** How texts write a term. */
export interface WrittenTerm {
	/** Its commonest form within sentences; of titles and where sentences begin, if it is in none. */
	text: string;
	/** Whether it is within sentences, where capitals mean something. */
	inSentences: boolean;
	/** The share of its places where it is a part of more: of "context-aware", of "FID of 1.5", of a longer name. */
	cut: number;
}

/** How papers write the term of a key; null where none has it. */
export function termSpelling(key: string, papers: readonly TermText[]): WrittenTerm | null {
	const parts = key.split(' ');
	const forms = { running: new Map<string, number>(), title: new Map<string, number>() };
	let [places, cut] = [0, 0];
	const look = (text: string, kind: 'running' | 'title'): void => {
		const words = wordsIn(text);
		for (const at of placesOf(parts, words)) {
			const [first, last] = [words[at], words[at + parts.length - 1]];
			if (first === undefined || last === undefined) continue;
			const form = text.slice(first.from, last.to).replace(/\s+/g, ' ');
			// What begins a sentence has a capital letter as in a title.
			const counted = forms[begins.test(text.slice(0, first.from)) ? 'title' : kind];
			counted.set(form, (counted.get(form) ?? 0) + 1);
			places++;
			const isCut = hyphens.test(text[first.from - 1] ?? '') || goesOn.test(text.slice(last.to, last.to + 2));
			if (isCut || (kind === 'running' && isInName(text, words, at, at + parts.length - 1))) cut++;
		}
	};
	for (const { title, abstract } of papers) {
		look(title, 'title');
		look(abstract ?? '', 'running');
	}
	const text = commonest(forms.running.size > 0 ? forms.running : forms.title);
	return text === null ? null : { text, inSentences: forms.running.size > 0, cut: cut / places };
}

/** A word of a text: how it is written, its place, and whether it belongs to the word before. */
interface TextWord {
	written: string;
	from: number;
	to: number;
	joined: boolean;
}

function wordsIn(text: string): TextWord[] {
	const words: TextWord[] = [];
	eachWord(text, (written, link, from) => {
		words.push({ written, from, to: from + written.length, joined: link !== apart });
	});
	return words;
}

const begins = /(?:^|[.!?:]\s+)$/;
const goesOn = new RegExp(`^(?:${hyphens.source}|[.,]\\d)`);

/** Whether the words from one to another are a part of a longer name: "Policy Optimization" of "Relative Policy Optimization". */
function isInName(text: string, words: readonly TextWord[], from: number, to: number): boolean {
	const isCapital = (at: number) => /^\p{Lu}/u.test(text.slice(words[at]?.from));
	if (!isCapital(from) || !isCapital(to)) return false;
	const [after, before] = [words[to + 1], words[from - 1]];
	if (after?.joined && isCapital(to + 1)) return true;
	return (
		before !== undefined &&
		words[from]?.joined === true &&
		isCapital(from - 1) &&
		!begins.test(text.slice(0, before.from))
	);
}

function placesOf(parts: readonly string[], words: readonly TextWord[]): number[] {
	return words.flatMap((_, at) => {
		const found = parts.every((part, nth) => {
			const word = words[at + nth];
			return word !== undefined && (nth === 0 || word.joined) && isOfKey(word.written, part);
		});
		return found ? [at] : [];
	});
}

function isOfKey(written: string, key: string): boolean {
	const [first, other] = [written.charCodeAt(0), key.charCodeAt(0)];
	// A key begins as its word does, and looking it up takes longer.
	const mayBe = first >= 0x80 || first === other || first + 0x20 === other;
	return mayBe && keyOf(written) === key;
}

const keyOf = remembering((written) => termWordOf(written).key);

/** Among equals the one with small letters: sentences begin with capitals. */
function commonest(forms: ReadonlyMap<string, number>): string | null {
	let best: string | null = null;
	for (const [form, times] of forms) {
		const most = best === null ? 0 : (forms.get(best) ?? 0);
		if (times > most || (times === most && best !== null && form > best)) best = form;
	}
	return best;
}
