import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedToWait, backoff } from '../../src/sources/pauses.ts';

describe('the pause before the next try', () => {
	test('is anything up to a bound that doubles, and that is a minute at most', () => {
		expect([1, 2, 3, 4, 5, 6, 7, 8].map((tried) => backoff(tried, 1 - Number.EPSILON))).toEqual([
			1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
		]);
		expect(backoff(5, 0)).toBe(0);
		expect(backoff(3, 0.25)).toBe(1000);
	});

	test('never goes beyond a minute', () => {
		const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 2000 }), chance, (tried, share) => {
				const ms = backoff(tried, share);
				expect(ms).toBeGreaterThanOrEqual(0);
				expect(ms).toBeLessThanOrEqual(60_000);
			}),
		);
	});
});

const now = Date.parse('2026-01-10T12:00:00Z');

const asked: [headers: Record<string, string>, wait: ReturnType<typeof askedToWait>][] = [
	[{}, null],
	[{ 'retry-after': '0' }, null],
	[{ 'retry-after': '30' }, { ms: 30_000 }],
	[{ 'retry-after': ' 600 ' }, { ms: 600_000 }],
	[{ 'retry-after': '601' }, { ms: 601_000, until: '2026-01-10T12:10:01Z' }],
	[{ 'retry-after': '-5' }, null],
	[{ 'retry-after': '1.5' }, null],
	[{ 'retry-after': 'soon' }, null],
	[{ 'retry-after': '2026-01-10T12:01:00Z' }, null],
	[{ 'retry-after': 'Sat, 10 Jan 2026 12:01:00 GMT' }, { ms: 60_000 }],
	[{ 'retry-after': 'Saturday, 10-Jan-26 12:01:00 GMT' }, { ms: 60_000 }],
	[{ 'retry-after': 'Sat, 10 Jan 2026 11:59:00 GMT' }, null],
	[{ 'retry-after': 'Sat, 10 Jan 2026 14:00:00 GMT' }, { ms: 7_200_000, until: '2026-01-10T14:00:00Z' }],
];

describe('what Retry-After asks for', () => {
	test.each(asked)('%j', (headers, wait) => {
		expect(askedToWait(new Headers(headers), now)).toEqual(wait);
	});

	test('a date is taken against the clock of the server, even where that goes backwards', () => {
		const headers = new Headers({
			date: 'Sat, 10 Jan 2015 12:00:00 GMT',
			'retry-after': 'Sat, 10 Jan 2015 12:00:40 GMT',
		});
		expect(askedToWait(headers, now)).toEqual({ ms: 40_000 });
	});

	test('an absurd number is a time that can be written', () => {
		const wait = askedToWait(new Headers({ 'retry-after': '9'.repeat(300) }), now);
		expect(wait?.until).toMatch(/^9999-/);
	});
});
