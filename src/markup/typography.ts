import type { ChangeCode } from './changes.ts';
import { isCommand } from './commands.ts';
import type { Draft } from './draft.ts';

/** A mark counts as a word wherever a rule asks what stands beside it. */
const word = String.raw`[\p{L}\p{N}\u{100000}-\u{10FFFD}]`;

interface Rule {
	code: ChangeCode;
	pattern: RegExp;
	/** What takes the place of what the pattern finds. */
	content: string | ((match: RegExpExecArray) => string | null);
}

const rules: readonly Rule[] = [
	// `{\rm X}` in a formula of one name is left as `rm X`.
	{ code: 'latex-style', pattern: /(?<=\()(?:rm|bf|it|sf|tt|em) (?=[A-Z])/g, content: '' },
	// Braces that kept a name in one piece.
	{
		code: 'braces',
		pattern: /(?<=^|[\s(“"])\{(?=[^{}]*[A-Za-z]{3})([\p{L}\p{N}][\p{L}\p{N} .'’:-]{0,200})\}(?=$|[\s.,;:)”"!?-])/gu,
		content: ([, text = '']) => text,
	},
	{
		code: 'tie',
		pattern: /(?<=[\p{L}.,)\u{100000}-\u{10FFFD}])~(?=[\p{L}\p{N}(“[\u{100000}-\u{10FFFD}])/gu,
		content: ' ',
	},
	// Commands of text that lost their backslashes.
	{
		code: 'latex-style',
		pattern:
			/(?<![\p{L}\p{N}\\])(?:emph|text(?:it|bf|tt|sc|rm|sf)?|underline|uline|red|blue|green|orange|magenta|cyan|purple|teal|gr[ae]y)\{([^{}]{1,200})\}/gu,
		content: ([, text = '']) => text,
	},
	// Of a word whose initials were set apart: not behind a command, whose argument they would be.
	{
		code: 'braces',
		pattern: /(?<=(?:^|[\s(-])(\p{L}{0,30}))\{(\p{L})\}(?=\p{L}|$|[\s,.;:)-])/gu,
		content: ([, before = '', letter = '']) =>
			isCommand(before) || (before.length < 2 && !/\p{Lu}/u.test(letter)) ? null : letter,
	},
	{
		code: 'braces',
		pattern: /(?<=[\p{L}\p{N})])\{([=<>,])\}(?=[\p{L}\p{N}-])/gu,
		content: ([, sign = '']) => sign,
	},
	// A numeric character reference that lost its signs.
	{
		code: 'character-reference',
		pattern: /(?<=\p{Ll}{2})x(201[3489])(?=\p{Ll}{2})/gu,
		content: ([, code = '']) => String.fromCodePoint(Number.parseInt(code, 16)),
	},
	{ code: 'dash', pattern: /(?<= )---?(?= )/g, content: '–' },
	{ code: 'dash', pattern: /(?<=\p{Lu}\p{L}{0,30})--(?=\p{Lu})/gu, content: '–' },
	{ code: 'dash', pattern: /(?<=\d)--(?=\d)/g, content: '–' },
	{ code: 'dash', pattern: new RegExp(`(?<=${word}|[)”’%])---?(?=${word}|[(“‘])`, 'gu'), content: '—' },
	{ code: 'quotes', pattern: /``([^`]{1,400}?)''/gu, content: ([, text = '']) => `“${text}”` },
	{
		code: 'quotes',
		pattern: /(?<![\p{L}\p{N}`'])`([^`'"]{1,120})'(?![\p{L}\p{N}'])/gu,
		content: ([, text = '']) => `‘${text}’`,
	},
	{ code: 'quotes', pattern: /``([^`"]{1,200}?)"/gu, content: ([, text = '']) => `“${text}”` },
	{ code: 'bullet', pattern: /(?<=[:.;?!] )bullet(?= \p{Lu})/gu, content: '•' },
	{ code: 'spacing', pattern: /(?<=[^\s.,]) (?=[.,](?:\s|$))/g, content: '' },
];

/** Quotes, dashes, ties and spaces as they are typed in LaTeX, and braces and references that were left. */
export function typography(draft: Draft): void {
	for (const { code, pattern, content } of rules) {
		draft.replace(pattern, (match) => {
			const shown = typeof content === 'string' ? content : content(match);
			return shown === null ? null : { code, content: shown };
		});
	}
}
