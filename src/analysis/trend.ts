import { extent, median, range, rollup, sum } from 'd3-array';
import type { Summary } from '../records/archive.ts';
import type { Slug } from '../records/paper.ts';

/** Papers of a topic and papers of the archive. */
interface Counts {
	papers: number;
	of: number;
}

/** The course of a topic over time, ready to be drawn. */
export interface Trend {
	unit: 'month' | 'quarter' | 'year';
	/** What can be said honestly: shares where periods hold enough papers, else counts. */
	measure: 'share' | 'count';
	/**
	 * Every period from the first to the last that holds a paper of the archive: `2025-11`, `2025-Q4` or `2025`,
	 * and what stands in it. `of` is 0 where the archive holds nothing: nothing is known of such a period.
	 */
	periods: ({ period: string } & Counts)[];
	/** What stands in no period, because its date is missing or not as exact as the unit. */
	undated: Counts;
}

/** Median papers of the archive in a period from which on a share of them says something. */
const enoughForShares = 20;

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The trend of a topic, by the finest of month, quarter and year whose median count of the archive's papers is at
 * least 20 (a period between the first and the last that holds none counts as 0); where not even years have that
 * many, counts by year.
 */
export function topicTrend(summary: Pick<Summary, 'papers' | 'topics' | 'months' | 'years'>, topic: Slug): Trend {
	const all = { papers: summary.topics.find(({ slug }) => slug === topic)?.papers ?? 0, of: summary.papers };
	const trendBy = (unit: Trend['unit']): Trend => {
		const periods = periodsOf(summary, topic, unit);
		const undated = {
			papers: all.papers - sum(periods, ({ papers }) => papers),
			of: all.of - sum(periods, ({ of }) => of),
		};
		return { unit, measure: hasEnough(periods) ? 'share' : 'count', periods, undated };
	};
	const finer = (['month', 'quarter'] as const).map(trendBy).find(({ measure }) => measure === 'share');
	return finer ?? trendBy('year');
}

function hasEnough(periods: Counts[]): boolean {
	return (median(periods, ({ of }) => of) ?? 0) >= enoughForShares;
}

function periodsOf(summary: Pick<Summary, 'months' | 'years'>, topic: Slug, unit: Trend['unit']): Trend['periods'] {
	const records =
		unit === 'year'
			? summary.years.map(({ year, ...counts }) => ({ month: Number(year) * 12, ...counts }))
			: summary.months.map(({ month, ...counts }) => ({ month: monthNumber(month), ...counts }));
	const counts = rollup(
		records,
		(group) => ({ papers: sum(group, ({ topics }) => topics[topic] ?? 0), of: sum(group, ({ papers }) => papers) }),
		({ month }) => Math.floor(month / monthsIn[unit]),
	);
	const [first, last] = extent(counts.keys());
	if (first === undefined || last === undefined) return [];
	return range(first, last + 1).map((ordinal) => ({
		period: periodName(ordinal, unit),
		...(counts.get(ordinal) ?? { papers: 0, of: 0 }),
	}));
}

/** Months since the year 0 of a `YYYY-MM`. */
function monthNumber(month: string): number {
	return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function periodName(ordinal: number, unit: Trend['unit']): string {
	const month = ordinal * monthsIn[unit];
	const year = String(Math.floor(month / 12)).padStart(4, '0');
	if (unit === 'year') return year;
	return unit === 'quarter' ? `${year}-Q${(ordinal % 4) + 1}` : `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}
