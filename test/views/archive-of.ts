import type { z } from 'zod';
import { countPapers } from '../../src/analysis/counts.ts';
import { indexOf, shardsOf } from '../../src/archive/index-of.ts';
import { reportedListingSchema, type SharedAddress } from '../../src/records/archive.ts';
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
	topics?: { slug: string; name: string }[];
	listings?: Partial<z.input<typeof reportedListingSchema>>[];
	shared?: SharedAddress[];
}

/** An archive of these papers in memory. */
export function archiveOf(
	papers: readonly Paper[],
	{ topics = [], listings = [{}], shared = [] }: Extras = {},
): ArchiveSource {
	const shards = shardsOf(papers);
	const index = indexOf(shards);
	const byId = new Map(papers.map((paper) => [paper.id, paper]));
	const taxonomy = topics.map(({ slug, name }) => ({ slug: slugSchema.parse(slug), name }));
	return {
		index,
		indexed: (id) => index.find((paper) => paper.id === id),
		paper(id) {
			const paper = byId.get(id);
			if (!paper) throw new Error(`no paper ${id}`);
			return paper;
		},
		summary: {
			papers: papers.length,
			...countPapers(papers, taxonomy),
			shared,
			shards: shards.map(({ name, papers: { length } }) => ({ name, papers: length })),
		},
		report: {
			papers: papers.length,
			entries: papers.length,
			merged: 0,
			conflicts: 0,
			listings: listings.map((parts) =>
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
			),
		},
	};
}
