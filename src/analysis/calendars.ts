import { fullDate, isoDateSchema, isoWeek, monthNumber, type PartialDate } from '../records/dates.ts';

/** A kind of period, numbered without gaps. */
export interface Calendar {
	/** Null for a date that is not exact enough. */
	numberOf: (date: PartialDate) => number | null;
	nameOf: (number: number) => string;
}

export const years: Calendar = { numberOf: (date) => Number(date.slice(0, 4)), nameOf: fourDigits };

export const months: Calendar = {
	numberOf: (date) => (date.length < 'YYYY-MM'.length ? null : monthNumber(date)),
	nameOf: (number) => `${fourDigits(Math.floor(number / 12))}-${twoDigits((number % 12) + 1)}`,
};

const dayLength = 86_400_000;
/** The first Monday after the epoch was its fifth day. */
const firstMonday = 4;

/** ISO weeks, but those of a year before 0, which dates cannot name. */
export const weeks: Calendar = {
	numberOf: (date) => {
		const day = fullDate(date);
		if (day === null || isoWeek(day).year < 0) return null;
		return Math.floor((Date.parse(day) / dayLength - firstMonday) / 7);
	},
	nameOf: (number) => {
		const monday = new Date((number * 7 + firstMonday) * dayLength).toISOString().slice(0, 10);
		const { year, week } = isoWeek(isoDateSchema.parse(monday));
		return `${fourDigits(year)}-W${twoDigits(week)}`;
	},
};

function fourDigits(number: number): string {
	return String(number).padStart(4, '0');
}

function twoDigits(number: number): string {
	return String(number).padStart(2, '0');
}
