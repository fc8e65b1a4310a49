import { z } from 'zod';

/** A real day of the proleptic Gregorian calendar, `YYYY-MM-DD`. */
export const isoDateSchema = z
	.string('A date is written YYYY-MM-DD.')
	.regex(/^\d{4}-\d{2}-\d{2}$/, 'A date is written YYYY-MM-DD.')
	.refine(isRealDay, 'This day does not exist.')
	.brand<'IsoDate'>();
export type IsoDate = z.infer<typeof isoDateSchema>;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDateSchema = z
	.string()
	.regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/, 'A date is written YYYY, YYYY-MM or YYYY-MM-DD.')
	.refine((text) => text.length < 10 || isRealDay(text), 'This day does not exist.')
	.brand<'PartialDate'>();
export type PartialDate = z.infer<typeof partialDateSchema>;

/** When a listing was saved: a day, or a moment with its offset. */
export const capturedSchema = z
	.string()
	.regex(
		/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/,
		'A capture time is written YYYY-MM-DD, or YYYY-MM-DDThh:mm:ss with Z or an offset.',
	)
	.refine((text) => isRealDay(text.slice(0, 10)) && isRealTime(text), 'This time does not exist.')
	.brand<'Captured'>();
export type Captured = z.infer<typeof capturedSchema>;

function isRealDay(text: string): boolean {
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** In UTC, too, its year has four digits. */
function isRealTime(text: string): boolean {
	const time = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
	return !Number.isNaN(time) && /^\d{4}-/.test(new Date(time).toISOString());
}

/** The day of these parts (month from 1), or null when there is none. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
	const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
	return parseIsoDate(text);
}

export function parseIsoDate(text: string): IsoDate | null {
	const parsed = isoDateSchema.safeParse(text);
	return parsed.success ? parsed.data : null;
}

/** A partial date that names a day, as a day. */
export function fullDate(date: PartialDate | null): IsoDate | null {
	return date === null ? null : parseIsoDate(date);
}

/** A day is also a partial date. */
export function asPartialDate(date: IsoDate): PartialDate {
	return partialDateSchema.parse(date);
}

/** A capture time in UTC, comparable as text; a bare day stands for its midnight. */
export function capturedInUtc(captured: Captured): string {
	return new Date(captured.length === 10 ? `${captured}T00:00:00Z` : captured).toISOString();
}

/** The UTC day of a capture. */
export function capturedDay(captured: Captured): IsoDate {
	return isoDateSchema.parse(capturedInUtc(captured).slice(0, 10));
}

/** Months since the year 0 of a date as exact as it is known; of a year alone, its first. */
export function monthNumber(date: string): number {
	return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || '1') - 1;
}

const dayLength = 86_400_000;

/**
 * The week of a day, by ISO 8601: weeks begin on Monday, and belong to the year that their Thursday is in, so that
 * the last days of December may be in week 1 of the next year, and the first of January in week 52 or 53 of the last.
 */
export function isoWeek(date: IsoDate): { year: number; week: number } {
	const thursday = new Date(`${date}T00:00:00Z`);
	thursday.setUTCDate(thursday.getUTCDate() - weekday(thursday) + 3);
	const newYear = new Date(thursday);
	newYear.setUTCMonth(0, 1);
	const week = 1 + Math.floor((thursday.getTime() - newYear.getTime()) / (7 * dayLength));
	return { year: thursday.getUTCFullYear(), week };
}

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

/** The days of a week, from Monday, as ISO dates. The 4th of January is always in the first week. */
export function daysOfIsoWeek(year: number, week: number): string[] {
	const fourth = new Date(`${String(year).padStart(4, '0')}-01-04T00:00:00Z`);
	const monday = fourth.getTime() + ((week - 1) * 7 - weekday(fourth)) * dayLength;
	return Array.from({ length: 7 }, (_, day) => new Date(monday + day * dayLength).toISOString().slice(0, 10));
}

/** From Monday, 0, to Sunday, 6. */
function weekday(date: Date): number {
	return (date.getUTCDay() + 6) % 7;
}
