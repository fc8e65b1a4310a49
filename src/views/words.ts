import type { Captured } from '../records/dates.ts';
import { capturedInUtc } from '../records/dates.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** A date as people read it: `2025-11-24` is 24 November 2025, `2025-11` November 2025, `2025` 2025. */
export function dateInWords(date: string): string {
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

/** A capture time: a day in words, or a moment with its time in UTC. */
export function capturedInWords(captured: Captured): string {
	const utc = capturedInUtc(captured);
	const day = dateInWords(utc.slice(0, 10));
	return captured.length === 10 ? day : `${day}, ${utc.slice(11, 16)} UTC`;
}

/** At most `length` characters, cut at a word, with an ellipsis where something was cut. */
export function excerpt(text: string, length: number): string {
	if (text.length <= length) return text;
	const cut = text.slice(0, length + 1).replace(/\s+\S*$/u, '');
	return `${(cut.length > length ? text.slice(0, length) : cut).toWellFormed().replace(/[\s.,;:–—-]+$/u, '')}…`;
}
