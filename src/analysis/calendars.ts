import { fullDate, monthNumber, type PartialDate, weekOf } from '../records/dates.ts';

/** A kind of period, numbered without gaps. */
export interface Calendar {
	/** Null for a date that is not exact enough. */
	numberOf: (date: PartialDate) => number | null;
	nameOf: (number: number) => string;
}

export const years: Calendar = { numberOf: (date) => Number(date.slice(0, 4)), nameOf: fourDigits };

export const months: Calendar = {
	numberOf: (date) => (date.length < 'YYYY-MM'.length ? null : monthNumber(date)),
	nameOf: (number) => `${fourDigits(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, '0')}`,
};

const dayLength = 86_400_000;
/** The first Monday after the epoch was its fifth day. */
const firstMonday = 4;

/** ISO weeks, but those of a year before 0, which dates cannot name. */
export const weeks: Calendar = {
	numberOf: (date) => {
		const day = fullDate(date);
		if (day === null || weekOf(day) === null) return null;
		return Math.floor((Date.parse(day) / dayLength - firstMonday) / 7);
	},
	nameOf: (number) => {
		const monday = new Date((number * 7 + firstMonday) * dayLength).toISOString().slice(0, 10);
		return weekOf(monday) ?? '';
	},
};

function fourDigits(number: number): string {
	return String(number).padStart(4, '0');
}
