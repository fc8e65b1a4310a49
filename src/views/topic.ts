import { topicTrend } from '../analysis/trend.ts';
import type { Chart } from '../charts/chart.ts';
import { topicTrend as trendChart } from '../charts/topic-trend.ts';
import { counted } from '../charts/words.ts';
import type { IndexedPaper } from '../records/archive.ts';
import { compare } from '../records/order.ts';
import type { Slug } from '../records/paper.ts';
import { organizationPath, type SitePath, topicPath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { type Changes, changesOf, isEmpty } from './changes.ts';
import type { CountedLink } from './counted-link.ts';
import { frequent } from './frequent.ts';
import { knownUntil } from './known-until.ts';
import { rangeInWords } from './lists.ts';
import { listRow, type PaperRow, paperRow, type TopicLink, topicLinks } from './paper-row.ts';
import { type Part, type PartNumber, partOf, partPath } from './parts.ts';
import type { ArchiveSource } from './source.ts';

const neighboursShown = 8;
const discussedShown = 5;
/** A list is short enough to see what is most discussed in it when it has no more papers than this. */
const shortList = 10;

/** A topic beside another, with how many papers it has, or shares with it. */
export interface TopicCount extends TopicLink {
	papers: number;
}

/** What a topic stands beside. */
export interface TopicNeighbours {
	/** The topic that it is a part of. */
	parent: TopicLink | null;
	/** Its parts, most papers first. */
	children: TopicCount[];
	/** Topics that papers have together with it, but its parent and its parts; most first. */
	together: TopicCount[];
	/** Organisations that its papers name, most first. */
	organizations: CountedLink[];
}

export interface TopicView {
	name: string;
	path: SitePath;
	hue: number;
	title: string;
	description: string;
	/** Where the whole list begins: the newest part. */
	top: SitePath;
	/** How many papers it has; null on older parts, which do not change. */
	count: string | null;
	part: Part<PaperRow>;
	/** Its course over time; null on older parts. */
	trend: Chart | null;
	/** The words that rose and faded in its newest papers; null on older parts, and where there are too few papers. */
	changes: (Changes & { note: string | null }) | null;
	/** Null on older parts. */
	neighbours: TopicNeighbours | null;
	/** The papers that were most discussed; null on older parts, and where the list is short or nothing is known. */
	discussed: { heading: string; rows: PaperRow[] } | null;
}

/** A part of a topic's papers; the newest, which introduces the topic, is null. */
export function topicView(source: ArchiveSource, slug: Slug, number: PartNumber): TopicView {
	const { topics, topicNames } = catalogueOf(source);
	const papers = topics.get(slug) ?? [];
	const name = topicNames.get(slug) ?? slug;
	const top = topicPath(slug);
	const part = partOf(papers, top, number);
	const newest = number === null;
	const [{ hue } = { hue: 0 }] = topicLinks(source, [slug]);
	return {
		name,
		path: partPath(top, number),
		hue,
		title: newest ? name : `${name}, ${rangeInWords(part)}`,
		description: `Papers about ${name}.`,
		top,
		count: newest ? counted(papers.length, 'paper') : null,
		part: { ...part, items: part.items.map((paper) => rowBelow(slug, listRow(source, paper, number))) },
		trend: newest ? topicTrendView(source, slug) : null,
		changes: newest ? changesIn(source, slug) : null,
		neighbours: newest ? neighboursOf(source, slug, papers) : null,
		discussed: newest && papers.length > shortList ? mostDiscussed(source, slug, papers) : null,
	};
}

/** How a topic went over time, as a figure. */
export function topicTrendView(source: ArchiveSource, slug: Slug): Chart {
	const name = catalogueOf(source).topicNames.get(slug) ?? slug;
	return trendChart({ id: slug, name, ...topicTrend(source.summary, slug, knownUntil(source)) });
}

function changesIn(source: ArchiveSource, slug: Slug): TopicView['changes'] {
	const changes = changesOf(source, { topic: slug });
	if (changes === null) return null;
	return {
		...changes,
		note: isEmpty(changes) ? 'No word has a share that differs clearly from the time before.' : null,
	};
}

function neighboursOf(source: ArchiveSource, slug: Slug, papers: readonly IndexedPaper[]): TopicNeighbours {
	const { topics } = source.summary;
	const parent = topics.find((topic) => topic.slug === slug)?.parent ?? null;
	const children = topics.filter((topic) => topic.parent === slug);
	const family = new Set([slug, parent, ...children.map((child) => child.slug)]);
	const linked = (counts: { slug: Slug; papers: number }[]) =>
		counts.flatMap((each) => topicLinks(source, [each.slug]).map((link) => ({ ...link, papers: each.papers })));
	return {
		parent: parent === null ? null : (topicLinks(source, [parent])[0] ?? null),
		children: linked([...children].sort((a, b) => b.papers - a.papers || compare(a.slug, b.slug))),
		together: linked(
			commonest(
				papers.flatMap((paper) => paper.topics),
				family,
			),
		),
		organizations: commonest(
			papers.flatMap(({ organization }) => organization?.slug ?? []),
			new Set(),
		).map(({ slug: organization, papers: count }) => ({
			name: catalogueOf(source).organizationNames.get(organization) ?? organization,
			path: organizationPath(organization),
			papers: count,
		})),
	};
}

/** The slugs that are there most often, most first, but those that are `known`. */
function commonest(slugs: readonly Slug[], known: ReadonlySet<Slug | null>): { slug: Slug; papers: number }[] {
	return frequent(slugs.filter((slug) => !known.has(slug)))
		.slice(0, neighboursShown)
		.map(([slug, papers]) => ({ slug, papers }));
}

/** A row on the page of a topic, which need not be named again. */
function rowBelow(slug: Slug, row: PaperRow): PaperRow {
	return { ...row, topics: row.topics.filter(({ path }) => path !== topicPath(slug)) };
}

/** By comments, or where no paper has any by upvotes; the newer first among equals. */
function mostDiscussed(source: ArchiveSource, slug: Slug, papers: readonly IndexedPaper[]): TopicView['discussed'] {
	for (const by of ['comments', 'upvotes'] as const) {
		const known = papers.filter((paper) => (paper[by] ?? 0) > 0);
		if (known.length === 0) continue;
		const rows = known
			.toReversed()
			.sort((a, b) => (b[by] ?? 0) - (a[by] ?? 0))
			.slice(0, discussedShown)
			.map((paper) => rowBelow(slug, paperRow(source, paper)));
		return { heading: by === 'comments' ? 'Most discussed' : 'Most upvoted', rows };
	}
	return null;
}
