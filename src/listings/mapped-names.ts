import { collapsed } from './dialect.ts';
import { turnedName } from './reference-fields.ts';

/**
 * The names in one cell of a table; null when it is not clear where one ends. Names are divided by `;`; without any by
 * “and”; and by commas where no part between them is a single word, which would be half a name. A name written
 * `Last, First` is turned round.
 */
export function namesInCell(cell: string): string[] | null {
	const text = collapsed(cell);
	if (text.includes(';')) return text.split(';').map(turnedName);
	const lists = text.split(/,? and /).map(dividedByCommas);
	return lists.some((list) => list === null) ? null : lists.flatMap((list) => list ?? []);
}

function dividedByCommas(text: string): string[] | null {
	const parts = text.split(',').map((part) => part.trim());
	if (parts.every((part) => part.includes(' '))) return parts;
	return parts.length <= 2 ? [turnedName(text)] : null;
}
