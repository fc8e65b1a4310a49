import { daysOfIsoWeek } from '../records/dates.ts';

/** The days of a week (`2025-W48`), from Monday, as ISO dates. */
export function daysOf(week: string): string[] {
	return daysOfIsoWeek(Number(week.slice(0, 4)), weekNumber(week));
}

/** 48 of `2025-W48`. */
export function weekNumber(week: string): number {
	return Number(week.slice(6));
}
