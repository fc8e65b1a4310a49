/**
 * Pagefind searches every field of a record's metadata, and a number or a date there would answer queries such as
 * `GPT 4`. A fact that is only shown is therefore one word that begins with a letter nobody types.
 */
const unsearched = 'ʘ';

/** A whole number as metadata that no query finds. */
export function shownNumber(value: number): string {
	return `${unsearched}${value}`;
}

export function readNumber(meta: string | undefined): number | null {
	const digits = readDigits(meta);
	return digits === null ? null : Number(digits);
}

/** A date of 4, 7 or 10 characters as metadata that no query finds. */
export function shownDate(date: string): string {
	return `${unsearched}${date.replaceAll('-', '')}`;
}

export function readDate(meta: string | undefined): string | null {
	const digits = readDigits(meta);
	return digits === null
		? null
		: [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].filter(Boolean).join('-');
}

function readDigits(meta: string | undefined): string | null {
	return meta?.startsWith(unsearched) && /^\d+$/.test(meta.slice(1)) ? meta.slice(1) : null;
}

/** Names as one field of metadata. */
export function joinNames(names: readonly string[]): string {
	return names.map((name) => name.replaceAll(';', ',')).join('; ');
}

export function splitNames(meta: string | undefined): string[] {
	return meta?.split('; ') ?? [];
}
