import { type Captured, capturedDay, capturedSchema, type IsoDate, parseIsoDate } from '../records/dates.ts';
import { months } from './printed-date.ts';

/** A moment as a feed or a mail writes it. */
export interface FeedTime {
	captured: Captured;
	/** The day it is in its own time zone, as written. */
	day: IsoDate;
	/** The day it is in UTC. */
	utcDay: IsoDate;
}

/** Section 5 of RFC 822 and section 4.3 of RFC 2822; arXiv leaves out the comma. */
const rfc822 =
	/^(?:[A-Za-z]{3},?\s*)?(\d{1,2})\s+([A-Z][a-z]{2})\s+(\d{4}|\d{2})\s+(\d{2}:\d{2})(?::(\d{2}))?\s+([+-]\d{4}|[A-Z]{1,3})$/;

const zones: ReadonlyMap<string, string> = new Map([
	...['UT', 'UTC', 'GMT', 'Z'].map((name) => [name, '+0000'] as const),
	['EDT', '-0400'],
	['EST', '-0500'],
	['CDT', '-0500'],
	['CST', '-0600'],
	['MDT', '-0600'],
	['MST', '-0700'],
	['PDT', '-0700'],
	['PST', '-0800'],
]);

/** Years in which there may have been a feed or a paper of one; beyond those of four digits, times have no day in UTC. */
const plausible = /^(?:19|20)\d{2}-/;

/**
 * A time of RFC 822 (`Wed, 29 Jul 2026 00:00:00 -0400`) or RFC 3339 (`2026-07-29T00:00:00-04:00`), or a bare ISO date;
 * null when it is none, or does not exist. A time of the second form without offset is UTC.
 */
export function parseFeedTime(text: string): FeedTime | null {
	const written = text.trim();
	const parsed = capturedSchema.safeParse(isoOfRfc822(written) ?? withOffset(written));
	const day = parseIsoDate(parsed.data?.slice(0, 10) ?? '');
	if (parsed.data === undefined || day === null || !plausible.test(day)) return null;
	return { captured: parsed.data, day, utcDay: capturedDay(parsed.data) };
}

function isoOfRfc822(text: string): string | null {
	const [, day = '', name = '', year = '', minutes, seconds = '00', zone = ''] = rfc822.exec(text) ?? [];
	const month = months.indexOf(name) + 1;
	const offset = zones.get(zone) ?? zone;
	if (month === 0 || !/\d/.test(offset)) return null;
	const date = [fullYear(year), String(month).padStart(2, '0'), day.padStart(2, '0')].join('-');
	const isUtc = /^[+-]0000$/.test(offset);
	return `${date}T${minutes}:${seconds}${isUtc ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3)}`}`;
}

/** Years of two digits are of 1950 to 2049: RFC 2822. */
function fullYear(year: string): string {
	if (year.length === 4) return year;
	return `${year < '50' ? '20' : '19'}${year}`;
}

function withOffset(text: string): string {
	const time = text.replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
	return /T[\d:.]+$/.test(time) ? `${time}Z` : time;
}
