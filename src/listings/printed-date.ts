import {
	asPartialDate,
	type Captured,
	capturedDay,
	type IsoDate,
	isoDate,
	type PartialDate,
} from '../records/dates.ts';

/** A date as a listing prints it, its year perhaps left out, and the count of comments that may stand behind it. */
export interface PrintedDate {
	year: number | null;
	/** From 1. */
	month: number;
	day: number;
	comments: number | null;
}

/** As listings, feeds and mails write them, January first. */
export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const grammar = new RegExp(`^(${months.join('|')}) (\\d{1,2})(?:, (\\d{4}))?(?: (\\d{1,6}))?$`);

/** Reads `Mon D[, YYYY][ comments]`; null when the line is something else. */
export function parsePrintedDate(line: string): PrintedDate | null {
	const [, month, day, year, comments] = grammar.exec(line.trim()) ?? [];
	if (month === undefined || day === undefined) return null;
	return {
		year: year === undefined ? null : Number(year),
		month: months.indexOf(month) + 1,
		day: Number(day),
		comments: comments === undefined ? null : Number(comments),
	};
}

/** What decides the year of dates that are printed without one. */
export interface YearRule {
	/** The year they belong to; null when nothing tells. */
	year: number | null;
	/** No such date is after this day; null when only the year is known. */
	latest: IsoDate | null;
}

/**
 * The rule for one listing: the year of its capture where that is known. Else the smallest year later than every
 * printed one, because the source prints the year of each date that is not of the current year.
 */
export function yearRule(
	captured: Captured | null,
	header: PrintedDate | null,
	dates: readonly PrintedDate[],
): YearRule {
	if (captured !== null) {
		const latest = capturedDay(captured);
		return { year: Number(latest.slice(0, 4)), latest };
	}
	if (header !== null && header.year !== null) {
		return { year: header.year, latest: isoDate(header.year, header.month, header.day) };
	}
	const printed = dates.flatMap((date) => date.year ?? []);
	if (printed.length === 0) return { year: null, latest: null };
	const year = printed.reduce((latest, each) => Math.max(latest, each)) + 1;
	return { year, latest: header === null ? null : isoDate(year, header.month, header.day) };
}

/** What a printed date means. `published` is null where the day does not exist or its year cannot be told. */
export interface Dated {
	published: PartialDate | null;
	publishedYear: 'explicit' | 'inferred' | null;
	/** The date would be after the capture: its year was taken to be the one before. */
	afterCapture: boolean;
}

export function resolveDate({ year, month, day }: PrintedDate, rule: YearRule): Dated {
	if (year !== null) return dated(isoDate(year, month, day), 'explicit', false);
	if (rule.year === null) return dated(null, null, false);
	const ofCaptureYear = isoDate(rule.year, month, day);
	const afterCapture = ofCaptureYear !== null && rule.latest !== null && ofCaptureYear > rule.latest;
	return dated(afterCapture ? isoDate(rule.year - 1, month, day) : ofCaptureYear, 'inferred', afterCapture);
}

function dated(date: IsoDate | null, known: 'explicit' | 'inferred' | null, afterCapture: boolean): Dated {
	return {
		published: date === null ? null : asPartialDate(date),
		publishedYear: date === null ? null : known,
		afterCapture,
	};
}
