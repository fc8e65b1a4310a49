import { type Captured, capturedSchema, type IsoDate, isoDate, isoDateSchema, parseIsoDate } from '../records/dates.ts';
import type { Line } from './line-account.ts';
import { type PrintedDate, parsePrintedDate } from './printed-date.ts';

/** What a saved page and the tool that saved it say above the papers. */
export interface PageHeader {
	/** Lines of the tool's own, at the top. */
	frontMatter: Line[];
	/** The time of saving, where it is written out. */
	written: Captured | null;
	/** The address of the page. */
	url: string | null;
}

const savedAt =
	/^[-*]?\s*(retrieved|captured|fetched|scraped|saved|accessed)(?:_?at|_?on)?(?: \(UTC\))?\s*:\s*(\S.*)$/i;
const pageAddress = /^[-*]?\s*(?:(?:source[ _]?)?url|url source|source)\s*:\s*["']?(https?:\/\/[^\s"']+)/i;
const linkedDay = /\/papers(?:\/date\/|\?date=)(\d{4}-\d{2}-\d{2})(?![\d-])/g;

/** The day whose list an address of the site shows; null of any other page. */
export function dayInAddress(url: string): IsoDate | null {
	const [, day] = /^https?:\/\/huggingface\.co\/papers(?:\/date\/|\?date=)(\d{4}-\d{2}-\d{2})(?![\d-])/.exec(url) ?? [];
	return day === undefined ? null : parseIsoDate(day);
}

/** The front matter between lines of three dashes, and what the first lines say of the capture. */
export function pageHeader(lines: readonly Line[]): PageHeader {
	const top = lines.slice(0, 60);
	const first = top.findIndex(({ text }) => text.trim() !== '');
	const isFence = (line: Line | undefined) => line?.text.trim() === '---';
	const end = isFence(top[first]) ? top.findIndex((line, at) => at > first && isFence(line)) : -1;
	const said = end === -1 ? top : top.slice(first, end);
	const captures = said
		.flatMap(({ text }) => savedAt.exec(text.trim())?.[2] ?? [])
		.flatMap((value) => capturedOf(value));
	return {
		frontMatter: end === -1 ? [] : lines.slice(first, end + 1),
		written: captures[0] ?? null,
		url: said.flatMap(({ text }) => pageAddress.exec(text.trim())?.[1] ?? [])[0] ?? null,
	};
}

/** A time as tools write it; one without an offset is UTC. */
export function capturedOf(value: string): Captured[] {
	const [, day, time, offset = 'Z'] =
		/^["']?(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:\d{2})?)?/.exec(value) ?? [];
	if (day === undefined) return [];
	const parsed = capturedSchema.safeParse(time === undefined ? day : `${day}T${time}${offset}`);
	return parsed.success ? [parsed.data] : [];
}

/**
 * The day a page was saved, by the date in its header and the links to the days beside it: the previous day's is the
 * last before it. Null where they do not tell.
 */
export function capturedByHeader(header: PrintedDate | null, above: readonly Line[]): Captured | null {
	const linked = above
		.flatMap(({ text }) => [...text.matchAll(linkedDay)].flatMap(([, day]) => isoDateSchema.safeParse(day).data ?? []))
		.sort();
	const [earliest] = linked;
	if (header === null) return null;
	const year = header.year ?? (earliest === undefined ? null : yearBehind(earliest, header));
	const day = year === null ? null : isoDate(year, header.month, header.day);
	return day === null ? null : capturedSchema.parse(day);
}

/** The year in which a month and day follow a day soonest. */
function yearBehind(earlier: string, { month, day }: PrintedDate): number {
	const year = Number(earlier.slice(0, 4));
	const sameYear = isoDate(year, month, day);
	return sameYear !== null && sameYear >= earlier ? year : year + 1;
}

/** The page's own date among the lines above the papers. */
export function headerDate(above: readonly Line[]): PrintedDate | null {
	for (const { text } of above) {
		const date = parsePrintedDate(text);
		if (date !== null) return date;
	}
	return null;
}
