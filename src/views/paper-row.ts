import { topicHue } from '../charts/topic-hue.ts';
import { counted, countInWords } from '../charts/words.ts';
import type { IndexedPaper } from '../records/archive.ts';
import type { Paper, Slug } from '../records/paper.ts';
import { organizationPath, paperPath, type SitePath, topicPath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { foundNote } from './paper-facts.ts';
import type { PartNumber } from './parts.ts';
import type { ArchiveSource } from './source.ts';
import { shortDate } from './words.ts';

export interface NamedLink {
	name: string;
	path: SitePath;
}

/** A topic of a paper, in its colour. */
export interface TopicLink extends NamedLink {
	/** 0 to 11: the class `hue-…` of its colour. */
	hue: number;
}

/** A paper as a line of a list. */
export interface PaperRow {
	path: SitePath;
	title: string;
	/** BCP 47, where a source says it. */
	language: string | null;
	/** ISO, as exact as it is known. */
	date: string | null;
	/** The same in words, or that it is not stated. */
	dateWords: string;
	topics: TopicLink[];
	/** What is known of the attention it got: `12 comments`. */
	counts: string[];
	byline: {
		/** `Ada Lovelace, Alan Turing, Grace Hopper and 5 more`, or `5 authors` where no names are known. */
		authors: string | null;
		organization: NamedLink | null;
	};
	/** Of its abstract, else of its summary. */
	abstract: {
		/** Ends with an ellipsis where more follows that the list does not hold. */
		start: string;
		/** What follows the start, where the list holds the whole: start and rest are the text as it is. */
		rest: string | null;
	} | null;
}

/** A row from what the index alone knows: it costs no shard, so that lists may be of any length and order. */
export function paperRow(source: ArchiveSource, paper: IndexedPaper): PaperRow {
	const { slug, title, titleLanguage, date, topics, organization, lead, leadCut } = paper;
	return {
		path: paperPath(slug),
		title,
		language: titleLanguage,
		date,
		dateWords: date === null ? 'date not stated' : shortDate(date),
		topics: topicLinks(source, topics),
		counts: attention(paper),
		byline: {
			authors: authorsInWords(source, paper),
			organization: organization && { name: organization.name, path: organizationPath(organization.slug) },
		},
		abstract: lead === null ? null : { start: leadCut ? `${lead}…` : lead, rest: null },
	};
}

/** A row with the whole abstract, read from the paper's shard: for short lists of papers that are near in time. */
export function paperRowWithAbstract(source: ArchiveSource, paper: IndexedPaper): PaperRow {
	const row = paperRow(source, paper);
	const { lead, leadCut } = paper;
	if (lead === null || !leadCut) return row;
	const { abstract, summary } = source.paper(paper.id);
	return { ...row, abstract: { start: lead, rest: (abstract ?? summary ?? lead).slice(lead.length) } };
}

/**
 * A row of one part of a long list. The newest part, which readers come to, holds whole abstracts; older parts, of
 * which there are many, only where they begin.
 */
export function listRow(source: ArchiveSource, paper: IndexedPaper, part: PartNumber): PaperRow {
	return part === null ? paperRowWithAbstract(source, paper) : paperRow(source, paper);
}

/** The first authors by name and how many more there are, or how many there are. Names that no listing has say so. */
export function authorsInWords(
	source: ArchiveSource,
	{ id, authors, authorCount }: Pick<IndexedPaper, 'id' | 'authors' | 'authorCount'>,
): string | null {
	if (authors.length === 0) return authorCount === null || authorCount === 0 ? null : counted(authorCount, 'author');
	const more = (authorCount ?? 0) - authors.length;
	const isFound = catalogueOf(source).enrichments.get(id)?.fields.includes('authors');
	return `${authors.join(', ')}${more > 0 ? ` and ${countInWords(more)} more` : ''}${isFound ? ` (${foundNote})` : ''}`;
}

/** The topics of a paper that the archive has, best first. */
export function topicLinks(source: ArchiveSource, slugs: readonly Slug[]): TopicLink[] {
	const { topicNames } = catalogueOf(source);
	return slugs.flatMap((slug) => {
		const name = topicNames.get(slug);
		return name === undefined ? [] : [{ name, path: topicPath(slug), hue: topicHue(slug) }];
	});
}

/** Comments and upvotes, where a source said them. */
export function attention({ comments, upvotes }: Pick<Paper, 'comments' | 'upvotes'>): string[] {
	return [
		...(comments === null ? [] : [counted(comments, 'comment')]),
		...(upvotes === null ? [] : [counted(upvotes, 'upvote')]),
	];
}
