/**
 * Characters that the type of drawn pictures has and can set one after another: Latin with its accents, Greek,
 * Cyrillic, and the punctuation of prose. Scripts that are joined or run from right to left are not among them.
 */
const settable =
	/^[ -~\u00a0-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u0386-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u1ea0-\u1ef9\u2009\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2032\u2033\u2044\u2122\u2212]+$/;

/** A text as pictures set it: composed, with plain spaces. */
export function asSet(text: string): string {
	return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Whether a text can be set in a picture with a sign for each of its characters. */
export function isSettable(text: string): boolean {
	return settable.test(asSet(text));
}
