import type { Place, Problem } from '../records/listing.ts';

/** Problems of the items of listings, and of what their entries lack. */

export function refusedItem(
	at: string,
	message: string,
	hint = 'fetch the listing again; the other items were read',
): Problem {
	return { code: 'item/refused', at, message, hint };
}

export function cutOff(at: string): Problem {
	return {
		code: 'listing/cut-off',
		at,
		message: 'The file ends in the middle of its list.',
		hint: 'fetch the listing again; what stands before was read',
	};
}

/** `at` is the entry's place; in a structured listing its field has one of its own. */
export function badField(at: Place, name: string, why: string): Problem {
	return {
		code: 'entry/bad-field',
		at: typeof at === 'string' ? `${at}/${name}` : at,
		message: `The field ${name} is not as expected: ${why}.`,
		hint: 'it was left out; if the source has changed its format, report it with the listing',
	};
}

export function noTitle(at: string): Problem {
	return {
		code: 'entry/no-title',
		at,
		message: 'This paper has no title here; its arXiv id stands for it.',
		hint: 'another listing or a correction can name it',
	};
}

export function noAbstract(at: Place): Problem {
	return {
		code: 'entry/no-abstract',
		at,
		message: 'This paper has no abstract here.',
		hint: 'compare with the source; it stays unknown until another listing has it',
	};
}

export function noArxivId(at: Place): Problem {
	return {
		code: 'entry/no-arxiv-id',
		at,
		message: 'This paper has no arXiv id.',
		hint: 'it is known by its title until a listing or a correction names one',
	};
}
