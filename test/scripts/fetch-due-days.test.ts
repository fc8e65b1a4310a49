import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAt, daysOf, dueDays, usualRange, whyDue } from '../../scripts/fetch/due-days.ts';
import { isoDateSchema } from '../../src/records/dates.ts';

const day = isoDateSchema.parse('2026-01-09');
const hour = 3_600_000;

const cases: [what: string, now: string, captures: string[], why: string | null][] = [
	['a day to come', '2026-01-08T23:59:59Z', [], null],
	['a day that begins', '2026-01-09T00:00:00Z', [], 'not captured yet'],
	['captured today', '2026-01-09T20:00:00Z', ['2026-01-09T06:00:00Z'], null],
	['captured at its beginning', '2026-01-09T00:00:00Z', ['2026-01-09T00:00:00Z'], null],
	['captured before it began', '2026-01-09T20:00:00Z', ['2026-01-08T06:00:00Z'], 'captured before it began'],
	['a day after', '2026-01-10T00:00:00Z', ['2026-01-09T06:00:00Z'], 'to be captured again after 1 day'],
	['captured a day after', '2026-01-15T23:00:00Z', ['2026-01-09T06:00:00Z', '2026-01-10T06:00:00Z'], null],
	['captured first three days after', '2026-01-15T23:00:00Z', ['2026-01-12T06:00:00Z'], null],
	['a week after', '2026-01-16T00:00:00Z', ['2026-01-10T06:00:00Z'], 'to be captured again after 7 days'],
	['captured a week after', '2026-01-30T00:00:00Z', ['2026-01-10T06:00:00Z', '2026-01-16T06:00:00Z'], null],
	['in another order', '2026-01-30T00:00:00Z', ['2026-01-16T06:00:00Z', '2026-01-10T06:00:00Z'], null],
	['long past, never captured', '2026-03-01T00:00:00Z', [], 'not captured yet'],
	['long past, captured once it was over', '2026-03-01T00:00:00Z', ['2026-01-10T06:00:00Z'], null],
	[
		'long past, captured before it was over',
		'2026-03-01T00:00:00Z',
		['2026-01-09T06:00:00Z'],
		'to be captured again after 7 days',
	],
	[
		'two weeks after, captured once it was over',
		'2026-01-23T00:00:00Z',
		['2026-01-10T06:00:00Z'],
		'to be captured again after 7 days',
	],
];

describe('when a day is due', () => {
	test.each(cases)('%s', (_, now, captures, why) => {
		expect(whyDue(day, captures.map(Date.parse), Date.parse(now))).toBe(why);
	});
});

describe('runs at any times', () => {
	const runs = fc.array(fc.integer({ min: -48, max: 24 * 60 }), { minLength: 1, maxLength: 60 });
	const start = Date.parse(day);

	/** The times at which a day is captured by runs in the order of time. */
	function capturesOf(hours: readonly number[]): number[] {
		const captures: number[] = [];
		for (const now of [...hours].sort((a, b) => a - b).map((each) => start + each * hour)) {
			if (whyDue(day, captures, now) === null) continue;
			captures.push(now);
			// Right after, it is not due.
			expect(whyDue(day, captures, now)).toBeNull();
			expect(whyDue(day, captures, now + 1)).toBeNull();
		}
		return captures;
	}

	test('capture a day three times at most, never before it begins, and once it has begun at least once', () => {
		fc.assert(
			fc.property(runs, (hours) => {
				const captures = capturesOf(hours);
				expect(captures.length).toBeLessThanOrEqual(3);
				expect(captures.every((time) => time >= start)).toBe(true);
				expect(captures.length > 0).toBe(hours.some((each) => each >= 0));
			}),
		);
	});

	test('once a day for a month capture it on the day, a day and a week after', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 23 }), (at) => {
				const daily = Array.from({ length: 30 }, (_, index) => index * 24 + at);
				expect(capturesOf(daily).map((time) => Math.floor((time - start) / (24 * hour)))).toEqual([0, 1, 7]);
			}),
		);
	});

	test('leave no day out that was captured too early', () => {
		fc.assert(
			fc.property(runs, fc.integer({ min: 0, max: 24 * 60 }), (hours, later) => {
				const now = start + Math.max(...hours, later) * hour;
				const captures = capturesOf(hours);
				if (whyDue(day, captures, now) === null && now >= start + 24 * hour) {
					expect(Math.max(...captures)).toBeGreaterThanOrEqual(start + 24 * hour);
				}
			}),
		);
	});
});

describe('a range', () => {
	const range = (since: string, until: string) => ({
		since: isoDateSchema.parse(since),
		until: isoDateSchema.parse(until),
	});

	test('has both its ends', () => {
		expect(daysOf(range('2024-02-28', '2024-03-01'))).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
		expect(daysOf(range('2024-02-28', '2024-02-28'))).toEqual(['2024-02-28']);
		expect(daysOf(range('2024-02-28', '2024-02-27'))).toEqual([]);
	});

	test('that nobody names is of the last two weeks', () => {
		expect(usualRange(Date.parse('2026-01-20T23:59:59Z'))).toEqual(range('2026-01-06', '2026-01-20'));
		expect(dayAt(Date.parse('2026-01-20T23:59:59Z'))).toBe('2026-01-20');
	});

	test('gives the days that are due, from the oldest, and none to come', () => {
		const captured = (each: string) => (each === '2026-01-08' ? [Date.parse('2026-01-09T02:00:00Z')] : []);
		const due = dueDays(range('2026-01-07', '2026-01-12'), captured, Date.parse('2026-01-09T12:00:00Z'));
		expect(due.map(({ day: each }) => each)).toEqual(['2026-01-07', '2026-01-09']);
	});
});
