import { characterOf, gluedCommands, isCommand, isFunction } from './commands.ts';

/** Fonts as they remain of `\mathcal{O}` and `{\sf B}`. */
const fontCommands =
	/^(?:mathcal|mathbb|mathbf|mathrm|mathsf|mathfrak|mathscr|mathit|boldsymbol|bm|text|textbf|textit|textrm|operatorname|sqrt|hat|tilde|bar|vec|widehat|widetilde|overline|underline)$/;
const fontSwitches: ReadonlyMap<string, string> = new Map([
	['sf', 'mathsf'],
	['bf', 'mathbf'],
	['cal', 'mathcal'],
	['rm', 'mathrm'],
	['it', 'mathit'],
	['tt', 'mathtt'],
	['frak', 'mathfrak'],
	['bb', 'mathbb'],
]);

const token = /\s+|[A-Za-z]+|\p{Script=Greek}|\d+(?:[.,]\d+)*|[\^_{}()[\]|+\-*/=<>:,;!'%~]/uy;

/** What a piece of text is as mathematics. */
export interface LostLatex {
	latex: string;
	/** Whether something in it can hardly be anything else: a script, a command that is no word. */
	sure: boolean;
}

/** Greek letters and signs whose names are hardly ever words of an abstract. */
export const sureNames: ReadonlySet<string> = new Set([
	...['epsilon', 'varepsilon', 'eta', 'ell', 'varphi', 'vartheta', 'varrho', 'infty', 'nabla'],
	...['cdot', 'cdots', 'ldots', 'otimes', 'oplus', 'odot', 'leq', 'geq', 'neq', 'leqslant', 'geqslant', 'propto'],
	...['rightarrow', 'leftarrow', 'Rightarrow', 'leftrightarrow', 'mapsto', 'longrightarrow', 'subseteq', 'supseteq'],
]);

/** Sets that are written with doubled lines, when something of a dimension stands above them. */
const doubled = /^R$/;

/**
 * A text read as mathematics that lost its backslashes; null where it is none, or where braces show that a command
 * around them was lost too, so that nobody can know what it said.
 */
export function lostLatex(text: string): LostLatex | null {
	const name = namedPower(text);
	if (name !== null) return { latex: name, sure: true };
	const [, low, high] = /^(\d+(?:\.\d+)?)(?:--|[-–])(\d+(?:\.\d+)?)times$/.exec(text) ?? [];
	if (low !== undefined) return { latex: `${low}\\text{–}${high}\\times`, sure: true };
	const tokens = tokensOf(text);
	return tokens === null ? null : new Reader(tokens).read();
}

function tokensOf(text: string): string[] | null {
	const tokens: string[] = [];
	token.lastIndex = 0;
	while (token.lastIndex < text.length) {
		const found = token.exec(text);
		if (found === null) return null;
		tokens.push(found[0]);
	}
	return tokens;
}

class Reader {
	readonly #tokens: readonly string[];
	#at = 0;
	#sure = false;

	constructor(tokens: readonly string[]) {
		this.#tokens = tokens;
	}

	read(): LostLatex | null {
		const latex = this.#sequence(null);
		return latex === null || this.#at < this.#tokens.length ? null : { latex: latex.trim(), sure: this.#sure };
	}

	#sequence(end: string | null): string | null {
		let out = '';
		while (this.#at < this.#tokens.length) {
			const token = this.#tokens[this.#at] ?? '';
			if (token === end) return out;
			const piece = this.#piece(token, out);
			if (piece === null) return null;
			out += piece;
		}
		return end === null ? out : null;
	}

	#piece(token: string, before: string): string | null {
		this.#at += 1;
		if (token === '^' || token === '_') return this.#script(token, before);
		if (token === '{') return this.#group();
		if (token === '}') return null;
		if (/^[A-Za-z]/.test(token)) return this.#letters(token);
		if (token === '%') return '\\%';
		if (token === '~') return ' ';
		return token;
	}

	/** A script needs something to stand at, and something to stand there. */
	#script(sign: string, before: string): string | null {
		const base = this.#tokens[this.#at - 2] ?? '';
		if (/^\s/.test(base)) return null;
		if (!/[A-Za-z0-9\p{Script=Greek})\]}|'* ]$/u.test(before) || before.trim() === '' || /[\^_]$/.test(before))
			return null;
		const token = this.#tokens[this.#at] ?? '';
		this.#at += 1;
		this.#sure = true;
		if (token === '{') {
			const word = this.#tokens[this.#at] ?? '';
			if (this.#tokens[this.#at + 1] === '}' && isWordOfText(word)) {
				this.#at += 2;
				return `${sign}{\\text{${word}}}`;
			}
			const inner = this.#sequence('}');
			this.#at += 1;
			return inner === null || inner.trim() === '' ? null : `${sign}{${inner}}`;
		}
		if (/^[A-Za-z]$/.test(token) && /^\d/.test(this.#tokens[this.#at] ?? '')) return null;
		if (/^[+-]$/.test(token) && /^\d/.test(this.#tokens[this.#at] ?? '')) return null;
		if (/^[A-Za-z\p{Script=Greek}]$/u.test(token) || /^[*+'-]$/.test(token)) return sign + token;
		if (/^\d/.test(token)) {
			// Two digits could be a script of one, and `2/3` one of three characters.
			if (token.length > 1 && !/^\d/.test(base)) return null;
			const [next = '', behind = ''] = this.#tokens.slice(this.#at, this.#at + 2);
			const isOpen = (next === '/' && /^\d/.test(behind)) || (/^[+-]$/.test(next) && behind === '');
			return isOpen ? null : `${sign}{${token}}`;
		}
		if (!/^[A-Za-z]/.test(token)) return null;
		if (isCommand(token) && isScript(token)) return `${sign}{\\${token}}`;
		const glued = isCommand(token) ? null : gluedCommands(token);
		if (glued !== null) {
			const [first = '', ...rest] = glued.map(commanded);
			return `${sign}{${first}}${rest.join('')}`;
		}
		if (sign === '_' && token.length <= 4 && /^[a-z]+$/.test(token)) return `_{\\mathrm{${token}}}`;
		return null;
	}

	/** Braces that stay behind: of a font, or around one command. Any other are what is left of a lost command. */
	#group(): string | null {
		const [first = '', next = ''] = this.#tokens.slice(this.#at, this.#at + 2);
		const font = fontSwitches.get(first);
		if (font !== undefined && /^\s/.test(next)) {
			this.#at += 2;
			const inner = this.#sequence('}');
			this.#at += 1;
			this.#sure = true;
			return inner === null ? null : `\\${font}{${inner.trim()}}`;
		}
		if (next !== '}' || !isCommand(first)) return null;
		this.#at += 2;
		this.#sure = true;
		return commanded(first);
	}

	#letters(run: string): string | null {
		const next = this.#tokens[this.#at] ?? '';
		if (fontCommands.test(run)) {
			if (next !== '{') return null;
			this.#at += 1;
			const inner = this.#sequence('}');
			this.#at += 1;
			this.#sure = true;
			return inner === null || inner.includes('{') ? null : `\\${run}{${inner}}`;
		}
		if (run.length === 1) return doubled.test(run) && this.#isSpace() ? `\\mathbb{${run}}` : run;
		if (isCommand(run)) {
			if (sureNames.has(run)) this.#sure = true;
			return commanded(run);
		}
		const glued = gluedCommands(run);
		if (glued !== null) {
			const last = glued.at(-1) ?? '';
			const space = doubled.test(last) && this.#isSpace() ? `\\mathbb{${last}}` : commanded(last);
			return glued.slice(0, -1).map(commanded).join('') + space;
		}
		if (run.length === 2 && !/^[a-z]{2}$/.test(run)) return run;
		if (run.length === 2 && /[)^_|]/.test(next)) return run;
		if (/^[A-Z]{2}[a-z]$/.test(run)) return run;
		if (/^[A-Z]{2,4}$/.test(run)) return `\\mathrm{${run}}`;
		return /^[A-Z][a-z]{1,4}$/.test(run) && next === '(' ? `\\mathrm{${run}}` : null;
	}

	/** Whether a dimension stands above: a letter, or a product of them. */
	#isSpace(): boolean {
		const [sign, first = '', ...rest] = this.#tokens.slice(this.#at, this.#at + 8);
		if (sign !== '^') return false;
		return /^[a-zD]$/.test(first) || (first === '{' && /^[a-zA-Z]|^\d/.test(rest[0] ?? ''));
	}
}

/**
 * A name with a power in it: `BT^2`, `LR^2VQ`, `Video-Ma^2mba`, `UI2Code^N`. One letter alone is a variable.
 */
function namedPower(text: string): string | null {
	const [, base = '', power, rest = ''] =
		/^([A-Za-z][A-Za-z\d-]*)\^(\d|\{\d\}|N(?![a-z]))([A-Za-z]*)$/.exec(text) ?? [];
	if (power === undefined || isCommand(base) || gluedCommands(base) !== null || gluedCommands(rest) !== null)
		return null;
	if (isCommand(rest) || (base.length === 1 && rest.length < 2) || !/[A-Z]/.test(base)) return null;
	const upright = (name: string) => (name === '' ? '' : `\\mathrm{${name.replaceAll('-', '\\text{-}')}}`);
	return `${upright(base)}^${power}${upright(rest)}`;
}

/** A word in a script that says what is meant, and is no sign. */
function isWordOfText(word: string): boolean {
	if (/^(?:th|st|nd|rd)$/.test(word)) return true;
	if (isCommand(word)) return !isScript(word);
	return /^[A-Za-z][a-z]{2,14}$/.test(word) && gluedCommands(word) === null;
}

/** Whether a command stands in scripts: letters and a few signs. `in` and `sim` there are words. */
function isScript(word: string): boolean {
	return isGreek(word) || /^(?:infty|ell|max|min|sup|inf|top|perp|prime|star|ast|circ|dagger|pm)$/.test(word);
}

function commanded(name: string): string {
	if (name.length === 1) return name;
	if (name === 'argmin' || name === 'argmax') return `\\operatorname{${name}}`;
	return `\\${name} `;
}

/** Whether a word is a Greek letter by name. */
export function isGreek(word: string): boolean {
	return !isFunction(word) && /^\p{Script=Greek}$/u.test(characterOf(word) ?? '');
}
