import { counted, countInWords } from '../charts/words.ts';
import type { AppliedCorrection, AppliedEnrichment } from '../records/archive.ts';
import type { Paper, PaperId, SafeHtml } from '../records/paper.ts';
import { paperPath, type SitePath } from './addresses.ts';
import { catalogueOf } from './catalogue.ts';
import { type Disagreement, disagreementsOf, fieldName, type ListingLink, listingLink } from './disagreements.ts';
import { placeInWords } from './listing-words.ts';
import { authorsApart, type Fact, type FactValue, foundNote, paperFacts } from './paper-facts.ts';
import { type PaperHeadView, paperHead } from './paper-head.ts';
import { type ExternalLink, linksOfPaper, lookupsOf } from './paper-links.ts';
import { attention, type NamedLink, type TopicLink, topicLinks } from './paper-row.ts';
import type { ArchiveSource } from './source.ts';
import { capturedInWords, dateInWords, excerpt } from './words.ts';

export interface PaperView {
	path: SitePath;
	/** BCP 47, of its title and abstract, where a source says it. */
	language: string | null;
	title: string;
	titleHtml: SafeHtml;
	/** For search engines and previews. No summary: reference managers take it for the abstract. */
	description: string;
	/** For reference managers and search engines; null of a withdrawn paper. */
	head: PaperHeadView | null;
	/** One sentence, when it was withdrawn. */
	withdrawn: string | null;
	abstractHtml: SafeHtml | null;
	abstractCut: boolean;
	/** What the source shows instead, when there is no abstract. */
	summary: string | null;
	facts: Fact[];
	/** All authors, where they are too many to stand among the facts. */
	authors: FactValue[] | null;
	/** How many they are, and how we know them, where that needs saying. */
	authorsNote: string;
	topics: TopicLink[];
	/** The phrases that say what it is about, best first; each leads to the search for it. */
	keyphrases: NamedLink[];
	related: RelatedPaper[];
	appearances: AppearanceView[];
	links: ExternalLink[];
	lookups: ExternalLink[];
	disagreements: Disagreement[];
	/** What was found by its title, where, and how surely: one sentence. */
	found: string | null;
	/** What a maintainer corrected, and why: a sentence each. */
	corrected: string[];
}

export interface RelatedPaper extends NamedLink {
	/** The terms that both use. */
	shares: string[];
}

/** One place where a paper was seen. */
export interface AppearanceView {
	listing: ListingLink;
	/** When the listing was saved, in words; null when nobody knows. */
	captured: string | null;
	/** Which entry of the listing, and where in the file. */
	place: string;
	/** What the listing said there. */
	values: string[];
	/** The title as the listing has it, where it is not the paper's. */
	title: string | null;
}

/** All that the page of a paper shows. */
export function paperView(source: ArchiveSource, id: PaperId): PaperView {
	const paper = source.paper(id);
	const enrichment = catalogueOf(source).enrichments.get(paper.id) ?? null;
	const found = enrichment?.fields ?? [];
	return {
		path: paperPath(paper.slug),
		language: paper.language,
		title: paper.title,
		titleHtml: paper.titleHtml,
		description: excerpt(paper.abstract ?? descriptionOf(paper), 160),
		head: paper.withdrawn === null ? paperHead(paper, found) : null,
		withdrawn: withdrawnSentence(paper),
		abstractHtml: paper.abstractHtml,
		abstractCut: paper.abstractCut === true,
		summary: paper.abstractHtml === null ? paper.summary : null,
		facts: paperFacts(paper, found),
		authors: authorsApart(paper),
		authorsNote: [countInWords(paper.authors.length), ...(found.includes('authors') ? [foundNote] : [])].join(', '),
		topics: topicLinks(source, paper.topics),
		keyphrases: paper.keyphrases.map((phrase) => ({ name: phrase, path: searchPathOf(phrase) })),
		related: paper.related.flatMap(({ id: other, terms }) => {
			const found = source.indexed(other);
			return found ? [{ name: found.title, path: paperPath(found.slug), shares: terms }] : [];
		}),
		appearances: paper.appearances.map((appearance) => appearanceView(source, paper, appearance)),
		links: linksOfPaper(paper),
		lookups: lookupsOf(paper),
		disagreements: disagreementsOf(source, paper),
		found: enrichment && enrichmentInWords(enrichment),
		corrected: (catalogueOf(source).corrections.get(paper.id) ?? []).map(correctionInWords),
	};
}

/** The search for a phrase as it stands. */
function searchPathOf(phrase: string): SitePath {
	return `/search/?${new URLSearchParams({ q: `"${phrase}"` })}`;
}

/** What another address of a paper says: where the paper stands. */
export function aliasView(source: ArchiveSource, id: PaperId): Pick<PaperView, 'title' | 'path'> {
	const { title, slug } = source.indexed(id) ?? source.paper(id);
	return { title, path: paperPath(slug) };
}

function descriptionOf({ title, withdrawn }: Paper): string {
	return withdrawn === null ? `A paper in this archive: ${title}` : `A paper that was withdrawn: ${title}`;
}

function withdrawnSentence({ withdrawn }: Paper): string | null {
	if (withdrawn === null) return null;
	const when = withdrawn.date === null ? 'This paper was withdrawn' : `Withdrawn on ${dateInWords(withdrawn.date)}`;
	return withdrawn.reason === '' ? `${when}.` : `${when}: ${withdrawn.reason}`;
}

/** A list of items has its entries where they are counted anyway. */
function entryInWords(position: number, place: string): string {
	return place === `item ${position}` ? `entry ${position}` : `entry ${position}, ${place}`;
}

function appearanceView(source: ArchiveSource, paper: Paper, appearance: Paper['appearances'][number]): AppearanceView {
	const { listing, captured, position, at, values } = appearance;
	return {
		listing: listingLink(source, listing, position),
		captured: captured === null ? null : capturedInWords(captured),
		place: entryInWords(position, placeInWords(at)),
		values: [
			...(values.authorCount === null ? [] : [counted(values.authorCount, 'author')]),
			...(values.organization === null ? [] : [values.organization.name]),
			...(values.published === null ? [] : [publishedInWords(values)]),
			...attention(values),
		],
		title: values.title === paper.title ? null : values.title,
	};
}

function publishedInWords({ published, publishedYear }: Paper['appearances'][number]['values']): string {
	const note = publishedYear === 'inferred' ? ' (year inferred)' : '';
	return `published ${dateInWords(published ?? '')}${note}`;
}

const doneTo: Readonly<Record<string, string>> = {
	merged: 'put together with another paper',
	split: 'parted from another paper',
	withdrawn: 'withdrawn',
};

function correctionInWords({ field, reason, date }: AppliedCorrection): string {
	const what = doneTo[field] ?? `${fieldName(field)} corrected`;
	return `${what.charAt(0).toUpperCase()}${what.slice(1)} on ${dateInWords(date)}: ${reason}`;
}

const filledIn: Readonly<Record<AppliedEnrichment['fields'][number], string | null>> = {
	arxivId: 'arXiv id',
	authors: 'authors',
	// Follows from their names.
	authorCount: null,
	published: 'date of publication',
};

function enrichmentInWords({ source, confidence, asked, fields }: AppliedEnrichment): string {
	const what = fields.flatMap((field) => filledIn[field] ?? []).join(', ');
	return `Found on ${source} by its title, with a confidence of ${confidenceInWords(confidence)}, on ${dateInWords(asked)}: ${what}.`;
}

/** Cut, not rounded: what is not certain is never shown as 1. */
export function confidenceInWords(confidence: number): string {
	return (Math.floor(Math.round(confidence * 1000) / 10) / 100).toFixed(2);
}
