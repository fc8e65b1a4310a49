import { daysOfIsoWeek } from '../records/dates.ts';

/** A paper as far as it matters whether it is in a part. */
export interface DatedPaper {
	slug: string;
	/** Other addresses that lead to it. */
	aliases: readonly string[];
	/** ISO, as exact as it is known; null when nobody says. */
	date: string | null;
}

/** Whether a date, as exact as it is known, may be this day or a later one. */
export function isSince(date: string | null, since: string): boolean {
	return date !== null && date >= since.slice(0, date.length);
}

/**
 * Tells which files of a site are in the part of it since a day: the pages of papers and periods that are not wholly
 * before it, of other lists the newest page, the data of these years and months, and what is about no time.
 */
export function partSince(since: string, papers: readonly DatedPaper[]): (path: string) => boolean {
	const slugs = new Map(
		papers.flatMap(({ slug, aliases, date }) => [slug, ...aliases].map((each) => [each, isSince(date, since)])),
	);
	return (path) => {
		const [first = '', second = ''] = path.split('/');
		if (first === 'papers' && !/^\d+$/.test(second)) return slugs.get(second) ?? true;
		if (first === 'undated' || path === 'data/manifest.json') return false;
		const dataOf = /^data\/(?:papers|csv)\/([^/]*?)(?:-\d)?\.[^/]*$/.exec(path)?.[1];
		if (dataOf !== undefined) return isSince(/^\d{4}(-\d{2})?$/.test(dataOf) ? dataOf : null, since);
		const last = lastOfPeriod(path);
		if (last !== null) return isSince(last, since);
		return !olderPart.test(path);
	};
}

/** A part of a long list other than its newest. */
const olderPart = /^(?:papers|organizations|(?:topics|organizations|listings)\/[^/]+)\/\d+\//;

/** The period that a page is about: `2025/11/24/`, `2025/11/`, `2025/`; of a week, its last day. */
function lastOfPeriod(path: string): string | null {
	const [, year, month, day, week] = /^(\d{4})\/(?:(\d{2})\/(?:(\d{2})\/)?|w(\d{2})\/)?/.exec(path) ?? [];
	if (year === undefined) return null;
	if (week !== undefined) return daysOfIsoWeek(Number(year), Number(week)).at(-1) ?? null;
	return [year, month, day].filter((part) => part !== undefined).join('-');
}
