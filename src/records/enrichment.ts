import { z } from 'zod';
import { isoDateSchema, partialDateSchema } from './dates.ts';
import { parseArxivId } from './ids.ts';
import { paperIdSchema } from './paper.ts';

/** From 0 to 1. */
const degree = z.number().min(0).max(1);

/** What speaks for two records being one paper; null where one of them does not say it. */
export const signsSchema = z.strictObject({
	/** How alike the titles are. */
	title: degree,
	/** How alike the abstracts are. */
	abstract: degree.nullable(),
	/** How many of the authors whom a listing names are the candidate's. */
	authorNames: degree.nullable(),
	/** Whether there are as many authors as a listing counts, where it names none. */
	authorCount: z.boolean().nullable(),
	/** Whether the dates of publication are less than a week or so apart. */
	published: z.boolean().nullable(),
});
export type Signs = z.infer<typeof signsSchema>;

/** A paper of arXiv that is taken for one of the archive. */
export const foundPaperSchema = z.strictObject({
	/** Without version. */
	arxivId: z.string().refine((id) => parseArxivId(id)?.arxivId === id, 'It is no arXiv id without version.'),
	/** The one that arXiv showed. */
	version: z.int().min(1).nullable(),
	title: z.string().min(1),
	/** Names, in their order. */
	authors: z.array(z.string().min(1)),
	/** The date of the first version. */
	published: partialDateSchema.nullable(),
	/** From 0 to 1, and what it is made of. */
	confidence: degree,
	signs: signsSchema,
});
export type FoundPaper = z.infer<typeof foundPaperSchema>;

/** A line of `content/enrichment/arxiv.jsonl`: what arXiv answered when it was asked for a title. */
export const enrichmentSchema = z.strictObject({
	/** The id that the paper had then. */
	paper: paperIdSchema,
	/** The title that was asked for. */
	title: z.string().min(1),
	/** The day, UTC. */
	asked: isoDateSchema,
	/** Null when nothing was near enough, or more than one was. */
	found: foundPaperSchema.nullable(),
});
/** With the line of its file. */
export type Enrichment = z.infer<typeof enrichmentSchema> & { line: number };
