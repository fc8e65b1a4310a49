import { hoursOf, momentumOf } from '../analysis/momentum.ts';
import type { IndexedPaper, Summary } from '../records/archive.ts';
import { partialDateSchema } from '../records/dates.ts';
import { startOf } from '../records/lead.ts';
import { compare } from '../records/order.ts';
import { addressed } from '../records/organization.ts';
import { dateOf, type Paper } from '../records/paper.ts';

/** A shard of more papers goes on in `…-2`. */
const shardCapacity = 2000;

/** How much of an abstract and how many authors lists show: the index is held whole, so they are few. */
const leadLength = 240;
const namedAuthors = 3;

/** The papers of one file of `content/archive/papers/`, sorted by id. */
export interface Shard {
	/** `YYYY-MM`, `YYYY` or `undated`, from the second of a period with its number: `2025-11-2`. */
	name: string;
	papers: Paper[];
}

/** The shards of an archive, by name of their periods. */
export function shardsOf(papers: readonly Paper[]): Shard[] {
	const periods = Map.groupBy(papers, (paper) => dateOf(paper)?.slice(0, 7) ?? 'undated');
	return [...periods]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([period, members]) => {
			const sorted = [...members].sort((a, b) => (a.id < b.id ? -1 : 1));
			return Array.from({ length: Math.ceil(sorted.length / shardCapacity) }, (_, at) => ({
				name: at === 0 ? period : `${period}-${at + 1}`,
				papers: sorted.slice(at * shardCapacity, (at + 1) * shardCapacity),
			}));
		});
}

/** The papers that are shown no more, by id. */
export function withdrawnOf(shards: readonly Shard[]): Summary['withdrawn'] {
	return shards
		.flatMap(({ name, papers }) =>
			papers
				.filter(({ withdrawn }) => withdrawn !== null)
				.map(({ id, slug, aliases, title }) => ({ id, slug, aliases, title, shard: name })),
		)
		.sort((a, b) => compare(a.id, b.id));
}

/** The index of all papers that are shown: undated ones, then oldest first; ties by id. */
export function indexOf(shards: readonly Shard[]): IndexedPaper[] {
	return shards
		.flatMap(({ name, papers }) =>
			papers.filter(({ withdrawn }) => withdrawn === null).map((paper) => indexed(paper, name)),
		)
		.sort((a, b) => compare(a.date ?? '', b.date ?? '') || compare(a.id, b.id));
}

function indexed(paper: Paper, shard: string): IndexedPaper {
	const { id, slug, aliases, title, topics, comments, upvotes, authors, authorCount } = paper;
	const date = dateOf(paper);
	const text = paper.abstract ?? paper.summary;
	const lead = text === null ? null : startOf(text, leadLength);
	return {
		id,
		slug,
		aliases,
		title,
		date: date === null ? null : partialDateSchema.parse(date),
		topics,
		comments,
		upvotes,
		momentum: indexedMomentum(paper),
		lead,
		leadCut: lead !== text,
		authors: authors.slice(0, namedAuthors).map(({ name }) => name),
		authorCount: authors.length === 0 ? authorCount : Math.max(authors.length, authorCount ?? 0),
		organization: paper.organization && addressed(paper.organization),
		titleLanguage: paper.language,
		shard,
	};
}

function indexedMomentum({ appearances }: Paper): IndexedPaper['momentum'] {
	const { upvotes = null, comments = null } = momentumOf(appearances) ?? {};
	if (upvotes === null) return null;
	return { upvotes: upvotes.gained, comments: comments?.gained ?? null, hours: hoursOf(upvotes) };
}
