import { endOfQuoted } from './quoted.ts';

/**
 * Values written as Python literals (`{'a': None, "b": [True]}`), as archives hold them that saved `str(object)`.
 * Python Language Reference, sections 2.4 and 2.5: dictionaries, lists, tuples, strings with their escapes, numbers,
 * True, False and None. No library on npm reads them.
 */

const deepest = 200;
const tokens = /\s*(?:([[\]{}(),:])|([bru]{0,2})(?=['"])|([-+]?(?:\d[\w.]*(?:[eE][-+]?\d+)?))|([A-Za-z_]\w*))/y;
const constants: ReadonlyMap<unknown, boolean | null> = new Map([
	['True', true],
	['False', false],
	['None', null],
]);
const escapes: Readonly<Record<string, string>> = {
	n: '\n',
	t: '\t',
	r: '\r',
	a: '\x07',
	b: '\b',
	f: '\f',
	v: '\v',
	'\n': '',
};

/** The value of a literal; undefined when the text is not one. Linear in its length. */
export function parsePythonLiteral(text: string): unknown {
	const reader = new Reader(text);
	try {
		const value = reader.value(0);
		return reader.atEnd() ? value : undefined;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

class Reader {
	readonly #text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	atEnd(): boolean {
		return this.#text.slice(this.#at).trim() === '';
	}

	value(depth: number): unknown {
		if (depth > deepest) throw new SyntaxError('nested too deeply');
		const { punctuation, string, number, name } = this.#next();
		if (string !== undefined) return this.#joined(string);
		if (number !== undefined) return numberOf(number);
		if (constants.has(name)) return constants.get(name);
		if (punctuation === '[') return this.#items(']', depth);
		if (punctuation === '(') return this.#items(')', depth);
		if (punctuation === '{') return this.#pairs(depth);
		throw new SyntaxError('not a value');
	}

	/** Strings that stand side by side are one. */
	#joined(first: string): string {
		let text = first;
		for (;;) {
			const start = this.#at;
			const { string } = this.#peekable();
			if (string === undefined) {
				this.#at = start;
				return text;
			}
			text += string;
		}
	}

	#items(end: string, depth: number): unknown[] {
		const items: unknown[] = [];
		while (!this.#takes(end)) {
			items.push(this.value(depth + 1));
			if (!this.#takes(',')) {
				this.#expect(end);
				break;
			}
		}
		return items;
	}

	#pairs(depth: number): Record<string, unknown> {
		const pairs: [string, unknown][] = [];
		while (!this.#takes('}')) {
			const key = this.value(depth + 1);
			if (typeof key !== 'string') throw new SyntaxError('a key is not a text');
			this.#expect(':');
			pairs.push([key, this.value(depth + 1)]);
			if (!this.#takes(',')) {
				this.#expect('}');
				break;
			}
		}
		return Object.fromEntries(pairs);
	}

	#takes(punctuation: string): boolean {
		const start = this.#at;
		if (this.#peekable().punctuation === punctuation) return true;
		this.#at = start;
		return false;
	}

	#expect(punctuation: string): void {
		if (!this.#takes(punctuation)) throw new SyntaxError(`no ${punctuation}`);
	}

	#next() {
		const token = this.#peekable();
		if (Object.values(token).every((part) => part === undefined)) throw new SyntaxError('no token');
		return token;
	}

	#peekable(): { punctuation?: string; string?: string; number?: string; name?: string } {
		tokens.lastIndex = this.#at;
		const [whole, punctuation, prefix, number, name] = tokens.exec(this.#text) ?? [];
		if (whole === undefined) return {};
		this.#at += whole.length;
		if (punctuation !== undefined) return { punctuation };
		if (prefix !== undefined) {
			const end = endOfQuoted(this.#text, this.#at);
			if (end === -1) throw new SyntaxError('a text that never ends');
			const body = this.#text.slice(this.#at + 1, end - 1);
			this.#at = end;
			return { string: prefix.includes('r') ? body : unescaped(body) };
		}
		if (number !== undefined) return { number };
		return name === undefined ? {} : { name };
	}
}

function numberOf(text: string): number {
	const value = Number(text.replaceAll('_', ''));
	if (Number.isNaN(value)) throw new SyntaxError('not a number');
	return value;
}

function unescaped(body: string): string {
	return body.replace(
		/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g,
		(written, x, u, long, octal, letter) => {
			if (letter !== undefined) return escapes[letter] ?? (/['"\\]/.test(letter) ? letter : written);
			const code = octal === undefined ? Number.parseInt(x ?? u ?? long, 16) : Number.parseInt(octal, 8);
			return code > 0x10ffff ? written : String.fromCodePoint(code);
		},
	);
}
