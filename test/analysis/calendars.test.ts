import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calendar, months, weeks, years } from '../../src/analysis/calendars.ts';
import { isoDate, isoWeek, type PartialDate, partialDateSchema } from '../../src/records/dates.ts';

const dateOf = (text: string) => partialDateSchema.parse(text);

describe.each<[string, Calendar, [string, string | null][]]>([
	[
		'years',
		years,
		[
			['2025', '2025'],
			['2025-11', '2025'],
			['2025-11-24', '2025'],
			['0007-01-01', '0007'],
		],
	],
	[
		'months',
		months,
		[
			['2025', null],
			['2025-11', '2025-11'],
			['2025-12-31', '2025-12'],
			['0000-01', '0000-01'],
		],
	],
	[
		'weeks',
		weeks,
		[
			['2025', null],
			['2025-11', null],
			['2025-11-24', '2025-W48'],
			['1969-12-31', '1970-W01'],
			['1970-01-05', '1970-W02'],
			// Days of a week that belongs to the year beside theirs.
			['2024-12-30', '2025-W01'],
			['2021-01-03', '2020-W53'],
			['0004-01-01', '0004-W01'],
			// Of a week of the year before 0.
			['0000-01-01', null],
		],
	],
])('%s', (_, { numberOf, nameOf }, cases) => {
	test.each(cases)('%s is in %s', (date, period) => {
		const number = numberOf(dateOf(date));
		expect(number === null ? null : nameOf(number)).toBe(period);
	});

	test('are numbered in order, without a gap, and named anew from their numbers', () => {
		fc.assert(
			fc.property(fc.integer({ min: -600_000, max: 2_900_000 }), (day) => {
				const [one, next] = [dayOf(day), dayOf(day + 1)];
				const [number, after] = [numberOf(one), numberOf(next)];
				if (number === null || after === null) return;
				expect(after - number).toBeOneOf([0, 1]);
				expect(nameOf(after) === nameOf(number)).toBe(after === number);
				expect(nameOf(number) < nameOf(number + 1)).toBe(true);
			}),
		);
	});
});

test('a week holds the seven days of its ISO week', () => {
	fc.assert(
		fc.property(fc.integer({ min: -600_000, max: 2_900_000 }), (day) => {
			const date = dayOf(day);
			const [year = 0, month = 0, of = 0] = date.split('-').map(Number);
			const full = isoDate(year, month, of);
			const number = weeks.numberOf(date);
			if (full === null || number === null) return;
			const week = isoWeek(full);
			expect(weeks.nameOf(number)).toBe(`${String(week.year).padStart(4, '0')}-W${String(week.week).padStart(2, '0')}`);
		}),
	);
});

/** A day by its number since the epoch. */
function dayOf(number: number): PartialDate {
	return dateOf(new Date(number * 86_400_000).toISOString().slice(0, 10));
}
