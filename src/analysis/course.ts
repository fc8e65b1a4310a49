import { extent, range } from 'd3-array';
import { monthNumber } from '../records/dates.ts';

/** A line of a word's size shows this many periods at most. */
const mostPeriods = 40;

const unitsInMonths = [1, 3];
const year = 12;

/**
 * How many of some papers stand in each period of the time that `all` the dates span, by the finest of month,
 * quarter and year that needs at most 40 of them; null where none of all stands, since nothing is known of such a
 * period. Dates that are less exact than a month count only where periods are years.
 */
export function courses(all: readonly (string | null)[]): (dates: readonly (string | null)[]) => (number | null)[] {
	const [first, last] = extent(all, (date) => (date === null ? null : monthNumber(date)));
	if (first === undefined || last === undefined) return () => [];
	const spanIn = (unit: number) => range(Math.floor(first / unit), Math.floor(last / unit) + 1);
	const unit = unitsInMonths.find((each) => spanIn(each).length <= mostPeriods) ?? year;
	const known = periodCounts(all, unit);
	return (dates) => {
		const counts = periodCounts(dates, unit);
		return spanIn(unit).map((period) => (known.has(period) ? (counts.get(period) ?? 0) : null));
	};
}

function periodCounts(dates: readonly (string | null)[], unit: number): Map<number, number> {
	const counts = new Map<number, number>();
	for (const date of dates) {
		if (date === null || (unit !== year && date.length < 'YYYY-MM'.length)) continue;
		const period = Math.floor(monthNumber(date) / unit);
		counts.set(period, (counts.get(period) ?? 0) + 1);
	}
	return counts;
}
