import { counted, countInWords } from '../charts/words.ts';
import type { IndexedPaper } from '../records/archive.ts';
import { compare } from '../records/order.ts';
import type { Slug } from '../records/paper.ts';
import { organizationPath, type SitePath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { rangeInWords } from './lists.ts';
import { topicCountsOf } from './organizations.ts';
import { type PaperRow, paperRow, type TopicLink, topicLinks } from './paper-row.ts';
import { type Part, type PartNumber, partOf, partPath } from './parts.ts';
import type { ArchiveSource } from './source.ts';
import { dateInWords } from './words.ts';

/** How many other forms of its name are told. */
const namesShown = 5;

export interface OrganizationView {
	name: string;
	path: SitePath;
	title: string;
	description: string;
	/** Where the whole list begins: the newest part. */
	top: SitePath;
	/** What its papers tell in all; empty on older parts, which do not change. */
	sentences: string[];
	/** The topics of its papers, most first; empty on older parts, and where one paper says it all. */
	topics: (TopicLink & { papers: number })[];
	part: Part<PaperRow>;
}

/** A part of an organisation's papers; the newest, which introduces it, is null. */
export function organizationView(source: ArchiveSource, slug: Slug, number: PartNumber): OrganizationView {
	const { organizations, organizationNames } = catalogueOf(source);
	const papers = organizations.get(slug) ?? [];
	const name = organizationNames.get(slug) ?? slug;
	const top = organizationPath(slug);
	const part = partOf(papers, top, number);
	return {
		name,
		path: partPath(top, number),
		title: number === null ? name : `${name}, ${rangeInWords(part)}`,
		description: `Papers that name ${name} as their organisation.`,
		top,
		sentences: number === null ? sentencesOf(name, papers) : [],
		topics: number === null && papers.length > 1 ? topicsOf(source, papers) : [],
		part: { ...part, items: part.items.map((paper) => ownRow(source, paper)) },
	};
}

/** A row that does not say what the page is about. */
function ownRow(source: ArchiveSource, paper: IndexedPaper): PaperRow {
	const row = paperRow(source, paper);
	return { ...row, byline: { ...row.byline, organization: null } };
}

function topicsOf(source: ArchiveSource, papers: readonly IndexedPaper[]): OrganizationView['topics'] {
	return topicCountsOf(source, papers).flatMap(({ slug, papers: count }) =>
		topicLinks(source, [slug]).map((link) => ({ ...link, papers: count })),
	);
}

function sentencesOf(name: string, papers: readonly IndexedPaper[]): string[] {
	const others = otherNames(name, papers);
	return [
		`Named by ${counted(papers.length, 'paper')}${datesInWords(papers)}.`,
		attentionInWords(papers),
		others.length === 0 ? null : `Also written ${others.join(', ')}.`,
	].filter((sentence) => sentence !== null);
}

function datesInWords(papers: readonly IndexedPaper[]): string {
	const dates = papers.map(({ date }) => date).filter((date) => date !== null);
	const [first, last] = [dates[0], dates.at(-1)];
	if (first === undefined || last === undefined) return '; no date of them is stated';
	if (first === last) return `, of ${dateInWords(first)}`;
	return `, the first of ${dateInWords(first)}, the newest of ${dateInWords(last)}`;
}

/** Comments and upvotes of the papers that they are known of; a paper of which they are not known counts for nothing. */
function attentionInWords(papers: readonly IndexedPaper[]): string | null {
	const totals = (['comment', 'upvote'] as const).flatMap((kind) => {
		const known = papers.map((paper) => paper[`${kind}s`]).filter((count) => count !== null);
		const total = known.reduce((sum, count) => sum + count, 0);
		if (known.length === 0) return [];
		return `${counted(total, kind)}${known.length < papers.length ? ` on ${countInWords(known.length)} of them` : ''}`;
	});
	return totals.length === 0
		? null
		: `${papers.length === 1 ? 'The paper has' : 'Together they have'} ${totals.join(' and ')}.`;
}

/** Other forms in which papers write its name, most first. */
function otherNames(name: string, papers: readonly IndexedPaper[]): string[] {
	const written = papers.flatMap(({ organization }) => organization?.name ?? []);
	return [...Map.groupBy(written, (text) => text)]
		.filter(([text]) => text !== name)
		.sort(([a, first], [b, second]) => second.length - first.length || compare(a, b))
		.slice(0, namesShown)
		.map(([text]) => text);
}
