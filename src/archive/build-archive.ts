import { countPapers } from '../analysis/counts.ts';
import { keyphrases } from '../analysis/keyphrases.ts';
import { countKnown } from '../analysis/known.ts';
import { relatedPapers } from '../analysis/related.ts';
import { topicRecogniser } from '../analysis/topics.ts';
import { Lexicon } from '../analysis/words.ts';
import { mergeListings } from '../listings/merge.ts';
import type { MergedPaper } from '../listings/merged-paper.ts';
import { cleanText } from '../markup/clean.ts';
import { linksOf, renderAbstract } from '../markup/render.ts';
import type { Archive, Topic } from '../records/archive.ts';
import type { Correction } from '../records/correction.ts';
import type { Enrichment } from '../records/enrichment.ts';
import type { Link } from '../records/listing.ts';
import type { Paper, Slug } from '../records/paper.ts';
import { answersOf } from './answers.ts';
import { archivedTerms } from './archived-terms.ts';
import { correctPapers } from './correct-papers.ts';
import { enrichPapers, shownWith } from './enrich-papers.ts';
import { leastConfidence } from './found-by-title.ts';
import { indexOf, shardsOf, withdrawnOf } from './index-of.ts';
import { countSources, listingContents } from './listing-contents.ts';
import { newestCapture } from './newest-capture.ts';
import { type PaperText, paperText } from './paper-text.ts';
import type { ReadListings } from './read-listings.ts';
import { reportOf } from './report-of.ts';
import { withoutContent } from './withdrawn.ts';

/**
 * The archive of these listings: merged, corrected, enriched, marked up, analysed. A pure function; no order of
 * listings, topics or answers matters.
 */
export function buildArchive(
	{ listings, refused }: ReadListings,
	topics: readonly Topic[],
	corrections: readonly Correction[] = [],
	enrichments: readonly Enrichment[] = [],
): Archive {
	const merged = mergeListings(listings, corrections);
	// Also of answers that were kept when less was enough.
	const sure = enrichments.filter(({ found }) => found === null || found.confidence >= leastConfidence);
	const answers = answersOf(merged.papers, sure);
	const corrected = correctPapers(merged, corrections, shownWith(answers));
	const inOrder = [...topics].sort((a, b) => (a.slug < b.slug ? -1 : 1));
	const recognise = topicRecogniser(inOrder);
	const fieldsOf = Map.groupBy(corrected.applied, ({ paper }) => paper);
	const enriched = enrichPapers(
		corrected.papers,
		answers,
		(id) => new Set(fieldsOf.get(id)?.map(({ field }) => field)),
	);
	const found = sure.filter((each) => each.found !== null);
	const foundFields = new Map(enriched.applied.map(({ paper, fields }) => [paper, fields]));
	const known = enriched.papers.map(withoutContent);
	const texts = known.map(paperText);
	const papers = known.map((paper, nth) => ({
		...withText(paper, texts[nth] ?? paperText(paper), recognise),
		corrected: [
			...new Set([...(fieldsOf.get(paper.id)?.map(({ field }) => field) ?? []), ...(foundFields.get(paper.id) ?? [])]),
		],
	}));
	const shown = papers.filter(({ withdrawn }) => withdrawn === null);
	const { related, phrases } = relationsOf(shown);
	const complete = papers.map(
		(paper) =>
			({
				...paper,
				keyphrases: phrases.get(paper.id) ?? [],
				related: related.get(paper.id) ?? [],
			}) satisfies Paper,
	);
	const shards = shardsOf(complete);
	const report = reportOf({ listings, refused }, merged, complete, texts, {
		corrections: { applied: corrected.applied.length, problems: corrected.problems },
		enrichment: {
			applied: enriched.applied,
			notNeeded: found.length - enriched.applied.length - enriched.problems.length,
			problems: enriched.problems,
		},
	});
	const index = indexOf(shards);
	const counts = countPapers(shown, inOrder);
	const disagree = new Set(shown.flatMap(({ id, conflicts }) => (conflicts.length === 0 ? [] : [id])));
	return {
		papers: shards.flatMap((shard) => shard.papers),
		index,
		summary: {
			papers: shown.length,
			...counts,
			newest: newestCapture(shown, report.listings),
			known: countKnown(shown),
			sources: countSources({ listings, refused }),
			shared: merged.shared,
			withdrawn: withdrawnOf(shards),
			conflicting: index.flatMap(({ id }) => (disagree.has(id) ? [id] : [])),
			corrections: corrected.applied,
			shards: shards
				.map(({ name, papers: all }) => ({ name, papers: all.filter(({ withdrawn }) => withdrawn === null).length }))
				.filter((shard) => shard.papers > 0),
		},
		report,
		listings: listingContents({ listings, refused }, complete),
		terms: archivedTerms(shown, index, { papers: shown.length, ...counts }),
	};
}

/** What papers have in common, and what each is about: their words are read once for both, and then forgotten. */
function relationsOf(papers: readonly Paper[]) {
	const lexicon = new Lexicon();
	const related = relatedPapers(papers, lexicon);
	return { related, phrases: keyphrases(papers, lexicon) };
}

/** The text of a paper as readers see it, and the topics it is recognised by. Keys in the order of the contract. */
function withText(
	merged: MergedPaper,
	{ title, abstract }: PaperText,
	recognise: (text: { title: string; abstract: string | null }) => Slug[],
): Paper {
	const forSearch = [title.searchText, abstract?.searchText ?? null].filter((text) => text !== null).join(' ');
	return {
		id: merged.id,
		ids: merged.ids,
		slug: merged.slug,
		aliases: merged.aliases,
		title: title.text,
		titleHtml: title.html,
		abstract: abstract?.text ?? null,
		abstractHtml: abstract?.html ?? null,
		abstractCut: merged.abstractCut,
		summary: merged.summary === null ? null : renderAbstract(merged.summary).text,
		authorCount: merged.authorCount,
		authors: merged.authors.map(({ name, url }) => ({ name: cleanText(name), url })),
		organization: merged.organization && { ...merged.organization, name: cleanText(merged.organization.name) },
		published: merged.published,
		publishedYear: merged.publishedYear,
		listedOn: merged.listedOn,
		listedAlso: merged.listedAlso,
		comments: merged.comments,
		upvotes: merged.upvotes,
		arxivId: merged.arxivId,
		version: merged.version,
		doi: merged.doi,
		venue: merged.venue,
		language: merged.language,
		withdrawn: merged.withdrawn,
		links: withLinksOfAbstract(merged),
		topics: merged.withdrawn === null ? recognise({ title: title.text, abstract: abstract?.text ?? null }) : [],
		keyphrases: [],
		related: [],
		appearances: merged.appearances,
		conflicts: merged.conflicts,
		corrected: [],
		searchText: merged.withdrawn === null ? forSearch || null : null,
	};
}

/** What the source names, then what the abstract does. */
function withLinksOfAbstract({ links, abstract }: MergedPaper): Link[] {
	const byUrl = new Map(links.map((link) => [link.url, link]));
	for (const link of abstract === null ? [] : linksOf(abstract)) {
		if (!byUrl.has(link.url)) byUrl.set(link.url, link);
	}
	return [...byUrl.values()];
}
