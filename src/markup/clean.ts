/**
 * A captured text with the characters that have no place in a page removed: controls, byte order marks,
 * noncharacters, private characters of the last plane (which our own rules use), and the controls that turn the direction of what follows (U+202A–E, U+2066–9), with which a
 * listing could make a line read as what it is not. Half a surrogate pair becomes U+FFFD, so that the text can be
 * written as UTF-8, HTML and XML. Line breaks and tabs become spaces; runs of spaces become one. Every other
 * character stays as it was captured.
 */
export function cleanText(captured: string): string {
	return captured
		.toWellFormed()
		.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
		.replace(/[\p{Cc}\p{Noncharacter_Code_Point}\uFEFF\u{100000}-\u{10FFFD}\u202A-\u202E\u2066-\u2069]/gu, '')
		.replace(/ {2,}/g, ' ')
		.replace(/^ | $/g, '');
}
