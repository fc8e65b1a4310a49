import { counted } from '../charts/words.ts';
import { weekOf } from '../records/dates.ts';
import { periodPath, type SitePath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { type DayLevel, dayLevel } from './day-levels.ts';
import type { ArchiveSource } from './source.ts';
import { weekNumber } from './weeks.ts';
import { dateInWords, monthName } from './words.ts';

export interface CalendarDay {
	/** ISO. */
	date: string;
	/** `24`. */
	number: string;
	/** `24 November 2025, 12 papers`. */
	label: string;
	/** Null where no papers are. */
	path: SitePath | null;
	papers: number;
	level: DayLevel;
	/** Whether the page that shows the calendar is of this day. */
	current: boolean;
}

export interface CalendarWeek {
	/** `48`. */
	name: string;
	/** `Week 48 of 2025, 57 papers`: of the whole week, in whichever month its days are. */
	label: string;
	/** Null where no papers are. */
	path: SitePath | null;
	/** Whether the page that shows the calendar is of this week. */
	current: boolean;
	/** Monday to Sunday; null stands for a day of another month. */
	days: (CalendarDay | null)[];
}

export interface CalendarMonth {
	/** `2025-11`. */
	month: string;
	/** `November 2025`; in the calendar of a year, `November`. */
	name: string;
	/** Null where no papers are. */
	path: SitePath | null;
	/** With those of which no day is known. */
	papers: number;
	weeks: CalendarWeek[];
}

export interface YearCalendar {
	year: string;
	path: SitePath;
	/** With those of which no day is known. */
	papers: number;
	/** January to December. */
	months: CalendarMonth[];
}

/** The days of a year by month. */
export function yearCalendar(source: ArchiveSource, year: string): YearCalendar {
	return {
		year,
		path: periodPath(year),
		papers: catalogueOf(source).years.get(year)?.papers.length ?? 0,
		months: monthsOf(year).map((month) => ({ ...monthCalendar(source, month), name: monthName(month) })),
	};
}

/** The days of a month by week; `current` is the day (`2025-11-24`) or the week (`2025-W48`) whose page shows it. */
export function monthCalendar(source: ArchiveSource, month: string, current: string | null = null): CalendarMonth {
	const { months, weeks, days, levels } = catalogueOf(source);

	const day = (date: string): CalendarDay => {
		const papers = days.get(date)?.papers.length ?? 0;
		return {
			date,
			number: String(Number(date.slice(8))),
			label: labelOf(date, papers),
			path: pathOf(date, papers),
			papers,
			level: dayLevel(papers, levels),
			current: date === current,
		};
	};

	const row = (dates: (string | null)[]): CalendarWeek => {
		const week = weekOf(dates.find((date) => date !== null) ?? '') ?? '';
		const papers = weeks.get(week)?.papers.length ?? 0;
		return {
			name: String(weekNumber(week)),
			label: labelOf(week, papers),
			path: pathOf(week, papers),
			current: week === current,
			days: dates.map((date) => (date === null ? null : day(date))),
		};
	};

	const papers = months.get(month)?.papers.length ?? 0;
	return {
		month,
		name: dateInWords(month),
		path: pathOf(month, papers),
		papers,
		weeks: monthWeeks(month).map(row),
	};
}

function labelOf(period: string, papers: number): string {
	return `${dateInWords(period)}, ${papers === 0 ? 'no papers' : counted(papers, 'paper')}`;
}

function pathOf(period: string, papers: number): SitePath | null {
	return papers === 0 ? null : periodPath(period);
}

/** January to December of a year, `2025-01` to `2025-12`. */
export function monthsOf(year: string): string[] {
	return Array.from({ length: 12 }, (_, nth) => `${year}-${String(nth + 1).padStart(2, '0')}`);
}

/**
 * The days of a month (`YYYY-MM`) as ISO dates in weeks from Monday to Sunday; null fills the first and the last week.
 */
export function monthWeeks(month: string): (string | null)[][] {
	const [year = 0, nth = 1] = month.split('-').map(Number);
	const first = new Date(`${month}-01T00:00:00Z`);
	const before = (first.getUTCDay() + 6) % 7;
	const length = daysIn(year, nth);
	return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
		Array.from({ length: 7 }, (_, weekday) => {
			const day = week * 7 + weekday - before + 1;
			return day < 1 || day > length ? null : `${month}-${String(day).padStart(2, '0')}`;
		}),
	);
}

function daysIn(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
