/** Endings that English words of one stem have in place of each other. */
const endings = new Set(
	`|s|es|ed|d|e|er|ers|r|rs|or|ors|ing|ings|ion|ions|ation|ations|y|ies|ied|ier|ly|al|ally|ic|ical|ity|ive|ively|able|ment|ments|ness|ful|ist|ists|ism|ize|izes|ized|izing|izer|izers|ization|ise|ised|ising|isation`.split(
		'|',
	),
);

/** The longest of them. */
const longestEnding = 7;

/** A shorter beginning does not make words related. */
const shortestStem = 3;

/** Whether two folded words are one, or differ in their endings only. */
export function areForms(a: string, b: string): boolean {
	if (a === b) return true;
	let shared = 0;
	while (shared < a.length && a[shared] === b[shared]) shared += 1;
	for (let stem = shared; stem >= Math.max(shortestStem, shared - longestEnding); stem -= 1) {
		if (endings.has(a.slice(stem)) && endings.has(b.slice(stem))) return true;
	}
	return false;
}
