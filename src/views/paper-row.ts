import { counted } from '../charts/words.ts';
import type { IndexedPaper } from '../records/archive.ts';
import type { Paper, Slug } from '../records/paper.ts';
import { paperPath, type SitePath, topicPath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import type { ArchiveSource } from './source.ts';
import { excerpt, shortDate } from './words.ts';

export interface NamedLink {
	name: string;
	path: SitePath;
}

/** A paper as a line of a list. */
export interface PaperRow {
	path: SitePath;
	title: string;
	/** ISO, as exact as it is known. */
	date: string | null;
	/** The same in words, or that it is not stated. */
	dateWords: string;
	topics: NamedLink[];
	/** What is known of the attention it got: `12 comments`. */
	counts: string[];
	/** The start of its abstract or summary, where the list shows it. */
	excerpt: string | null;
}

/** A row from what the index alone knows: it costs no shard, so that lists may be of any length and order. */
export function paperRow(source: ArchiveSource, paper: IndexedPaper): PaperRow {
	return {
		path: paperPath(paper.slug),
		title: paper.title,
		date: paper.date,
		dateWords: paper.date === null ? 'date not stated' : shortDate(paper.date),
		topics: topicLinks(source, paper.topics),
		counts: attention(paper),
		excerpt: null,
	};
}

/** A row with the start of the abstract, read from the paper's shard: for lists of papers that are near in time. */
export function paperRowWithExcerpt(source: ArchiveSource, paper: IndexedPaper): PaperRow {
	const { abstract, summary } = source.paper(paper.id);
	const text = abstract ?? summary;
	return { ...paperRow(source, paper), excerpt: text === null ? null : excerpt(text, 280) };
}

/** The topics of a paper that the archive has, best first. */
export function topicLinks(source: ArchiveSource, slugs: readonly Slug[]): NamedLink[] {
	const { topicNames } = catalogueOf(source);
	return slugs.flatMap((slug) => {
		const name = topicNames.get(slug);
		return name === undefined ? [] : [{ name, path: topicPath(slug) }];
	});
}

/** Comments and upvotes, where a source said them. */
export function attention({ comments, upvotes }: Pick<Paper, 'comments' | 'upvotes'>): string[] {
	return [
		...(comments === null ? [] : [counted(comments, 'comment')]),
		...(upvotes === null ? [] : [counted(upvotes, 'upvote')]),
	];
}
