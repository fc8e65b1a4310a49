import { extent, median, range, rollup, sum } from 'd3-array';
import type { Summary } from '../records/archive.ts';
import { type IsoDate, monthNumber, type PartialDate } from '../records/dates.ts';
import type { Slug } from '../records/paper.ts';
import { months, years } from './calendars.ts';
import { type Interval, wilson } from './wilson.ts';

/** Papers of a topic and papers of the archive. */
interface Counts {
	papers: number;
	of: number;
}

export type TrendUnit = 'month' | 'quarter' | 'year';

/** The course of a topic over time, ready to be drawn. */
export interface Trend {
	unit: TrendUnit;
	/** What can be said honestly: shares where periods hold enough papers, else counts. */
	measure: 'share' | 'count';
	/**
	 * Every period from the first that is drawn to the last that holds a paper of the archive: `2025-11`, `2025-Q4` or
	 * `2025`, and what stands in it. `of` is 0 where the archive holds nothing: nothing is known of such a period.
	 */
	periods: ({ period: string } & Counts)[];
	/** What is older than the first period drawn. */
	earlier: Counts;
	/** What stands in no period, because its date is missing or not as exact as the unit. */
	undated: Counts;
	/** The day until which the last period is known, where that is not its last day. */
	until: IsoDate | null;
}

/** The same, with what chance leaves of each share: null where nothing is known. */
export interface TopicTrend extends Trend {
	periods: (Trend['periods'][number] & { interval: Interval | null })[];
}

type Dated = Pick<Summary, 'papers' | 'months' | 'years'>;

/** Median papers of the archive in a period from which on a share of them says something. */
const enoughForShares = 20;
/** More periods than this cannot be told apart in a drawing; years are drawn however many they are. */
const mostPeriods = 120;
/** At most one paper in so many is left out of a drawing for its early date. */
const oneStrayIn = 50;

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The trend of a topic, by the finest of month, quarter and year that makes at most 120 periods and whose median
 * count of the archive's papers is at least 20 (a period that holds none, between those that do, counts as 0); where
 * not even years have that many, counts by year.
 *
 * A stray start is left out of drawing and median: periods before an empty one that hold at most one in fifty of the
 * dated papers, where they and the emptiness after them are at least as long as all that follows. So one paper of
 * 2001 does not make a line of months since 2024 into one of years.
 *
 * `knownUntil` is the last day that the archive knows anything of; in whose period not all papers can be there yet.
 */
export function topicTrend(
	summary: Dated & Pick<Summary, 'topics'>,
	topic: Slug,
	knownUntil: IsoDate | null = null,
): TopicTrend {
	const papers = summary.topics.find(({ slug }) => slug === topic)?.papers ?? 0;
	const trend = trendOf(
		summary,
		{ papers, inPeriod: ({ topics }) => (Object.hasOwn(topics, topic) && topics[topic]) || 0 },
		knownUntil,
	);
	return {
		...trend,
		periods: trend.periods.map((each) => ({
			...each,
			interval: each.of > 0 ? wilson(each.papers, each.of) : null,
		})),
	};
}

/** The course of the whole archive, by the same unit as that of its topics; `papers` and `of` are the same. */
export function archiveTrend(summary: Dated, knownUntil: IsoDate | null = null): Trend {
	return trendOf(summary, { papers: summary.papers, inPeriod: ({ papers }) => papers }, knownUntil);
}

type Recorded = Pick<Summary['years'][number], 'papers' | 'topics'>;

/** Some papers of the archive: all of them, and those in one of its months or years. */
interface Part {
	papers: number;
	inPeriod: (recorded: Recorded) => number;
}

function trendOf(summary: Dated, part: Part, knownUntil: IsoDate | null): Trend {
	const trendBy = (unit: TrendUnit): Trend => {
		const all = periodsOf(summary, part, unit);
		const start = startOf(all);
		const [early, periods] = [all.slice(0, start), all.slice(start)];
		const dated = total(all);
		return {
			unit,
			measure: hasEnough(periods) ? 'share' : 'count',
			periods,
			earlier: total(early),
			undated: { papers: part.papers - dated.papers, of: summary.papers - dated.of },
			until: knownUntil !== null && isWithin(knownUntil, periods.at(-1)?.period, unit) ? knownUntil : null,
		};
	};
	const finer = (['month', 'quarter'] as const)
		.map(trendBy)
		.find(({ measure, periods }) => measure === 'share' && periods.length <= mostPeriods);
	return finer ?? trendBy('year');
}

function total(periods: Counts[]): Counts {
	return { papers: sum(periods, ({ papers }) => papers), of: sum(periods, ({ of }) => of) };
}

function hasEnough(periods: Counts[]): boolean {
	return (median(periods, ({ of }) => of) ?? 0) >= enoughForShares;
}

/** Where what is drawn begins: after a stray start. */
function startOf(periods: Counts[]): number {
	const strays = total(periods).of / oneStrayIn;
	let before = 0;
	let start = 0;
	for (const [index, { of }] of periods.entries()) {
		before += of;
		if (before > strays) break;
		if (of === 0) start = index + 1;
	}
	return start >= periods.length - start ? start : 0;
}

function periodsOf(summary: Dated, { inPeriod }: Part, unit: TrendUnit): Trend['periods'] {
	const records =
		unit === 'year'
			? summary.years.map(({ year, ...recorded }) => ({ month: monthNumber(year), recorded }))
			: summary.months.map(({ month, ...recorded }) => ({ month: monthNumber(month), recorded }));
	const counts = rollup(
		records,
		(group) => ({
			papers: sum(group, ({ recorded }) => inPeriod(recorded)),
			of: sum(group, ({ recorded }) => recorded.papers),
		}),
		({ month }) => Math.floor(month / monthsIn[unit]),
	);
	const [first, last] = extent(counts.keys());
	if (first === undefined || last === undefined) return [];
	return range(first, last + 1).map((ordinal) => ({
		period: periodName(ordinal, unit),
		...(counts.get(ordinal) ?? { papers: 0, of: 0 }),
	}));
}

/** The period that a date stands in; null where the date is not as exact as the unit. */
export function periodOf(date: PartialDate, unit: TrendUnit): string | null {
	return unit !== 'year' && date.length < 'YYYY-MM'.length ? null : periodAt(date, unit);
}

function periodAt(date: string, unit: TrendUnit): string {
	return periodName(Math.floor(monthNumber(date) / monthsIn[unit]), unit);
}

function periodName(ordinal: number, unit: TrendUnit): string {
	if (unit === 'quarter') return `${years.nameOf(Math.floor(ordinal / 4))}-Q${(ordinal % 4) + 1}`;
	return (unit === 'year' ? years : months).nameOf(ordinal);
}

/** Whether a day is in a period, and not its last. */
function isWithin(day: IsoDate, period: string | undefined, unit: TrendUnit): boolean {
	const dayAfter = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();
	return period === periodAt(day, unit) && period === periodAt(dayAfter, unit);
}
