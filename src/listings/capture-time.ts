import { type Captured, capturedSchema, type IsoDate, parseIsoDate } from '../records/dates.ts';

const moment =
	/(?<![A-Za-z0-9])(\d{4})-?(\d{2})-?(\d{2})[T_ -]?(\d{2})[:-]?(\d{2})(?:[:-]?(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?(?![A-Za-z0-9])/;
const date = /(?<![A-Za-z0-9])(\d{4})-?(\d{2})-?(\d{2})(?![A-Za-z0-9])/;

/** The name of a listing's file: without its folders and its extensions. */
function stemOf(file: string): string {
	const name = file.slice(file.lastIndexOf('/') + 1);
	return name.replace(/(\.[A-Za-z][A-Za-z0-9]*)+$/, '');
}

/** The day that a file's name is, when it is exactly a date and nothing more. */
export function dayInName(file: string): IsoDate | null {
	return parseIsoDate(stemOf(file));
}

/**
 * The capture time in a file's name: a timestamp (UTC when it has no offset), else a date among other words.
 * A name that is exactly a date names a day, not a capture.
 */
export function capturedInName(file: string): Captured | null {
	const stem = stemOf(file);
	if (dayInName(file) !== null) return null;
	const [found, year, month, day, hours, minutes, seconds = '00', offset = 'Z'] = moment.exec(stem) ?? [];
	if (found !== undefined) {
		const written = offset.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
		const parsed = capturedSchema.safeParse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${written}`);
		if (parsed.success) return parsed.data;
	}
	const [, onlyYear, onlyMonth, onlyDay] = date.exec(stem) ?? [];
	const parsed = capturedSchema.safeParse(`${onlyYear}-${onlyMonth}-${onlyDay}`);
	return parsed.success && plausible(parsed.data) ? parsed.data : null;
}

/** Eight digits are a date only where the Web could have been saved. */
function plausible(captured: Captured): boolean {
	return captured >= '1990' && captured < '2100';
}
