import { sha256 } from './hash.ts';
import { type PaperId, type Slug, slugSchema } from './paper.ts';
import { spelled } from './title-key.ts';

const maximumLength = 80;
/** The names that Windows keeps for devices, whatever their ending. */
export const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)$/;
/** Latin letters that NFKD leaves whole. Frozen, as all of this file: to change it moves addresses. */
const latinLetters: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	ı: 'i',
	ħ: 'h',
	ŋ: 'n',
};

/** What `folded` makes of a text. */
export interface Folded {
	/** ASCII words in lower case, joined by `-`, at most 80 characters cut at a word; may be empty. */
	slug: string;
	/** Whether no character beyond ASCII was dropped, and no word cut off. */
	whole: boolean;
}

/** A text as ASCII words. */
export function folded(text: string): Folded {
	const latin = spelled(text)
		.replace(/['’ʼ]/g, '')
		.replace(/[^\0-\x7f]/g, (letter) => latinLetters[letter] ?? letter);
	const words = latin.replace(/[^\0-\x7f]/g, ' ').match(/[a-z0-9]+/g) ?? [];
	const slug = cutAtWord(words);
	return { slug, whole: !/[^\0-\x7f]/.test(latin) && slug === words.join('-') };
}

/**
 * The slug of a captured title: ASCII fold, lower case, words joined by `-`, at most 80 characters cut at a word,
 * not all digits and no device name of Windows; `paper` when nothing is left.
 */
export function slugOf(title: string): Slug {
	const slug = folded(title).slug || 'paper';
	return slugSchema.parse(/^\d+$/.test(slug) || deviceName.test(slug) ? `paper-${slug}` : slug);
}

function cutAtWord(words: readonly string[]): string {
	let slug = words[0]?.slice(0, maximumLength) ?? '';
	for (const word of words.slice(1)) {
		if (slug.length + 1 + word.length > maximumLength) break;
		slug += `-${word}`;
	}
	return slug;
}

/** The address of one of several papers that would share `slug`: with hex of its id's SHA-256, six unless told. */
export function slugWithId(slug: Slug, id: PaperId, hexDigits = 6): Slug {
	return slugSchema.parse(`${slug}-${sha256(id).slice(0, hexDigits)}`);
}
