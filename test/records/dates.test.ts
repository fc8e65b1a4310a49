import { utcFormat } from 'd3-time-format';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOfIsoWeek, isoDateSchema, isoWeek } from '../../src/records/dates.ts';

const weekOf = (date: string) => isoWeek(isoDateSchema.parse(date));

test.each([
	['2025-11-24', 2025, 48],
	['2025-11-30', 2025, 48],
	// A year of 53 weeks, whose last reaches into January.
	['2020-12-28', 2020, 53],
	['2020-12-31', 2020, 53],
	['2021-01-03', 2020, 53],
	['2021-01-04', 2021, 1],
	// A January that begins on Friday, Saturday and Sunday.
	['2016-01-01', 2015, 53],
	['2022-01-01', 2021, 52],
	['2023-01-01', 2022, 52],
	// A December whose last days belong to the next year.
	['2024-12-29', 2024, 52],
	['2024-12-30', 2025, 1],
	['2008-12-29', 2009, 1],
	['2018-12-31', 2019, 1],
	['0050-06-15', 50, 24],
	['9999-12-31', 9999, 52],
])('%s is in week %i-W%i', (date, year, week) => {
	expect(weekOf(date)).toEqual({ year, week });
});

const days = fc
	.date({ min: new Date('1000-01-05'), max: new Date('9999-12-20'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

test('a week has the number of its Thursday among the Thursdays of a year', () => {
	fc.assert(
		fc.property(days, (date) => {
			const { year, week } = weekOf(date);
			const ofWeek = daysOfIsoWeek(year, week);
			expect(ofWeek).toContain(date);
			const [monday = '', , , thursday = ''] = ofWeek;
			expect(new Date(monday).getUTCDay()).toBe(1);
			expect(Number(thursday.slice(0, 4))).toBe(year);
			const dayOfYear = 1 + (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000;
			expect(week).toBe(Math.ceil(dayOfYear / 7));
		}),
	);
});

test('weeks are those that d3 writes', () => {
	const written = utcFormat('%G-%V');
	fc.assert(
		fc.property(days, (date) => {
			const { year, week } = weekOf(date);
			expect(`${year}-${String(week).padStart(2, '0')}`).toBe(written(new Date(date)));
		}),
	);
});
