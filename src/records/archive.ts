import { z } from 'zod';
import { capturedSchema, isoDateSchema, partialDateSchema } from './dates.ts';
import { itemsSchema, linesSchema, problemSchema } from './listing.ts';
import type { ListingContents } from './listing-contents.ts';
import { type Paper, paperIdSchema, slugSchema } from './paper.ts';
import type { TermChanges, TermCounts, TermPeriods } from './terms.ts';

/** One listing in `report.json`. A file that could not be read has a null dialect and no accounting. */
export const reportedListingSchema = z.strictObject({
	file: z.string(),
	/** Null when the file could not be opened. */
	sha256: z.string().nullable(),
	dialect: z.string().nullable(),
	captured: capturedSchema.nullable(),
	capturedFrom: z.enum(['sidecar', 'name', 'content']).nullable(),
	day: isoDateSchema.nullable(),
	entries: z.int(),
	lines: linesSchema.optional(),
	items: itemsSchema.optional(),
	problems: z.array(problemSchema),
});
export type ReportedListing = z.infer<typeof reportedListingSchema>;

/** A correction of a paper that was made: its field, or `merged`, `split` or `withdrawn`. */
export const appliedCorrectionSchema = z.strictObject({
	paper: paperIdSchema,
	field: z.string(),
	reason: z.string(),
	date: isoDateSchema,
});
export type AppliedCorrection = z.infer<typeof appliedCorrectionSchema>;

/** The fields that can be filled in where no listing says them. */
const enrichedFieldSchema = z.enum(['arxivId', 'authors', 'authorCount', 'published']);
export type EnrichedField = z.infer<typeof enrichedFieldSchema>;

/** What was filled in of a paper that was found by its title. */
export const appliedEnrichmentSchema = z.strictObject({
	paper: paperIdSchema,
	fields: z.array(enrichedFieldSchema).min(1),
	/** Where it was found. */
	source: z.literal('arXiv'),
	arxivId: z.string(),
	/** From 0 to 1. */
	confidence: z.number().min(0).max(1),
	/** The day on which the source was asked. */
	asked: isoDateSchema,
});
export type AppliedEnrichment = z.infer<typeof appliedEnrichmentSchema>;

/** `content/archive/report.json`. */
export const reportSchema = z.strictObject({
	papers: z.int(),
	entries: z.int(),
	/** How many entries were merged into another's paper: entries − papers. */
	merged: z.int(),
	listings: z.array(reportedListingSchema),
	/** How many fields of papers have values that disagree. */
	conflicts: z.int(),
	/** Of what `corrections.yaml` says, how much was done, and what could not be. */
	corrections: z.strictObject({ applied: z.int(), problems: z.array(problemSchema) }),
	/** What was filled in of papers found by their titles, by id; how many finds are not needed; what could not be used. */
	enrichment: z.strictObject({
		applied: z.array(appliedEnrichmentSchema),
		notNeeded: z.int(),
		problems: z.array(problemSchema),
	}),
	/** What was done to titles and abstracts so that they read as in the paper. */
	text: z.strictObject({
		/** Of how many papers something was changed. */
		papers: z.int(),
		/** How often, by code. */
		changes: z.record(z.string(), z.int()),
		/** Formulas that do not parse, which are shown as they were captured. */
		unparsed: z.array(z.strictObject({ paper: paperIdSchema, formula: z.string() })),
	}),
});
export type Report = z.infer<typeof reportSchema>;

/** What every page may know of a paper without opening its shard: a line of `content/archive/index.jsonl`. */
export const indexedPaperSchema = z.strictObject({
	id: paperIdSchema,
	slug: slugSchema,
	aliases: z.array(slugSchema),
	title: z.string(),
	/** `dateOf` the paper. */
	date: partialDateSchema.nullable(),
	topics: z.array(slugSchema),
	comments: z.int().nullable(),
	upvotes: z.int().nullable(),
	/**
	 * What it gained in upvotes within so many hours, from the first to the last capture that know them, and what in
	 * comments; null where upvotes are not known at two times.
	 */
	momentum: z.strictObject({ upvotes: z.int(), comments: z.int().nullable(), hours: z.int() }).nullable(),
	/** The start of the abstract, else of the summary: at most 240 characters, cut at a word, without an ellipsis. */
	lead: z.string().nullable(),
	/** Whether more follows the lead. */
	leadCut: z.boolean(),
	/** The first three names. */
	authors: z.array(z.string()).max(3),
	/** As many as are named or counted, whichever is more; null when neither is known. */
	authorCount: z.int().nullable(),
	/** By the address of its page, with the name that this paper gives it. */
	organization: z.strictObject({ slug: slugSchema, name: z.string() }).nullable(),
	/** BCP 47. */
	titleLanguage: z.string().nullable(),
	/** Name of the shard that holds its record, without extension. */
	shard: z.string(),
});
export type IndexedPaper = z.infer<typeof indexedPaperSchema>;

/** An address that several papers would share: its page lists them. */
export const sharedAddressSchema = z.strictObject({ slug: slugSchema, ids: z.array(paperIdSchema).min(2) });
export type SharedAddress = z.infer<typeof sharedAddressSchema>;

/** A term that recognises a topic: a text, or a text with its weight (1 when not said). */
export const topicTermSchema = z.union([
	z.string().min(2),
	z.strictObject({ term: z.string().min(2), weight: z.number().positive() }),
]);

/** The front matter of `content/topics/<slug>.md`. */
export const topicFrontMatterSchema = z.strictObject({
	name: z.string().min(1),
	terms: z.array(topicTermSchema).min(1),
	'not-terms': z.array(z.string().min(2)).default([]),
	parent: slugSchema.optional(),
});

/** A topic as the analysis sees it. */
export interface Topic {
	slug: z.infer<typeof slugSchema>;
	name: string;
	terms: { term: string; weight: number }[];
	notTerms: string[];
	parent: z.infer<typeof slugSchema> | null;
}

/**
 * `content/archive/archive.json`: the archive's counts and shared addresses.
 * Small: nothing in it grows with the number of papers but `shared` and the organisations.
 */
export const summarySchema = z.strictObject({
	papers: z.int(),
	undated: z.int(),
	topics: z.array(
		z.strictObject({ slug: slugSchema, name: z.string(), parent: slugSchema.nullable(), papers: z.int() }),
	),
	/** Organisations that papers name, by slug; the name is the commonest. */
	organizations: z.array(z.strictObject({ slug: slugSchema, name: z.string(), papers: z.int() })),
	/** Papers and papers of each topic, for every month that holds a paper whose month is known. */
	months: z.array(
		z.strictObject({
			month: z.string().regex(/^\d{4}-\d{2}$/),
			papers: z.int(),
			topics: z.record(slugSchema, z.int()),
		}),
	),
	/** The same for years; papers of which only the year is known count here. */
	years: z.array(
		z.strictObject({ year: z.string().regex(/^\d{4}$/), papers: z.int(), topics: z.record(slugSchema, z.int()) }),
	),
	/** The newest day that listings say they were captured on, and how many papers are in no listing but that day's. */
	newest: z.strictObject({ captured: isoDateSchema, listings: z.int(), entries: z.int(), papers: z.int() }).nullable(),
	/** Of how many papers each of these is known. */
	known: z.strictObject({
		abstract: z.int(),
		date: z.int(),
		/** A full date. */
		day: z.int(),
		/** A date of publication whose year was inferred. */
		inferredYear: z.int(),
		authorNames: z.int(),
		/** Their names, or at least their number. */
		authorCount: z.int(),
		organization: z.int(),
		arxivId: z.int(),
		doi: z.int(),
		/** An address of code. */
		code: z.int(),
		comments: z.int(),
		upvotes: z.int(),
		/** At least one. */
		topics: z.int(),
	}),
	/** Who showed the listings (null where nobody said), most entries first, and the terms that their sidecars name. */
	sources: z.array(
		z.strictObject({
			source: z.string().nullable(),
			/** Files, copies and those that could not be read too. */
			listings: z.int(),
			entries: z.int(),
			rights: z.array(z.strictObject({ licence: z.string().nullable(), note: z.string().nullable() })),
		}),
	),
	shared: z.array(sharedAddressSchema),
	/** Papers that are shown no more: each has a page that says so, and is nowhere else. */
	withdrawn: z.array(
		z.strictObject({
			id: paperIdSchema,
			slug: slugSchema,
			aliases: z.array(slugSchema),
			title: z.string(),
			shard: z.string(),
		}),
	),
	/** Papers on which listings disagree, in the order of the index. */
	conflicting: z.array(paperIdSchema),
	/** What maintainers corrected, in the order of the corrections. */
	corrections: z.array(appliedCorrectionSchema),
	shards: z.array(z.strictObject({ name: z.string(), papers: z.int() })),
});
export type Summary = z.infer<typeof summarySchema>;

/** All papers, the report on their listings, and what pages need beside them. */
export interface Archive {
	/** In the order of shards, then of ids. */
	papers: Paper[];
	/** Oldest first, undated before all; then by id. */
	index: IndexedPaper[];
	summary: Summary;
	report: Report;
	/** By key. */
	listings: ListingContents[];
	/** Which terms rose and faded, and how many papers of each period have each term. */
	terms: { changes: TermChanges[]; periods: TermPeriods; counts: TermCounts[] };
}
