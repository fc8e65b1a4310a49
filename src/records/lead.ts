/** A word may take this share of the room before the text is cut inside it: text without spaces is one long word. */
const longestWord = 0.4;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The start of a text: the text itself where it has at most `length` characters, else cut at a word, without the
 * punctuation before the cut. Text without spaces is cut between two characters as readers see them.
 */
export function startOf(text: string, length: number): string {
	if (text.length <= length) return text;
	const atWord = text.slice(0, length + 1).search(/\s+\S*$/u);
	const cut = text.slice(0, atWord < length * (1 - longestWord) ? characterStart(text, length) : atWord);
	return cut.replace(/[\s.,;:、，。；：–—-]+$/u, '') || cut;
}

/** Where the character that holds this place begins; the place itself in one that begins the text. */
function characterStart(text: string, place: number): number {
	return graphemes.segment(text).containing(place)?.index || place;
}
