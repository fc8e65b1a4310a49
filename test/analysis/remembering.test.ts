import { expect, test } from 'vitest';
import { remembering } from '../../src/analysis/remembering.ts';

test('what was made of a word is looked up when it comes again, and memory stays small however many words come', () => {
	const made: string[] = [];
	const lengthOf = remembering((word) => {
		made.push(word);
		return word.length;
	});
	expect([lengthOf('tensor'), lengthOf('constructor'), lengthOf('tensor'), lengthOf('')]).toEqual([6, 11, 6, 0]);
	expect(made).toEqual(['tensor', 'constructor', '']);
	for (let nth = 0; nth < 200_000; nth++) expect(lengthOf(`${nth}`)).toBe(`${nth}`.length);
	expect(lengthOf('tensor')).toBe(6);
	expect(made.filter((word) => word === 'tensor')).toHaveLength(2);
});
