import { describe, expect, test } from 'vitest';
import { capturedInName, dayInName } from '../../src/listings/capture-time.ts';
import { parsePrintedDate, resolveDate, yearRule } from '../../src/listings/printed-date.ts';
import { capturedSchema } from '../../src/records/dates.ts';

describe('a name', () => {
	test.each([
		['a/2025-11-24.json', '2025-11-24', null],
		['2025-11-24.json.gz', '2025-11-24', null],
		['2025-02-30.json', null, null],
		['20251124.txt', null, '2025-11-24'],
		['hf_2025-11-24.txt', null, '2025-11-24'],
		['daily_20250517T000237.xml', null, '2025-05-17T00:02:37Z'],
		['daily_20250517T000237Z.xml', null, '2025-05-17T00:02:37Z'],
		['page 2025-11-24_10-30-05.html', null, '2025-11-24T10:30:05Z'],
		['page 2025-11-24T10:30+02:00.html', null, '2025-11-24T10:30:00+02:00'],
		['000_d4c754c2c3b4d80c.txt', null, null],
		['2503.00001.json', null, null],
		['12345678.txt', null, null],
	])('%s is the day %s, captured %s', (file, day, captured) => {
		expect(dayInName(file)).toBe(day);
		expect(capturedInName(file)).toBe(captured);
	});
});

describe('a printed date', () => {
	test.each([
		['Aug 19', { year: null, month: 8, day: 19, comments: null }],
		['Aug 19, 2023', { year: 2023, month: 8, day: 19, comments: null }],
		['Mar 2 2', { year: null, month: 3, day: 2, comments: 2 }],
		['May 28, 2023 12', { year: 2023, month: 5, day: 28, comments: 12 }],
		['August 19', null],
		['Aug 19, 23', null],
		['In Mar 2 we met', null],
	])('%s', (line, parsed) => expect(parsePrintedDate(line)).toEqual(parsed));

	const captured = capturedSchema.parse('2025-11-24');
	const dates = ['Aug 19', 'Jan 3, 2024', 'Dec 31, 2019'].flatMap((line) => parsePrintedDate(line) ?? []);

	test.each([
		['of the year of the capture', captured, null, 'Aug 19', '2025-08-19', 'inferred', false],
		['never after the capture', captured, null, 'Nov 25', '2024-11-25', 'inferred', true],
		['as printed', captured, null, 'Nov 25, 2026', '2026-11-25', 'explicit', false],
		['of the year after all printed ones', null, null, 'Aug 19', '2025-08-19', 'inferred', false],
		['not after the page says it was', null, 'Aug 18', 'Aug 19', '2024-08-19', 'inferred', true],
		['of no year that is known', null, null, 'Feb 29', null, null, false],
	])('is %s', (_, known, header, line, published, publishedYear, afterCapture) => {
		const rule = yearRule(known, header === null ? null : parsePrintedDate(header), dates);
		const date = parsePrintedDate(line);
		expect(date && resolveDate(date, rule)).toEqual({ published, publishedYear, afterCapture });
	});

	test('is unknown where nothing tells its year', () => {
		const date = parsePrintedDate('Aug 19');
		expect(date && resolveDate(date, yearRule(null, null, []))).toMatchObject({ published: null, publishedYear: null });
	});
});
