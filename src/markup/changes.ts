/** What was done to a captured text, by code. */
export const changeCodes = [
	'math-restored',
	'math-live',
	'accent',
	'latex-escape',
	'latex-style',
	'latex-command',
	'braces',
	'tie',
	'quotes',
	'dash',
	'spacing',
	'character-reference',
	'bullet',
	'emphasis',
	'code',
	'url-trimmed',
	'link',
] as const;

export type ChangeCode = (typeof changeCodes)[number];

/** One change of a text. */
export interface Change {
	code: ChangeCode;
	/** Where it stood in the clean captured text, in UTF-16 units. */
	from: number;
	/** As captured. */
	before: string;
	/** As plain text. */
	after: string;
}
