/** What was done to a captured text, by code. */
export type ChangeCode =
	| 'math-restored'
	| 'math-live'
	| 'accent'
	| 'latex-escape'
	| 'latex-style'
	| 'latex-command'
	| 'braces'
	| 'tie'
	| 'quotes'
	| 'dash'
	| 'spacing'
	| 'character-reference'
	| 'bullet'
	| 'emphasis'
	| 'code'
	| 'url-trimmed'
	| 'link';

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
