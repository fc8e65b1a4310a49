import { max } from 'd3-array';
import { topicTrend } from '../analysis/trend.ts';
import type { Chart } from '../charts/chart.ts';
import { sparkline } from '../charts/sparkline.ts';
import type { Svg } from '../charts/svg.ts';
import { topicTrend as trendChart } from '../charts/topic-trend.ts';
import { counted } from '../charts/words.ts';
import type { Slug } from '../records/paper.ts';
import { type SitePath, topicPath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { rangeInWords } from './lists.ts';
import { type PaperRow, paperRow } from './paper-row.ts';
import { type Part, type PartNumber, partOf, partPath } from './parts.ts';
import type { ArchiveSource } from './source.ts';

/** A topic among all: its size, and its course over time. */
export interface TopicRow {
	name: string;
	path: SitePath;
	papers: number;
	/** On one scale for all topics; null where no period is known. */
	sparkline: Svg | null;
}

/** All topics in their own order. */
export function topicsView({ summary }: ArchiveSource): TopicRow[] {
	const trends = summary.topics.map((topic) => ({ topic, values: trendValues(summary, topic.slug) }));
	const ceiling = max(trends, ({ values }) => max(values, (value) => value)) || 1;
	return trends.map(({ topic: { slug, name, papers }, values }) => ({
		name,
		path: topicPath(slug),
		papers,
		sparkline: sparkline(values, { ceiling }),
	}));
}

function trendValues(summary: ArchiveSource['summary'], slug: Slug): (number | null)[] {
	const { measure, periods } = topicTrend(summary, slug);
	return periods.map(({ papers, of }) => (of === 0 ? null : measure === 'share' ? papers / of : papers));
}

/** How a topic went over time, as a figure. */
export function topicTrendView({ summary }: ArchiveSource, slug: Slug): Chart {
	const name = summary.topics.find((topic) => topic.slug === slug)?.name ?? slug;
	return trendChart({ id: slug, name, ...topicTrend(summary, slug) });
}

export interface TopicView {
	name: string;
	path: SitePath;
	title: string;
	description: string;
	/** Where the whole list begins: the newest part. */
	top: SitePath;
	/** How many papers it has; null on older parts, which do not change. */
	count: string | null;
	part: Part<PaperRow>;
	/** Its course over time; null on older parts. */
	trend: Chart | null;
}

/** A part of a topic's papers; the newest, which introduces the topic, is null. */
export function topicView(source: ArchiveSource, slug: Slug, number: PartNumber): TopicView {
	const { topics, topicNames } = catalogueOf(source);
	const papers = topics.get(slug) ?? [];
	const name = topicNames.get(slug) ?? slug;
	const top = topicPath(slug);
	const part = partOf(papers, top, number);
	return {
		name,
		path: partPath(top, number),
		title: number === null ? name : `${name}, ${rangeInWords(part)}`,
		description: `Papers about ${name}.`,
		top,
		count: number === null ? counted(papers.length, 'paper') : null,
		part: { ...part, items: part.items.map((paper) => paperRow(source, paper)) },
		trend: number === null ? topicTrendView(source, slug) : null,
	};
}
