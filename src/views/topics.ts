import { topicTrend } from '../analysis/trend.ts';
import { csvOf } from '../charts/chart.ts';
import { ceilingOf, multiple } from '../charts/multiple.ts';
import type { Svg } from '../charts/svg.ts';
import { topicHue } from '../charts/topic-hue.ts';
import { trendValue } from '../charts/topic-trend.ts';
import { endLength, movedInWords } from '../charts/topic-trend-words.ts';
import { counted, countInWords, periodInShort, periodInWords, periodUntil, spanInWords } from '../charts/words.ts';
import { compare } from '../records/order.ts';
import { wordsOf } from '../records/title-key.ts';
import { type SitePath, topicPath } from './addresses.ts';
import { archiveTrendOf } from './archive-course.ts';
import { catalogueOf } from './catalogue.ts';
import { knownUntil } from './known-until.ts';
import type { NamedLink, TopicLink } from './paper-row.ts';
import type { ArchiveSource } from './source.ts';

/** A topic among all: its size, and its course over time. */
export interface TopicRow extends TopicLink {
	/** `34 papers`. */
	count: string;
	/** The topic that it is a part of. */
	parent: NamedLink | null;
	/** On one scale for all topics; null where no period is known. */
	drawing: Svg | null;
	/** `from 12% to 18%`, or of counts `most in 2023`; null where there is nothing to tell. */
	moved: string | null;
}

export interface TopicsView {
	/** What the drawings show, and between when something moved. */
	explained: string;
	/** How many papers are in none of them: `16 of 383 papers`; null where all are in one. */
	unsorted: string | null;
	/** Most papers first. */
	topics: TopicRow[];
	/** By name. */
	names: TopicLink[];
}

/** Where the numbers of all topics stand as a file. */
export const topicSharesCsv: SitePath = '/topics/shares.csv';

export function topicsView(source: ArchiveSource): TopicsView {
	const topics = topicRows(source);
	return {
		explained: explainedMultiples(source),
		unsorted: unsortedInWords(source),
		topics,
		names: topics
			.map(({ name, path, hue }) => ({ name, path, hue, key: wordsOf(name).join(' ') }))
			.sort((a, b) => compare(a.key, b.key) || compare(a.path, b.path))
			.map(({ name, path, hue }) => ({ name, path, hue })),
	};
}

function unsortedInWords(source: ArchiveSource): string | null {
	const { length } = catalogueOf(source).unsorted;
	return length === 0 ? null : `${countInWords(length)} of ${counted(source.index.length, 'paper')}`;
}

/** The topics with most papers, most first, and of them at most `limit`: drawn on the scale of all topics. */
export function topicRows(source: ArchiveSource, limit = Number.POSITIVE_INFINITY): TopicRow[] {
	const { topicNames } = catalogueOf(source);
	const drawn = source.summary.topics.map(({ slug, name, parent, papers }) => {
		const trend = topicTrend(source.summary, slug, knownUntil(source));
		const values = trend.periods.map((each) => trendValue(each, trend.measure));
		return { slug, name, parent, papers, trend, values };
	});
	const ceiling = ceilingOf(drawn.map(({ values }) => values));
	return drawn
		.sort((a, b) => b.papers - a.papers || compare(a.slug, b.slug))
		.slice(0, limit)
		.map(({ slug, name, parent, papers, trend, values }) => ({
			name,
			path: topicPath(slug),
			hue: topicHue(slug),
			count: papers === 0 ? 'no papers' : counted(papers, 'paper'),
			parent: parent === null ? null : { name: topicNames.get(parent) ?? parent, path: topicPath(parent) },
			drawing: multiple({
				values,
				mark: trend.measure === 'share' ? 'line' : 'bars',
				unfinished: trend.until !== null,
				ceiling,
				first: periodInShort(trend.periods.at(0)?.period ?? ''),
				last: periodInShort(trend.periods.at(-1)?.period ?? ''),
			}),
			moved: movedInWords(trend),
		}));
}

/** The numbers behind the drawings of all topics. */
export function topicSharesOf(source: ArchiveSource): string {
	const trends = source.summary.topics.map(({ slug }) => ({ slug, ...topicTrend(source.summary, slug) }));
	return csvOf(
		['topic', 'period', 'papers', 'of', 'share'],
		trends.flatMap(({ slug, periods }) =>
			periods.map(({ period, papers, of }) => [
				slug,
				period,
				of > 0 ? papers : null,
				of,
				of > 0 ? Number((papers / of).toPrecision(4)) : null,
			]),
		),
	);
}

/** What the drawings of all topics show. They have the same periods, those of the archive. */
export function explainedMultiples(source: ArchiveSource): string {
	const { unit, measure, periods, earlier, undated, until } = archiveTrendOf(source);
	const [first, last] = [periods.at(0), periods.at(-1)];
	if (first === undefined || last === undefined) return 'No paper has a date, so there is no course to draw.';
	if (first === last)
		return `All papers with a date are of ${periodInWords(first.period)}, so there is no course to draw.`;
	const what = measure === 'share' ? `share of the archive’s papers by ${unit}` : `papers by ${unit}`;
	const over = periods.filter(({ of, period }) => of > 0 && (until === null || period !== last.period)).length;
	const ends =
		endLength(over) === 1 ? `first ${unit} with its last` : `first ${counted(endLength(over), unit)} with its last`;
	return [
		`Each drawing shows a topic’s ${what}, ${spanInWords(first.period, last.period)}, all on one scale.`,
		...(over < 2 || measure === 'count' ? [] : [`The words below it compare its ${ends}.`]),
		...(until === null ? [] : [`The last is drawn lighter, since it is not over: ${periodUntil(last.period, until)}.`]),
		...(earlier.of === 0 ? [] : [`${counted(earlier.of, 'paper')} from before are not drawn.`]),
		...(undated.of === 0
			? []
			: [
					`${countInWords(undated.of)} of ${counted(source.index.length, 'paper')} have no date${unit === 'year' ? '' : ' as exact as that'}.`,
				]),
	].join(' ');
}
