import { counted } from '../charts/words.ts';
import { periodPapersPath, periodPath, type SitePath } from './addresses.ts';
import { monthWeeks } from './calendar.ts';
import { catalogueOf, type Period } from './catalogue.ts';
import { rangeInWords } from './lists.ts';
import { type NamedLink, type PaperRow, paperRowWithExcerpt } from './paper-row.ts';
import { type Part, type PartNumber, partOf, partPath } from './parts.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords, monthName } from './words.ts';

/** How many papers a year or a month shows itself; the others stand in its list. */
const newestShown = 20;

/** What the pages of a year, a month and a day have in common. */
export interface PeriodFrame {
	path: SitePath;
	title: string;
	description: string;
	/** The periods it is part of, widest first. */
	within: NamedLink[];
	/** The nearest ones of its kind that hold papers. */
	previous: NamedLink | null;
	next: NamedLink | null;
}

/** A part of a year, or of the days of a month, and how many papers stand there. */
export interface PeriodCount {
	name: string;
	/** Null where no papers are. */
	path: SitePath | null;
	papers: number;
}

export interface LongPeriodView extends PeriodFrame {
	newest: PaperRow[];
	/** The list of all its papers. */
	all: NamedLink;
	/** Papers of which no more than this period is known, in words. */
	coarse: string | null;
}

export interface YearView extends LongPeriodView {
	/** January to December. */
	months: PeriodCount[];
}

export interface MonthView extends LongPeriodView {
	/** Weeks from Monday to Sunday; null stands for a day of another month. */
	weeks: (PeriodCount | null)[][];
}

export interface DayView extends PeriodFrame {
	part: Part<PaperRow>;
	/** How many papers the day has; null on older parts, which do not change. */
	count: string | null;
}

export function yearView(source: ArchiveSource, year: string): YearView {
	const { years, months } = catalogueOf(source);
	const ofYear = (nth: number) => `${year}-${String(nth + 1).padStart(2, '0')}`;
	return {
		...longPeriod(source, year, years),
		months: Array.from({ length: 12 }, (_, nth) => periodCount(ofYear(nth), months, monthName)),
	};
}

export function monthView(source: ArchiveSource, month: string): MonthView {
	const { months, days } = catalogueOf(source);
	const weeks = monthWeeks(month).map((week) =>
		week.map((day) => (day === null ? null : periodCount(day, days, (date) => String(Number(date.slice(8)))))),
	);
	return { ...longPeriod(source, month, months), weeks };
}

export function dayView(source: ArchiveSource, day: string, number: PartNumber): DayView {
	const { days } = catalogueOf(source);
	const papers = days.get(day)?.papers ?? [];
	const part = partOf(papers, periodPath(day), number);
	const rows = part.items.map((paper) => paperRowWithExcerpt(source, paper));
	const frame = periodFrame(day, days);
	return {
		...frame,
		path: partPath(frame.path, number),
		title: number === null ? frame.title : `${frame.title}, ${rangeInWords(part)}`,
		part: { ...part, items: rows },
		count: number === null ? counted(papers.length, 'paper') : null,
	};
}

function longPeriod(source: ArchiveSource, period: string, periods: ReadonlyMap<string, Period>): LongPeriodView {
	const papers = periods.get(period)?.papers ?? [];
	const coarse = papers.filter(({ date }) => date === period).length;
	const finer = period.length === 4 ? 'month' : 'day';
	const name = dateInWords(period);
	return {
		...periodFrame(period, periods),
		newest: papers
			.slice(-newestShown)
			.reverse()
			.map((paper) => paperRowWithExcerpt(source, paper)),
		all: { name: `${counted(papers.length, 'paper')} of ${name}`, path: periodPapersPath(period) },
		coarse: coarse === 0 ? null : `Of ${counted(coarse, 'paper')} no ${finer} is stated.`,
	};
}

function periodFrame(period: string, periods: ReadonlyMap<string, Period>): PeriodFrame {
	const { previous = null, next = null } = periods.get(period) ?? {};
	const name = dateInWords(period);
	return {
		path: periodPath(period),
		title: name,
		description: `Papers of ${name}.`,
		within: [4, 7].filter((length) => length < period.length).map((length) => periodLink(period.slice(0, length))),
		previous: previous === null ? null : periodLink(previous),
		next: next === null ? null : periodLink(next),
	};
}

function periodLink(period: string): NamedLink {
	return { name: dateInWords(period), path: periodPath(period) };
}

function periodCount(
	period: string,
	periods: ReadonlyMap<string, Period>,
	name: (period: string) => string,
): PeriodCount {
	const papers = periods.get(period)?.papers.length ?? 0;
	return { name: name(period), path: papers === 0 ? null : periodPath(period), papers };
}
