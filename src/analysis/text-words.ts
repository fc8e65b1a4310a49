/** How a word stands to the word before it: apart (by other signs, or as the first), or with nothing between but … */
export const apart = 0;
/** … spaces, */
export const spaced = 1;
/** … a hyphen, */
export const hyphenated = 2;
/** … the 's of a possessive, and spaces. */
export const possessive = 3;
export type Link = typeof apart | typeof spaced | typeof hyphenated | typeof possessive;

export const hyphens = /[-\u2010\u2011]/;
const address = /\b(?:https?:\/\/|www\.)\S+/g;
const letters = /[\p{L}\p{N}\p{M}]+/gu;
const apostrophe = /['’]$/;

/**
 * Calls `visit` with each word of a text as it is written, in its order, with its link to the word before and the place
 * where it begins. Addresses and the 's of possessives are no words. `visit` must not read another text.
 */
export function eachWord(text: string, visit: (word: string, link: Link, from: number) => void): void {
	// As long as what they replace, so that places stay.
	const plain = text.replace(address, (found) => '.'.repeat(found.length));
	let end = 0;
	let isFirst = true;
	/** What stands between the last word and the 's behind it. */
	let beforeS: string | null = null;
	letters.lastIndex = 0;
	for (let found = letters.exec(plain); found !== null; found = letters.exec(plain)) {
		const [word] = found;
		const signs = plain.slice(end, found.index);
		end = found.index + word.length;
		if (word === 's' && apostrophe.test(signs)) {
			beforeS = (beforeS ?? '') + signs.slice(0, -1);
			continue;
		}
		const link = isFirst ? apart : beforeS === null ? linkOf(signs) : isBlank(beforeS + signs) ? possessive : apart;
		visit(word, link, found.index);
		isFirst = false;
		beforeS = null;
	}
}

function linkOf(signs: string): Link {
	if (isBlank(signs)) return spaced;
	return signs.length === 1 && hyphens.test(signs) ? hyphenated : apart;
}

function isBlank(signs: string): boolean {
	return signs === ' ' || signs.trim() === '';
}
