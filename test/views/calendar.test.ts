import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthCalendar, monthWeeks, yearCalendar } from '../../src/views/calendar.ts';
import { archiveOf, papersOn } from './archive-of.ts';

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

const source = archiveOf(
	papersOn(['2025', '2025-11', '2025-10-31', '2025-11-01', ...Array.from({ length: 9 }, () => '2025-11-24')]),
);

test('the calendar of a month has its days, with how full they are, and its weeks', () => {
	const { weeks, ...month } = monthCalendar(source, '2025-11', '2025-11-24');
	expect(month).toEqual({ month: '2025-11', name: 'November 2025', path: '/2025/11/', papers: 11 });
	expect(weeks.map(({ name }) => name)).toEqual(['44', '45', '46', '47', '48']);
	expect(weeks[0]).toMatchObject({
		label: 'Week 44 of 2025, 2 papers',
		path: '/2025/w44/',
		current: false,
		days: [null, null, null, null, null, { date: '2025-11-01', level: 1 }, { path: null }],
	});
	expect(weeks[4]?.days[0]).toEqual({
		date: '2025-11-24',
		number: '24',
		label: '24 November 2025, 9 papers',
		path: '/2025/11/24/',
		papers: 9,
		level: 4,
		current: true,
	});
	expect(weeks[4]?.days[1]).toEqual({
		date: '2025-11-25',
		number: '25',
		label: '25 November 2025, no papers',
		path: null,
		papers: 0,
		level: 0,
		current: false,
	});
});

test('a month marks the week whose page shows it, and no day', () => {
	const { weeks } = monthCalendar(source, '2025-11', '2025-W48');
	expect(weeks.map(({ current }) => current)).toEqual([false, false, false, false, true]);
	expect(weeks.flatMap(({ days }) => days).some((day) => day?.current)).toBe(false);
});

test('the calendar of a year has its months, with what is known of no day', () => {
	const { months, ...year } = yearCalendar(source, '2025');
	expect(year).toEqual({ year: '2025', path: '/2025/', papers: 13 });
	expect(months).toHaveLength(12);
	expect(months[10]).toMatchObject({ name: 'November', path: '/2025/11/', papers: 11 });
	expect(months[0]).toMatchObject({ name: 'January', path: null, papers: 0, weeks: { length: 5 } });
});

test('January shows the last week of the year before, December the first of the next', () => {
	const { months } = yearCalendar(archiveOf(papersOn(['2022-01-01', '2025-12-30'])), '2022');
	expect(months[0]?.weeks[0]).toMatchObject({ name: '52', label: 'Week 52 of 2021, 1 paper', path: '/2021/w52/' });
	const december = monthCalendar(archiveOf(papersOn(['2025-12-30'])), '2025-12');
	expect(december.weeks.at(-1)).toMatchObject({ name: '1', path: '/2026/w01/' });
});
