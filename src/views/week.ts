import type { IndexedPaper } from '../records/archive.ts';
import { periodPath, type SitePath } from './addresses.ts';
import { type CalendarMonth, monthCalendar } from './calendar.ts';
import { catalogueOf } from './catalogue.ts';
import { type Digest, digestOf } from './digest.ts';
import { rangeInWords } from './lists.ts';
import { listRow, type PaperRow } from './paper-row.ts';
import { type Part, type PartNumber, partOf, partPath } from './parts.ts';
import { noSummary, type PeriodSummary, periodSummary } from './period-about.ts';
import { type PeriodFrame, periodFrame, periodLink } from './period-frame.ts';
import { introOf } from './period-intro.ts';
import type { ArchiveSource } from './source.ts';
import { daysOf } from './weeks.ts';
import { dateInWords, daysInWords } from './words.ts';

/** The papers of a day of the week. */
export interface DayOfWeek {
	/** ISO. */
	date: string;
	/** `24 November 2025`. */
	name: string;
	path: SitePath;
	rows: PaperRow[];
}

export interface WeekView extends PeriodFrame, PeriodSummary {
	/** `24 to 30 November 2025`. */
	dates: string;
	/** How many papers it has, and what listings tell of them all; null on older parts, which do not change. */
	intro: string | null;
	/** Null on older parts, too. */
	digest: Digest | null;
	/** The papers of this part by day, newest day first. */
	days: DayOfWeek[];
	part: Pick<Part<never>, 'older' | 'newer'>;
	/** The months of its days that hold papers, with the week marked; empty on older parts. */
	calendars: CalendarMonth[];
}

/** A part of a week (`2025-W48`); the newest is null. */
export function weekView(source: ArchiveSource, week: string, number: PartNumber): WeekView {
	const { weeks, months } = catalogueOf(source);
	const papers = weeks.get(week)?.papers ?? [];
	const frame = periodFrame(week, weeks);
	const { items, from, to, older, newer } = partOf(papers, frame.path, number);
	const dates = daysOf(week);
	const monthsOfWeek = [...new Set(dates.map((date) => date.slice(0, 7)))].filter((month) => months.has(month));
	const newest = number === null;
	const summary = newest ? periodSummary(source, papers, 'week') : noSummary;
	return {
		...frame,
		...summary,
		within: [...frame.within, ...monthsOfWeek.map(periodLink), ...(newest ? [] : [periodLink(week)])],
		path: partPath(frame.path, number),
		title: newest ? frame.title : `${frame.title}, ${rangeInWords({ from, to })}`,
		dates: daysInWords(dates[0] ?? '', dates.at(-1) ?? ''),
		intro: newest ? introOf(papers) : null,
		digest: newest ? digestOf(source, week, papers, summary.mostDiscussed) : null,
		days: [...Map.groupBy(items, ({ date }) => date ?? '')].map(([date, members]) =>
			dayOfWeek(source, date, members, number),
		),
		part: { older, newer },
		calendars: newest ? monthsOfWeek.map((month) => monthCalendar(source, month, week)) : [],
	};
}

function dayOfWeek(source: ArchiveSource, date: string, papers: readonly IndexedPaper[], part: PartNumber): DayOfWeek {
	return {
		date,
		name: dateInWords(date),
		path: periodPath(date),
		rows: papers.map((paper) => listRow(source, paper, part)),
	};
}
