import { InvalidArgumentError } from 'commander';

/** How many papers have a card of their own, as an option says it: a whole number, 0 for none. */
export function cardCount(text: string): number {
	const count = Number(text);
	if (/^\d+$/.test(text) && Number.isSafeInteger(count)) return count;
	throw new InvalidArgumentError('It is a whole number, 0 for none.');
}
