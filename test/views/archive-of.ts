import type { z } from 'zod';
import { countPapers } from '../../src/analysis/counts.ts';
import { countKnown } from '../../src/analysis/known.ts';
import { archivedTerms } from '../../src/archive/archived-terms.ts';
import { indexOf, shardsOf } from '../../src/archive/index-of.ts';
import { newestCapture } from '../../src/archive/newest-capture.ts';
import { type AppliedEnrichment, reportedListingSchema, type SharedAddress } from '../../src/records/archive.ts';
import { type ListingContents, listingKey } from '../../src/records/listing-contents.ts';
import { type Paper, paperSchema, slugSchema } from '../../src/records/paper.ts';
import type { ArchiveSource } from '../../src/views/source.ts';

type PaperParts = Partial<z.input<typeof paperSchema>>;

/** A paper of which little is known, and what the test says. */
export function paperOf(parts: PaperParts = {}): Paper {
	return paperSchema.parse({
		id: 'arxiv:2501.00001',
		ids: [],
		slug: 'a-paper',
		aliases: [],
		title: 'A paper',
		titleHtml: parts.title ?? 'A paper',
		abstract: null,
		abstractHtml: null,
		abstractCut: null,
		summary: null,
		authorCount: null,
		authors: [],
		organization: null,
		published: null,
		publishedYear: null,
		listedOn: null,
		listedAlso: [],
		comments: null,
		upvotes: null,
		arxivId: null,
		version: null,
		doi: null,
		venue: null,
		language: null,
		withdrawn: null,
		links: [],
		topics: [],
		keyphrases: [],
		related: [],
		appearances: [appearanceOf()],
		conflicts: [],
		corrected: [],
		searchText: null,
		...parts,
	});
}

type AppearanceParts = Partial<NonNullable<PaperParts['appearances']>[number]>;

export function appearanceOf(parts: AppearanceParts = {}): NonNullable<PaperParts['appearances']>[number] {
	return {
		listing: 'source/first.txt',
		captured: null,
		position: 1,
		at: [1, 4],
		values: {
			title: 'A paper',
			authorCount: null,
			organization: null,
			published: null,
			publishedYear: null,
			comments: null,
			upvotes: null,
		},
		...parts,
	};
}

/** Papers `nth` of which has the date that is given for it. */
export function papersOn(dates: readonly (string | null)[], parts: PaperParts = {}): Paper[] {
	return dates.map((published, nth) => {
		const number = String(nth).padStart(5, '0');
		return paperOf({ id: `arxiv:2501.${number}`, slug: `paper-${number}`, title: `Paper ${nth}`, published, ...parts });
	});
}

interface Extras {
	topics?: { slug: string; name: string; parent?: string }[];
	listings?: Partial<z.input<typeof reportedListingSchema>>[];
	shared?: SharedAddress[];
	enrichments?: AppliedEnrichment[];
	/** What is kept of the first listing, where it is not what the papers and the report say. */
	contents?: Partial<ListingContents>;
}

/** An archive of these papers in memory. */
export function archiveOf(
	papers: readonly Paper[],
	{ topics = [], listings = [{}], shared = [], enrichments = [], contents = {} }: Extras = {},
): ArchiveSource {
	const shards = shardsOf(papers);
	const index = indexOf(shards);
	const byId = new Map(papers.map((paper) => [paper.id, paper]));
	const taxonomy = topics.map(({ slug, name, parent }) => ({
		slug: slugSchema.parse(slug),
		name,
		parent: parent === undefined ? null : slugSchema.parse(parent),
	}));
	const reported = listings.map((parts) =>
		reportedListingSchema.parse({
			file: 'source/first.txt',
			sha256: 'ab'.repeat(32),
			dialect: 'huggingface-text',
			captured: null,
			capturedFrom: null,
			day: null,
			entries: papers.length,
			problems: [],
			...parts,
		}),
	);
	const counts = countPapers(papers, taxonomy);
	const terms = archivedTerms(papers, index, { papers: papers.length, ...counts });
	return {
		index,
		termChanges: terms.changes,
		termPeriods: terms.periods,
		termCounts: (file) => terms.counts[file] ?? {},
		indexed: (id) => index.find((paper) => paper.id === id),
		paper(id) {
			const paper = byId.get(id);
			if (!paper) throw new Error(`no paper ${id}`);
			return paper;
		},
		listing(key) {
			const files = reported.filter((listing) => listingKey(listing) === key).map(({ file }) => file);
			const entries = papers.flatMap(({ id, appearances }) =>
				appearances
					.filter(({ listing }) => listing === files[0])
					.map(({ position, at, values: { title } }) => ({ position, at, paper: id, title })),
			);
			return {
				key,
				files: files.map((file) => ({ file, source: null, url: null, rights: null })),
				entries: entries.sort((a, b) => a.position - b.position),
				excerpts: [],
				...contents,
			};
		},
		summary: {
			papers: papers.length,
			...counts,
			newest: newestCapture(papers, reported),
			known: countKnown(papers),
			sources: [{ source: null, listings: reported.length, entries: papers.length, rights: [] }],
			shared,
			withdrawn: [],
			conflicting: papers.filter(({ conflicts }) => conflicts.length > 0).map(({ id }) => id),
			corrections: [],
			shards: shards.map(({ name, papers: { length } }) => ({ name, papers: length })),
		},
		report: {
			papers: papers.length,
			entries: papers.length,
			merged: 0,
			conflicts: 0,
			corrections: { applied: 0, problems: [] },
			enrichment: { applied: enrichments, notNeeded: 0, problems: [] },
			text: { papers: 0, changes: {}, unparsed: [] },
			listings: reported,
		},
	};
}
