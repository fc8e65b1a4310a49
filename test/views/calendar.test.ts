import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthWeeks } from '../../src/views/calendar.ts';

test('a month begins on its weekday', () => {
	expect(monthWeeks('2025-11')[0]).toEqual([null, null, null, null, null, '2025-11-01', '2025-11-02']);
});

test('February fits exactly into four weeks when it begins on a Monday', () => {
	expect(monthWeeks('2021-02')).toHaveLength(4);
});

test('every day of a month stands in it once, on its weekday', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1600, max: 2400 }), fc.integer({ min: 1, max: 12 }), (year, nth) => {
			const month = `${year}-${String(nth).padStart(2, '0')}`;
			const length = new Date(Date.UTC(year, nth, 0)).getUTCDate();
			const weeks = monthWeeks(month);
			const days = weeks.flat().filter((day) => day !== null);
			expect(days).toEqual(Array.from({ length }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`));
			for (const week of weeks) {
				for (const [weekday, day] of week.entries()) {
					if (day !== null) expect((new Date(day).getUTCDay() + 6) % 7).toBe(weekday);
				}
			}
		}),
	);
});
