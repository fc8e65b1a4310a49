import { counted } from '../charts/words.ts';
import { weekOf } from '../records/dates.ts';
import { periodPapersPath, periodPath, type SitePath } from './addresses.ts';
import { type CalendarMonth, monthCalendar, monthsOf, type YearCalendar, yearCalendar } from './calendar.ts';
import { catalogueOf, type Period } from './catalogue.ts';
import { dayOrder, orderInWords } from './day-order.ts';
import { type Digest, digestOf } from './digest.ts';
import { rangeInWords } from './lists.ts';
import { type NamedLink, type PaperRow, paperRowWithAbstract } from './paper-row.ts';
import { type Part, type PartNumber, partOf, partPath } from './parts.ts';
import { noSummary, type PeriodSummary, periodSummary } from './period-about.ts';
import { type PeriodFrame, periodFrame, periodLink } from './period-frame.ts';
import { introOf } from './period-intro.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords, monthName } from './words.ts';

/** How many papers a year or a month shows itself; the others stand in its list. */
const newestShown = 20;

/** A part of a year and how many papers stand there. */
export interface PeriodCount {
	name: string;
	/** Null where no papers are. */
	path: SitePath | null;
	papers: number;
}

export interface LongPeriodView extends PeriodFrame, PeriodSummary {
	/** How many papers it has, and what listings tell of them all; or that it has none. */
	intro: string;
	digest: Digest | null;
	newest: PaperRow[];
	/** The list of all its papers; null when there are none. */
	all: NamedLink | null;
	/** Papers of which no more than this period is known, in words. */
	coarse: string | null;
}

export interface YearView extends LongPeriodView {
	/** January to December. */
	months: PeriodCount[];
	calendar: YearCalendar;
	/** Its weeks that hold papers, where no paper is dated in the year itself: they are all that it leads to. */
	weeks: NamedLink[];
}

export interface MonthView extends LongPeriodView {
	calendar: CalendarMonth;
}

export interface DayView extends PeriodFrame, PeriodSummary {
	part: Part<PaperRow>;
	/** How many papers the day has, what listings tell of them all, and their order; null on older parts. */
	intro: string | null;
	/** The week it is in. */
	week: NamedLink | null;
	/** Its month, with the day marked; null on older parts. */
	calendar: CalendarMonth | null;
}

/** A year; also one that no paper is dated in, to which a week with papers of its neighbour's last or first days belongs. */
export function yearView(source: ArchiveSource, year: string): YearView {
	const { years, months, weeks } = catalogueOf(source);
	const empty = !years.has(year);
	return {
		...longPeriod(source, year, years),
		...(empty && neighboursOfEmpty(year, [...years.keys()])),
		months: monthsOf(year).map((month) => {
			const papers = months.get(month)?.papers.length ?? 0;
			return { name: monthName(month), path: papers === 0 ? null : periodPath(month), papers };
		}),
		calendar: yearCalendar(source, year),
		weeks: empty ? [...weeks.keys()].filter((week) => week.startsWith(`${year}-`)).map(periodLink) : [],
	};
}

/** A year without papers is in no chain: the years with papers around it. */
function neighboursOfEmpty(year: string, years: readonly string[]): Pick<PeriodFrame, 'previous' | 'next'> {
	const previous = years.findLast((each) => each < year);
	const next = years.find((each) => each > year);
	return {
		previous: previous === undefined ? null : periodLink(previous),
		next: next === undefined ? null : periodLink(next),
	};
}

export function monthView(source: ArchiveSource, month: string): MonthView {
	return { ...longPeriod(source, month, catalogueOf(source).months), calendar: monthCalendar(source, month) };
}

export function dayView(source: ArchiveSource, day: string, number: PartNumber): DayView {
	const { days } = catalogueOf(source);
	const { papers, by } = dayOrder(days.get(day)?.papers ?? []);
	const part = partOf(papers, periodPath(day), number);
	const frame = periodFrame(day, days);
	const week = weekOf(day);
	const newest = number === null;
	return {
		...frame,
		within: newest ? frame.within : [...frame.within, periodLink(day)],
		path: partPath(frame.path, number),
		title: newest ? frame.title : `${frame.title}, ${rangeInWords(part)}`,
		part: { ...part, items: part.items.map((paper) => paperRowWithAbstract(source, paper)) },
		intro: newest ? [introOf(papers), orderInWords(by)].filter(Boolean).join(' ') : null,
		week: week === null ? null : periodLink(week),
		calendar: newest ? monthCalendar(source, day.slice(0, 7), day) : null,
		...(newest ? periodSummary(source, papers, 'day') : noSummary),
	};
}

function longPeriod(source: ArchiveSource, period: string, periods: ReadonlyMap<string, Period>): LongPeriodView {
	const papers = periods.get(period)?.papers ?? [];
	const coarse = papers.filter(({ date }) => date === period).length;
	const kind = period.length === 4 ? 'year' : 'month';
	const name = dateInWords(period);
	const all = { name: `${counted(papers.length, 'paper')} of ${name}`, path: periodPapersPath(period) };
	const summary = periodSummary(source, papers, kind);
	return {
		...periodFrame(period, periods),
		...summary,
		digest: digestOf(source, period, papers, summary.mostDiscussed),
		intro: papers.length === 0 ? `No paper of the archive is dated in ${name}.` : introOf(papers),
		newest: papers
			.slice(-newestShown)
			.reverse()
			.map((paper) => paperRowWithAbstract(source, paper)),
		all: papers.length === 0 ? null : all,
		coarse: coarse === 0 ? null : `Of ${counted(coarse, 'paper')} only the ${kind} is known.`,
	};
}
