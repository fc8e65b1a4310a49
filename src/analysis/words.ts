import { spelled } from '../records/title-key.ts';
import { stemOf, stopStems } from './stems.ts';
import { stopWords } from './stop-words.ts';
import { apart, eachWord, type Link, possessive } from './text-words.ts';

/**
 * The words of one text that carry meaning, as numbers of a lexicon, and each one's link to the word before: apart also
 * from a stop word and a possessive.
 */
export interface WordRun {
	words: readonly number[];
	links: readonly Link[];
}

const noStem = -1;

/** Numbers the words of many texts, each with its stem, and remembers how each is usually written. */
export class Lexicon {
	readonly #words = new Map<string, number>();
	readonly #written: string[] = [];
	readonly #stems: number[] = [];
	readonly #stemNumbers = new Map<string, number>();
	readonly #seen: number[] = [];
	#usual: Map<string, number> | null = null;

	/** The meaningful words of a text. In running text, not in headings, words show how they are usually written. */
	read(text: string, kind: 'heading' | 'running'): WordRun {
		this.#usual = null;
		const words: number[] = [];
		const links: Link[] = [];
		let broken = true;
		eachWord(text, (written, joint) => {
			const number = this.numberOf(written);
			const link = broken || joint === possessive ? apart : joint;
			broken = this.#stems[number] === noStem;
			if (broken) return;
			words.push(number);
			links.push(link);
			if (kind === 'running' && link !== apart) this.#seen[number] = (this.#seen[number] ?? 0) + 1;
		});
		return { words, links };
	}

	/** The number of a word's stem. */
	stemOf(number: number): number {
		return this.#stems[number] ?? noStem;
	}

	/** Whether a text read so far has it within a sentence, and not only where sentences begin. */
	isSeen(number: number): boolean {
		return (this.#seen[number] ?? 0) > 0;
	}

	/** A word as the texts read so far write it most often within sentences: "LoRA", "gaussian" or "Gaussian". */
	usualForm(number: number): string {
		this.#usual ??= this.#usualForms();
		const written = this.#written[number] ?? '';
		return this.#written[this.#usual.get(written.toLowerCase()) ?? number] ?? written;
	}

	/** The number of a word as it is written. */
	numberOf(written: string): number {
		const known = this.#words.get(written);
		if (known !== undefined) return known;
		const number = this.#written.length;
		this.#words.set(written, number);
		this.#written.push(written);
		this.#stems.push(this.#stemNumber(spelled(written)));
		this.#seen.push(0);
		return number;
	}

	/** Stop words, single letters and bare numbers have no stem. */
	#stemNumber(folded: string): number {
		if (folded.length < 2 || /^\p{N}+$/u.test(folded) || stopWords.has(folded)) return noStem;
		const stem = stemOf(folded);
		if (stopStems.has(stem)) return noStem;
		const number = this.#stemNumbers.get(stem) ?? this.#stemNumbers.size;
		this.#stemNumbers.set(stem, number);
		return number;
	}

	/** Lower-cased word → number of the form seen most; among equals the lower-case one, then the first in code units. */
	#usualForms(): Map<string, number> {
		const usual = new Map<string, number>();
		this.#written.forEach((written, number) => {
			const folded = written.toLowerCase();
			const other = usual.get(folded);
			if (other === undefined || this.#isMoreUsual(number, other)) usual.set(folded, number);
		});
		return usual;
	}

	#isMoreUsual(number: number, other: number): boolean {
		const difference = (this.#seen[number] ?? 0) - (this.#seen[other] ?? 0);
		// Lower-case letters come after capitals in code units.
		return difference === 0 ? (this.#written[number] ?? '') > (this.#written[other] ?? '') : difference > 0;
	}
}
