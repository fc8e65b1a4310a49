import { daysOfIsoWeek, isoWeek, parseIsoDate } from '../records/dates.ts';

/**
 * The week of a day as ISO 8601 writes it, `2025-W48`; null for what is no full date, and for the first days of the
 * year 0, whose week belongs to a year that dates cannot name.
 */
export function weekOf(date: string): string | null {
	const day = parseIsoDate(date);
	if (day === null) return null;
	const { year, week } = isoWeek(day);
	return year < 0 ? null : `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

/** The days of a week (`2025-W48`), from Monday, as ISO dates. */
export function daysOf(week: string): string[] {
	return daysOfIsoWeek(Number(week.slice(0, 4)), weekNumber(week));
}

/** 48 of `2025-W48`. */
export function weekNumber(week: string): number {
	return Number(week.slice(6));
}
