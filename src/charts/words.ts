import type { IsoDate } from '../records/dates.ts';

const thinSpace = '\u202F';

/** 12345 as "12 345", with thin spaces. */
export function countInWords(count: number): string {
	return String(count).replace(/\B(?=(\d{3})+$)/g, thinSpace);
}

/** 3 and "paper" as "3 papers". */
export function counted(count: number, noun: string): string {
	return `${countInWords(count)} ${noun}${count === 1 ? '' : 's'}`;
}

const oneDecimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** 1234.5 as "1 234.5", 12.25 as "12.3". */
export function valueInWords(value: number): string {
	return oneDecimal.format(value).replaceAll(',', thinSpace);
}

const twoDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** 0.1234 as "12%", 0.0123 as "1.2%": two digits are as many as the counts behind a share can bear. */
export function shareInWords(share: number): string {
	const percent = twoDigits.format(share * 100);
	return share < 1 && percent === '100' ? 'over 99%' : `${percent}%`;
}

const monthOf = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const dayOfMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** "2025-11" as "November 2025", "2025-Q4" as "Q4 2025", "2025" as it is. */
export function periodInWords(period: string): string {
	return worded(period, monthOf.format);
}

/** From one period to another: "May to October 2024", "Q4 2024 to Q1 2025", or the one where they are the same. */
export function spanInWords(first: string, last: string): string {
	const [from, to] = [periodInWords(first), periodInWords(last)];
	if (from === to) return to;
	const year = ` ${last.slice(0, 4)}`;
	return `${from.endsWith(year) ? from.slice(0, -year.length) : from} to ${to}`;
}

/** A period of which not all is known: "November 2025 until the 24th", "2025 until 24 November". */
export function periodUntil(period: string, until: IsoDate): string {
	const day = new Date(`${until}T00:00:00Z`);
	const known = period === until.slice(0, 7) ? `the ${ordinal(day.getUTCDate())}` : dayOfMonth.format(day);
	return `${periodInWords(period)} until ${known}`;
}

/** The periods of a table. Of the last, not all is known where there is a day `until` which it is. */
export function periodNames(periods: readonly string[], until: IsoDate | null): string[] {
	const last = periods.length - 1;
	return periods.map((period, index) =>
		index === last && until !== null ? periodUntil(period, until) : periodInWords(period),
	);
}

/** A sentence, with a space before it, on a last period of which not all is known; else nothing. */
export function notOverInWords(last: string | undefined, until: IsoDate | null): string {
	return until === null || last === undefined ? '' : ` The last is not over: ${periodUntil(last, until)}.`;
}

function ordinal(day: number): string {
	const ending = day >= 11 && day <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
	return `${day}${ending}`;
}

/** "2025-11" as "Nov 2025", for an axis. */
export function periodInShort(period: string): string {
	return worded(period, (date) => monthOf.format(date).slice(0, 3));
}

function worded(period: string, month: (date: Date) => string): string {
	const [year = '', part] = period.split('-');
	if (part === undefined) return year;
	return `${part.startsWith('Q') ? part : month(new Date(`${year}-${part}-01T00:00:00Z`))} ${year}`;
}

export function capitalized(word: string): string {
	return word.slice(0, 1).toUpperCase() + word.slice(1);
}
