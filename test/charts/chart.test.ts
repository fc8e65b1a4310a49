import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../../src/charts/chart.ts';

test('any text is one field, and comes back as it was', () => {
	const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text));
	fc.assert(
		fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
			const csv = csvOf(['one', 'other'], rows);
			expect(parse(csv, { record_delimiter: '\r\n' })).toEqual([['one', 'other'], ...rows]);
		}),
	);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('%s is no formula', (text) => {
	expect(parse(csvOf(['term'], [[text]]), { record_delimiter: '\r\n' })).toEqual([['term'], [`'${text}`]]);
});

test('numbers stay numbers, and nothing is an empty field', () => {
	expect(csvOf(['a', 'b', 'c'], [[-1, null, 0.5]])).toBe('a,b,c\r\n-1,,0.5\r\n');
});
