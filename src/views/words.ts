import type { Captured } from '../records/dates.ts';
import { capturedInUtc } from '../records/dates.ts';
import { startOf } from '../records/lead.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * A date as people read it: `2025-11-24` is 24 November 2025, `2025-11` November 2025, `2025` 2025; and an ISO week:
 * `2025-W48` is Week 48 of 2025.
 */
export function dateInWords(date: string): string {
	const [, weekYear, week] = /^(\d{4})-W(\d{2})$/.exec(date) ?? [];
	if (weekYear && week) return `Week ${Number(week)} of ${weekYear}`;
	const { day, month, year } = partsOf(date);
	return [day, month, year].filter(Boolean).join(' ');
}

/** The same for a margin: 24 Nov 2025. */
export function shortDate(date: string): string {
	const { day, month, year } = partsOf(date);
	return [day, month?.slice(0, 3), year].filter(Boolean).join(' ');
}

/** The name of a month from its `YYYY-MM`, without the year. */
export function monthName(period: string): string {
	return partsOf(period).month ?? period;
}

function partsOf(date: string): { day?: string; month?: string; year: string } {
	const [year = date, month, day] = date.split('-');
	const name = month === undefined ? undefined : months[Number(month) - 1];
	return { year, ...(name && { month: name }), ...(day && { day: String(Number(day)) }) };
}

/** The days from one to another: 24 to 30 November 2025, 27 October to 2 November 2025. */
export function daysInWords(first: string, last: string): string {
	const { day, month, year } = partsOf(first);
	const to = partsOf(last);
	const told = year !== to.year ? [day, month, year] : month !== to.month ? [day, month] : [day];
	return `${told.join(' ')} to ${dateInWords(last)}`;
}

/** A capture time: a day in words, or a moment with its time in UTC. */
export function capturedInWords(captured: Captured): string {
	const utc = capturedInUtc(captured);
	const day = dateInWords(utc.slice(0, 10));
	return captured.length === 10 ? day : `${day}, ${utc.slice(11, 16)} UTC`;
}

/** At most `length` characters, cut at a word, with an ellipsis where something was cut. */
export function excerpt(text: string, length: number): string {
	const start = startOf(text, length);
	return start === text ? text : `${start.toWellFormed()}…`;
}
