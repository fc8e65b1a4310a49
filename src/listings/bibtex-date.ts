import { commonDate, dateOfDigits, dateOfParts, type ReadDate } from './reference-fields.ts';

/** The date of an entry of BibTeX: as it is written, in which field, and as it was read; null when it is not understood. */
export interface BibtexDate {
	field: string;
	text: string;
	read: ReadDate | null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const longMonths = [
	...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
	...['november', 'december'],
];

/** The date of an entry whose fields `textOf` gives; null when it has none. Of a span of days it is what they have in common. */
export function dateOfBibtex(textOf: (name: string) => string | null): BibtexDate | null {
	const whole = textOf('date');
	if (whole !== null) {
		const [from = '', to, ...more] = whole.split('/');
		const dates = [from, to ?? from].map(dateOfDigits);
		const [first = null, last = null] = more.length > 0 ? [dateOfDigits(whole)] : dates;
		return { field: 'date', text: whole, read: first !== null && last !== null ? commonDate(first, last) : first };
	}
	const year = textOf('year');
	if (year === null) return null;
	const month = textOf('month');
	if (!/^\d{4}$/.test(year) || month === null) return { field: 'year', text: year, read: dateOfDigits(year) };
	const day = Number(/^\d{1,2}$/.exec(textOf('day') ?? '')?.[0] ?? 0) || null;
	const named = monthOf(month);
	return {
		field: 'month',
		text: `${month} ${year}`,
		read: dateOfParts(Number(year), named?.month ?? null, named?.day ?? day),
	};
}

/** The month, from 1, and perhaps the day that a text says; null for anything else, such as a season or two months. */
function monthOf(text: string): { month: number; day: number | null } | null {
	const form = /^(?:(\d{1,2})\.? )?([a-z]{3,9}|\d{1,2})\.?(?:[ -](\d{1,2})(?:st|nd|rd|th)?)?$/i;
	const [, before, name = '', behind] = form.exec(text.trim()) ?? [];
	const short = months.indexOf(name.toLowerCase().slice(0, 3));
	const isName = longMonths[short]?.startsWith(name.toLowerCase().replace(/^sept$/, 'sep')) ?? false;
	const month = /^\d/.test(name) ? Number(name) : short + 1;
	if (month === 0 || (!isName && !/^\d/.test(name))) return null;
	const day = before ?? behind;
	return { month, day: day === undefined ? null : Number(day) };
}
