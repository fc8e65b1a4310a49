import type {} from 'mdast-util-math';
import { texAccents } from '../records/tex-accents.ts';
import { characterOf, isCommand } from './commands.ts';
import type { Draft, Inner, Replacement } from './draft.ts';
import { isFormula } from './formula.ts';
import { plainText } from './pipeline.ts';

/** Macros that venues' styles define, and what they print. */
const macros: ReadonlyMap<string, string> = named({
	etc: 'etc.',
	ie: 'i.e.',
	eg: 'e.g.',
	etal: 'et al.',
	wrt: 'w.r.t.',
	vs: 'vs.',
	dots: '…',
	ldots: '…',
	textellipsis: '…',
	LaTeX: 'LaTeX',
	TeX: 'TeX',
	textbackslash: '\\',
	textasciitilde: '~',
	textbar: '|',
	textless: '<',
	textgreater: '>',
	textendash: '–',
	textemdash: '—',
	newline: ' ',
	linebreak: ' ',
	par: ' ',
	deg: '°',
	S: '§',
	P: '¶',
	item: '•',
});

const node = (type: 'emphasis' | 'strong') => (text: string) => ({
	code: 'latex-style' as const,
	content: (inner: Inner) => ({ type, children: inner(text) }),
});
const plain = (text: string) => ({ code: 'latex-style' as const, content: text });
const code = (text: string) => ({
	code: 'latex-style' as const,
	content: (inner: Inner) => ({ type: 'inlineCode' as const, value: plainText(inner(text)) }),
});

const styles: ReadonlyMap<string, (text: string) => Replacement> = named({
	em: node('emphasis'),
	it: node('emphasis'),
	sl: node('emphasis'),
	emph: node('emphasis'),
	textit: node('emphasis'),
	textsl: node('emphasis'),
	bf: node('strong'),
	textbf: node('strong'),
	bfseries: node('strong'),
	tt: code,
	texttt: code,
	...Object.fromEntries(
		['rm', 'sf', 'sc', 'textrm', 'textsf', 'textsc', 'text', 'mbox', 'textnormal', 'underline', 'uline', 'hbox'].map(
			(name) => [name, plain],
		),
	),
});

/** A table for names that stand in listings, where `constructor` and other names that every object has are not. */
function named<T>(values: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
	return new Map(Object.entries(values));
}

/** Formulas between the delimiters of LaTeX. A `$` next to a space or before a digit is money. */
const delimited =
	/\$(\\[A-Za-z]+|[<>=~])\$(?=\d)|\\\((.{1,400}?)\\\)|\\\[(.{1,400}?)\\\]|\$\$([^$]{1,400})\$\$|(?<![\\$])\$(?![\s$])([^$]{1,400})(?<![\s\\])\$(?![\d$])/gu;

/** Formulas that still have their delimiters. Gives those that do not parse, which stay as they are. */
export function liveFormulas(draft: Draft): string[] {
	const refused: string[] = [];
	draft.replace(delimited, ([whole, ...contents]) => {
		const content = contents.find((each) => each !== undefined) ?? '';
		if (whole.startsWith('$') && isProse(content)) return null;
		const found = formula(content.trim().replace(/(?<!\\)%/g, '\\%'), 'math-live');
		if (found !== null) return found;
		refused.push(whole);
		return { code: null, content: whole };
	});
	return refused;
}

/** Words in a row between two dollars: what stands between two prices, or the wrong pair of a broken formula. */
function isProse(content: string): boolean {
	if (/(?<![\\A-Za-z{])(?:and|or|to|per|vs)(?![A-Za-z}])/.test(content)) return true;
	if (/^\d/.test(content) && /[A-Za-z]{3}/.test(content) && !/[\\^_]/.test(content)) return true;
	if (/(?<!\\)(?:text[a-z]+|emph)\{/.test(content)) return true;
	return /(?<![\\A-Za-z])[A-Za-z]{2,} [A-Za-z]{2,}(?![A-Za-z{])/.test(
		content.replace(/\\[A-Za-z]+(?:\{[^{}]*\})?/g, ''),
	);
}

/** A formula as a node, where it parses. */
export function formula(latex: string, code: 'math-live' | 'math-restored'): Replacement | null {
	return isFormula(latex) ? { code, content: () => ({ type: 'inlineMath', value: latex }) } : null;
}

/** LaTeX commands of text: texAccents, escapes, styles, references, macros; and those of mathematics without delimiters. */
export function latexCommands(draft: Draft): void {
	if (!draft.text.includes('\\')) return;
	draft.replace(/\\'(?=(?:s|t|re|ve|ll|d|m)(?![A-Za-z]))/g, () => ({ code: 'latex-escape', content: '’' }));
	draft.replace(
		/\{\\([`'^"~=.])\s?\{?\\?([A-Za-z])\}?\}|\\([`'^"~=.])\s?(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))/g,
		(match) => {
			const [, inBraces, inner, bare, ownBraces, none] = match;
			return accented(inBraces ?? bare ?? '', inner ?? ownBraces ?? none ?? '');
		},
	);
	draft.replace(/\\([uvHckr])\s([A-Za-z])/g, ([, accent = '', letter = '']) => accented(accent, letter));
	draft.replace(/\\([uvHckrdb])\{\\?([A-Za-z])\}/g, ([, accent = '', letter = '']) => accented(accent, letter));
	draft.replace(
		/\{\\(ss|o|O|l|L|ae|AE|oe|OE|aa|AA|i|j)\}|\\(ss|o|O|l|L|ae|AE|oe|OE|aa|AA)(?:\{\}|(?![A-Za-z]))/g,
		([, one, other]) => {
			const character = characterOf(one ?? other ?? '');
			return character === null ? null : { code: 'accent', content: character };
		},
	);
	draft.replace(/\\(\\|[%&$#_{}*,;: !\-/@])/g, ([, escaped = '']) => {
		if ('\\,;: '.includes(escaped)) return { code: 'latex-escape', content: ' ' };
		return { code: 'latex-escape', content: '!-/@'.includes(escaped) ? '' : escaped };
	});
	draft.replace(/\\href\s?\{?([\u{100000}-\u{10FFFD}])\}?(?:\s?\{[^{}]*\})?/gu, ([, address = '']) => ({
		code: 'latex-command',
		content: address,
	}));
	// References that lead nowhere outside the paper, and what only arranges it, vanish with the space before them.
	draft.replace(
		/[~ ]?\\(?!href)(?:[a-z]*cite[a-z]*|[a-z]*ref|label|vspace|hspace|thanks|bibliography)\*?(?:\[[^\][]{0,200}\]){0,2}\{[^{}]*\}/g,
		() => ({ code: 'latex-command', content: '' }),
	);
	draft.replace(/\\href\s?\{[^{}]*\}\s?\{([^{}]*)\}/g, ([, words = '']) => ({ code: 'latex-command', content: words }));
	draft.replace(
		/\\(?:textcolor|colorbox|textsuperscript|textsubscript)(?:\{[^{}]*\}(?=\{))?\{([^{}]*)\}/g,
		([, words = '']) => ({
			code: 'latex-style',
			content: words,
		}),
	);
	draft.replace(
		/ ?\\(?:noindent|xspace|protect|maketitle|small|large|centering|allowbreak|nobreakdash)(?![A-Za-z])/g,
		() => ({
			code: 'latex-command',
			content: '',
		}),
	);
	// From the inside: a style may hold another.
	for (let depth = 0; depth < 3; depth += 1) {
		draft.replace(/\{\\([a-z]+)\s([^{}]*)\}|\\([a-z]+)\s?\{([^{}]*)\}/gu, ([, switched, within, command, argument]) => {
			const style = styles.get(switched ?? command ?? '');
			if (style !== undefined) return style((within ?? argument ?? '').trim());
			return command === undefined ? null : reference(command, argument ?? '');
		});
	}
	const command = String.raw`\\([A-Za-z]+)(?:[_^](?:\{[^{}\\]{1,20}\}|\\[A-Za-z]+|[A-Za-z\d]))*`;
	draft.replace(new RegExp(String.raw`(?<![\p{L}\p{N}}])\{(${command})\}|${command}`, 'gu'), (match) => {
		const [whole, within, inner, bare] = match;
		const name = inner ?? bare ?? '';
		if (macros.has(name) || !isCommand(name)) return null;
		return formula(within ?? whole, 'math-live');
	});
	draft.replace(/\{\\([A-Za-z]+)\}/g, ([, name = '']) => ({
		code: 'latex-command',
		content: macros.get(name) ?? name,
	}));
	draft.replace(/(?<![:\]])\\([A-Za-z]+)(?:\{\})?(\.?)/g, ([, name = '', stop = '']) => {
		const printed = macros.get(name) ?? name;
		return { code: 'latex-command', content: printed.endsWith('.') ? printed : printed + stop };
	});
}

function accented(accent: string, letter: string): Replacement | null {
	const mark = texAccents[accent];
	if (mark === undefined) return null;
	const content = (letter + mark).normalize('NFC');
	return Array.from(content).length === 1 ? { code: 'accent', content } : null;
}

/** A footnote's words stand in brackets. */
function reference(command: string, argument: string): Replacement | null {
	if (command === 'footnote') return { code: 'latex-command', content: ` (${argument.trim().replace(/\.$/, '')})` };
	if (command === 'url' || command === 'path') return { code: 'latex-command', content: argument };
	return null;
}
