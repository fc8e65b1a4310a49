import { type IsoDate, isoDateSchema } from '../../src/records/dates.ts';

const dayLength = 86_400_000;

/** When a day is captured, in days after its beginning in UTC: again after 1 and 7, for what its papers gained. */
const marks = [0, 1, 7];

/** A day that is over for longer, in days, is captured once. */
const longPast = 14;

export interface Due {
	day: IsoDate;
	why: string;
}

/**
 * Why a day is to be asked for, or null when it is not: its last mark that is not in the future has no capture taken at
 * or after it. Times are milliseconds since 1970, `captures` in any order.
 */
export function whyDue(day: IsoDate, captures: readonly number[], now: number): string | null {
	const start = Date.parse(`${day}T00:00:00Z`);
	const passed = marks.filter((mark) => start + mark * dayLength <= now);
	const last = passed.at(-1);
	if (last === undefined) return null;
	if (captures.length === 0) return 'not captured yet';
	const newest = Math.max(...captures);
	if (newest >= start + last * dayLength) return null;
	if (now - start > longPast * dayLength && newest >= start + dayLength) return null;
	if (last === 0) return 'captured before it began';
	return last === 1 ? 'to be captured again after 1 day' : `to be captured again after ${last} days`;
}

/** The days from `since` to `until`, both included, that are to be asked for, from the oldest. */
export function dueDays(range: DayRange, capturesOf: (day: IsoDate) => readonly number[], now: number): Due[] {
	return daysOf(range).flatMap((day) => {
		const why = whyDue(day, capturesOf(day), now);
		return why === null ? [] : { day, why };
	});
}

export interface DayRange {
	since: IsoDate;
	until: IsoDate;
}

export function daysOf({ since, until }: DayRange): IsoDate[] {
	const [first, last] = [Date.parse(since), Date.parse(until)];
	const count = Math.max(0, Math.round((last - first) / dayLength) + 1);
	return Array.from({ length: count }, (_, index) => dayAt(first + index * dayLength));
}

/** The day of a time in UTC. */
export function dayAt(time: number): IsoDate {
	return isoDateSchema.parse(new Date(time).toISOString().slice(0, 10));
}

/** The days that are asked for where nobody names any: of the last two weeks. */
export function usualRange(now: number): DayRange {
	return { since: dayAt(now - longPast * dayLength), until: dayAt(now) };
}
