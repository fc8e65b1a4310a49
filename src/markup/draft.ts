import type { PhrasingContent } from 'mdast';
import type { ChangeCode } from './changes.ts';

/** First and last of the characters that stand for what was found; `cleanText` takes them out of captured text. */
const firstMark = 0x100000;
/** More than any abstract needs; a text that asks for more is left from there on as it is. */
const mostMarks = 2000;

/** One character that stands for something found. */
export const mark = /[\u{100000}-\u{10FFFD}]/u;
export const marks = new RegExp(mark, 'gu');

/** Nodes of a text that may hold marks. */
export type Inner = (text: string) => PhrasingContent[];

/** What takes the place of what was found. */
export interface Replacement {
	/** Null where nothing was changed, as in an address. */
	code: ChangeCode | null;
	/** What is shown: text that may hold marks, or a node. */
	content: string | ((inner: Inner) => PhrasingContent);
}

/** A replacement and its place. */
interface Span extends Replacement {
	from: number;
	to: number;
}

/** What a mark stands for. */
interface Found extends Replacement {
	/** What stood there; may hold marks. */
	source: string;
}

/**
 * A text in which what was found has been replaced by marks, each one character, so that later rules neither look into
 * it nor lose their place.
 */
export class Draft {
	text: string;
	readonly #found: Found[] = [];

	constructor(text: string) {
		this.text = text;
	}

	/** Replaces each match by a mark, where `found` gives something. */
	replace(pattern: RegExp, found: (match: RegExpExecArray) => Replacement | null): void {
		this.replaceSpans(spansOf(this.text, pattern, found));
	}

	/** Replaces spans, given in order and apart from each other. No more are asked for than can be marked. */
	replaceSpans(spans: Iterable<Span>): void {
		if (this.#found.length > mostMarks) return;
		const parts: string[] = [];
		let end = 0;
		for (const { from, to, code, content } of spans) {
			parts.push(this.text.slice(end, from), this.#mark({ source: this.text.slice(from, to), code, content }));
			end = to;
			if (this.#found.length > mostMarks) break;
		}
		this.text = parts.join('') + this.text.slice(end);
	}

	/** What stands behind a mark; null for any other character. */
	found(character: string): Found | null {
		return this.#found[(character.codePointAt(0) ?? 0) - firstMark] ?? null;
	}

	/** A text of this draft as it was captured. */
	source(text: string): string {
		if (!mark.test(text)) return text;
		return Array.from(text, (character) => {
			const found = this.found(character);
			return found === null ? character : this.source(found.source);
		}).join('');
	}

	#mark(found: Found): string {
		this.#found.push(found);
		return String.fromCodePoint(firstMark + this.#found.length - 1);
	}
}

function* spansOf(
	text: string,
	pattern: RegExp,
	found: (match: RegExpExecArray) => Replacement | null,
): Generator<Span> {
	for (const match of text.matchAll(pattern)) {
		const replacement = found(match);
		if (replacement !== null) yield { from: match.index, to: match.index + match[0].length, ...replacement };
	}
}
