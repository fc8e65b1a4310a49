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
