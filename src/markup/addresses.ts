import { LinkifyIt } from 'linkify-it';

/** An address in a text: `text.slice(from, to)` as it stands there, and the address that is meant. */
export interface Address {
	from: number;
	to: number;
	url: string;
}

/**
 * What ends an address in text that was LaTeX once: a brace, since `\href{…}{…}` whose commands are lost leaves
 * `address{address}` or `address{words}`; the same in parentheses; and any backslash that does not escape a
 * character of the address, as in `my\_page`.
 */
const residue = /[{}]|\(https?:|\\(?![_#%&~])/;

const finder = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, maxLength: 2000 })
	.add('ftp:', null)
	.add('//', null)
	.add('mailto:', null)
	.add('http:', { validate: addressLength })
	.add('https:', { validate: addressLength });

/**
 * The http and https addresses that stand in a text, in its order, without the punctuation of the sentence around
 * them. `text` is clean (`cleanText`); addresses without a scheme are not looked for.
 */
export function addressesIn(text: string): Address[] {
	if (!text.includes('://')) return [];
	return (finder.match(text) ?? [])
		.map(({ index, lastIndex, raw }) => ({ from: index, to: lastIndex, url: raw.replaceAll('\\', '') }))
		.filter(({ url }) => hasPublicHost(url));
}

/** Length of an address's part after its scheme, which ends at `start`; 0 when there is none. */
function addressLength(text: string, start: number, { re }: LinkifyIt): number {
	const validator = re.get_http_validator();
	validator.lastIndex = start;
	const found = validator.exec(text)?.[0] ?? '';
	const end = found.search(residue);
	return (end === -1 ? found : found.slice(0, end)).replace(/[.,;:!?'"*~]+$/, '').length;
}

/** Whether a browser could follow the address to a named host, which `http://localhost` and `http://x` have not. */
function hasPublicHost(url: string): boolean {
	return URL.canParse(url) && new URL(url).hostname.includes('.');
}
