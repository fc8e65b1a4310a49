/**
 * The place behind the quoted text that opens at `open`, in JSON's and Python's way of quoting; −1 when it never closes.
 * By hand: a regular expression runs out of stack in a text of millions of escapes.
 */
export function endOfQuoted(text: string, open: number): number {
	const quote = text[open] ?? '"';
	for (let at = text.indexOf(quote, open + 1); at !== -1; at = text.indexOf(quote, at + 1)) {
		let backslashes = 0;
		while (text[at - 1 - backslashes] === '\\') backslashes++;
		if (backslashes % 2 === 0) return at + 1;
	}
	return -1;
}
