import { descending } from 'd3-array';
import { topicHue } from '../charts/topic-hue.ts';
import { shareInWords } from '../charts/words.ts';
import type { IndexedPaper } from '../records/archive.ts';
import { compare } from '../records/order.ts';
import type { Slug } from '../records/paper.ts';
import { organizationPath, topicPath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import type { CountedLink } from './counted-link.ts';
import { frequent } from './frequent.ts';
import { type PaperRow, paperRow, type TopicLink } from './paper-row.ts';
import type { PeriodKind } from './period-kind.ts';
import { type Rising, risingOf } from './rising.ts';
import type { ArchiveSource } from './source.ts';

/** So few papers are seen at a glance: what they are about need not be counted. */
const fewPapers = 5;
const topicsShown = 12;
const organizationsShown = 5;
const discussedShown = 5;

/** From how many papers of a period on a share of them says something, and how many of them a topic needs at least. */
const enoughPapers = 20;
const enoughOfTopic = 5;
/** A topic stands out when its share is this many times its share of the archive … */
const timesUsual = 1.5;
/** … and this many standard deviations above what as many papers drawn from the archive would hold. */
const deviations = 3;

/** A topic of a period. */
export interface PeriodTopic extends TopicLink {
	papers: number;
	/** Of the period's papers: `24%`; null where these are too few for shares to say something. */
	share: string | null;
	/** `24% here, 8.1% of all papers` where that is more than usual. */
	moreThanUsual: string | null;
}

/** What the papers of a period are about, and whose they are. */
export interface PeriodAbout {
	/** The most frequent ones, most papers first. */
	topics: PeriodTopic[];
	/** How many topics the period has besides. */
	otherTopics: number;
	/** Those that more than one paper names, most papers first. */
	organizations: CountedLink[];
}

/** What papers are about, given all papers of a period; null where they are few, or nothing is known of any. */
function periodAbout(source: ArchiveSource, papers: readonly IndexedPaper[]): PeriodAbout | null {
	if (papers.length <= fewPapers) return null;
	const topics = frequent(papers.flatMap((paper) => paper.topics));
	const named = frequent(papers.flatMap(({ organization }) => organization?.slug ?? []));
	const organizations = named.filter(([, count]) => count > 1);
	if (topics.length === 0 && organizations.length === 0) return null;
	const { topicNames, organizationNames } = catalogueOf(source);
	return {
		topics: topics.slice(0, topicsShown).map(([slug, count]) => ({
			name: topicNames.get(slug) ?? slug,
			path: topicPath(slug),
			hue: topicHue(slug),
			papers: count,
			share: papers.length < enoughPapers ? null : shareInWords(count / papers.length),
			moreThanUsual: moreThanUsual(source, slug, count, papers.length),
		})),
		otherTopics: Math.max(0, topics.length - topicsShown),
		organizations: organizations.slice(0, organizationsShown).map(([slug, count]) => ({
			name: organizationNames.get(slug) ?? slug,
			path: organizationPath(slug),
			papers: count,
		})),
	};
}

/**
 * Both shares of a topic when the period's is remarkable. The spread is that of a draw without putting back, since the
 * period is a part of the archive, and may be a large one.
 */
function moreThanUsual(source: ArchiveSource, slug: Slug, papers: number, of: number): string | null {
	if (of < enoughPapers || papers < enoughOfTopic) return null;
	const all = source.index.length;
	const usual = (catalogueOf(source).topics.get(slug)?.length ?? 0) / all;
	const spread = Math.sqrt((of * usual * (1 - usual) * (all - of)) / (all - 1));
	if (papers < of * usual * timesUsual || papers < of * usual + deviations * spread) return null;
	return `${shareInWords(papers / of)} here, ${shareInWords(usual)} of all papers`;
}

/** The papers of a period that were talked about most. */
export interface MostDiscussed {
	by: 'comments' | 'upvotes';
	rows: PaperRow[];
}

/**
 * The papers with the most comments, or with the most upvotes where comments are unknown, which also decide ties; null
 * when that is known of fewer than two, or the papers are few.
 */
function mostDiscussed(source: ArchiveSource, papers: readonly IndexedPaper[]): MostDiscussed | null {
	if (papers.length <= fewPapers) return null;
	const by = (['comments', 'upvotes'] as const).find(
		(count) => papers.filter((paper) => (paper[count] ?? 0) > 0).length >= 2,
	);
	if (by === undefined) return null;
	const ranked = papers
		.filter((paper) => (paper[by] ?? 0) > 0)
		.sort(
			(a, b) =>
				descending(a[by] ?? 0, b[by] ?? 0) ||
				descending(a.upvotes ?? 0, b.upvotes ?? 0) ||
				compare(b.date ?? '', a.date ?? '') ||
				compare(a.id, b.id),
		);
	return { by, rows: ranked.slice(0, discussedShown).map((paper) => paperRow(source, paper)) };
}

/** What a period was about. */
export interface PeriodSummary {
	about: PeriodAbout | null;
	mostDiscussed: MostDiscussed | null;
	/** Null where there are no papers. */
	rising: Rising | null;
}

/** Of the older parts of a period, which do not change when papers are added. */
export const noSummary: PeriodSummary = { about: null, mostDiscussed: null, rising: null };

/** What a period of this kind was about, from all its papers. */
export function periodSummary(source: ArchiveSource, papers: readonly IndexedPaper[], kind: PeriodKind): PeriodSummary {
	return {
		about: periodAbout(source, papers),
		mostDiscussed: mostDiscussed(source, papers),
		rising: risingOf(source, papers, kind),
	};
}
