import { attentionOf } from '../analysis/attention.ts';
import { topicTrend } from '../analysis/trend.ts';
import { attention } from '../charts/attention.ts';
import type { Chart } from '../charts/chart.ts';
import { heatMap } from '../charts/heat-map.ts';
import { counted } from '../charts/words.ts';
import { compare } from '../records/order.ts';
import type { SitePath } from './addresses.ts';
import { archiveCourse, archiveCourseCsv, archiveTrendOf } from './archive-course.ts';
import { catalogueOf } from './catalogue.ts';
import { type Changes, changesOf, isEmpty } from './changes.ts';
import type { NamedLink } from './paper-row.ts';
import { periodLink } from './period-frame.ts';
import { type PeriodKind, periodKind } from './period-kind.ts';
import type { ArchiveSource } from './source.ts';
import { type TermsOverTime, termsOverTime, termsToDraw } from './terms-over-time.ts';
import { explainedMultiples, type TopicRow, topicRows, topicSharesCsv } from './topics.ts';
import { type TrendChart, trendCharts, trendCsvPath } from './trend-files.ts';

/** A chart, and where its numbers stand as a file. */
export interface PlacedChart {
	chart: Chart;
	csv: SitePath;
}

/** What rose and faded in a period, on a page of many. */
export interface PeriodChanges extends Changes {
	period: NamedLink;
}

export interface TrendsView {
	lead: string;
	/** Null where there are no two periods, or no term of three papers. */
	terms: TermsOverTime | null;
	/** The newest month and the newest year of which something is told. */
	newest: PeriodChanges[];
	/** All others, newest first. */
	others: NamedLink[];
	/** What the multiples show, and how to read them. */
	multiples: { explained: string; topics: TopicRow[] };
	heat: PlacedChart | null;
	papers: PlacedChart;
	/** Those of which something is known. */
	attention: PlacedChart[];
}

export function trendsView(source: ArchiveSource): TrendsView {
	const { newest, others } = changedPeriods(source);
	return {
		lead: leadOf(source),
		terms: termsOverTime(source),
		newest,
		others,
		multiples: { explained: explainedMultiples(source), topics: topicRows(source) },
		heat: source.summary.topics.length === 0 ? null : { chart: topicHeatMap(source), csv: topicSharesCsv },
		papers: { chart: archiveCourse(source), csv: archiveCourseCsv },
		attention: (['upvotes', 'comments'] as const)
			.filter((what) => source.summary.known[what] > 0)
			.map((what) => ({ chart: attentionChart(source, what), csv: trendCsvPath(what) })),
	};
}

/** Those of the page's own charts that this archive has. */
export function trendChartsOf(source: ArchiveSource): TrendChart[] {
	return trendCharts.filter((chart) =>
		chart === 'terms' ? termsToDraw(source).length > 0 : source.summary.known[chart] > 0,
	);
}

/** The numbers behind a chart of this page. */
export function trendCsv(source: ArchiveSource, chart: TrendChart): string {
	return chart === 'terms' ? (termsOverTime(source)?.chart.csv ?? '') : attentionChart(source, chart).csv;
}

function leadOf({ index }: ArchiveSource): string {
	return `The topics and words of the ${counted(index.length, 'paper')} in this archive, and how they changed. The archive is a selection: what its listings showed, not all papers of a field.`;
}

function changedPeriods(source: ArchiveSource): { newest: PeriodChanges[]; others: NamedLink[] } {
	const periods = source.termChanges
		.flatMap(({ of }) => ('period' in of && periodKind(of.period) !== 'week' ? [of.period] : []))
		.flatMap((period) => {
			const changes = changesOf(source, { period });
			return changes === null || isEmpty(changes) ? [] : [{ period, changes }];
		})
		.sort((a, b) => compare(b.period, a.period));
	const told = (kind: PeriodKind) => periods.find(({ period }) => periodKind(period) === kind);
	const newest = [told('month'), told('year')].filter((each) => each !== undefined);
	return {
		newest: newest.map(({ period, changes }) => ({ ...changes, period: periodLink(period) })),
		others: periods
			.filter((each) => !newest.includes(each))
			.map(({ period, changes }) => ({ name: periodLink(period).name, path: changes.path })),
	};
}

function topicHeatMap(source: ArchiveSource): Chart {
	const { unit, periods, until } = archiveTrendOf(source);
	const { topicNames } = catalogueOf(source);
	const topics = source.summary.topics
		.filter(({ papers }) => papers > 0)
		.sort((a, b) => b.papers - a.papers || compare(a.slug, b.slug));
	return heatMap({
		id: 'heat',
		unit,
		periods: periods.map(({ period }) => period),
		rows: topics.map(({ slug }) => ({
			slug,
			name: topicNames.get(slug) ?? slug,
			cells: topicTrend(source.summary, slug).periods,
		})),
		until,
	});
}

function attentionChart(source: ArchiveSource, what: 'upvotes' | 'comments'): Chart {
	const trend = archiveTrendOf(source);
	const { unit, periods, earlier, undated } = attentionOf(source.index, trend);
	return attention({
		id: what,
		what,
		unit,
		periods: periods.map((each) => ({ period: each.period, of: each.of, ...each[what] })),
		earlier,
		undated,
		until: trend.until,
	});
}
