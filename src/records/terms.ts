import { z } from 'zod';
import type { IsoDate } from './dates.ts';
import { paperIdSchema, slugSchema } from './paper.ts';

/** A term whose share of papers changed. */
export const changedTermSchema = z.strictObject({
	/** As papers write it most often. */
	term: z.string(),
	/** Papers that have it, and papers that had it before. */
	papers: z.int(),
	before: z.int(),
	/** Dunning's G², how surprising the difference is. */
	surprise: z.number(),
	/** Whether no paper with a date before these has it. */
	first: z.boolean(),
	/** The newest of its papers, newest first. */
	ids: z.array(paperIdSchema),
	/** The newest of those that had it before, newest first, where it faded. */
	idsBefore: z.array(paperIdSchema),
});
export type ChangedTerm = z.infer<typeof changedTermSchema>;

/** A topic whose share of papers changed. */
export const changedTopicSchema = changedTermSchema
	.omit({ term: true, ids: true, idsBefore: true })
	.extend({ topic: slugSchema });
export type ChangedTopic = z.infer<typeof changedTopicSchema>;

/** Some papers of neighbouring periods: how many, and the first and the last of the periods. */
const spanSchema = z.strictObject({ from: z.string(), to: z.string(), papers: z.int() });

/** Which terms and topics rose and which faded in some papers against those before: a line of `content/archive/term-changes.jsonl`. */
export const termChangesSchema = z.strictObject({
	/** The period (`2025`, `2025-11`, `2025-W48`), or the topic whose newest papers are compared with its older ones. */
	of: z.union([z.strictObject({ period: z.string() }), z.strictObject({ topic: slugSchema })]),
	these: spanSchema,
	before: spanSchema,
	/** Most surprising first. */
	rising: z.array(changedTermSchema),
	fading: z.array(changedTermSchema),
	/** Topics of a period whose share changed, either way, most surprising first. */
	topics: z.array(changedTopicSchema),
});
export type TermChanges = z.infer<typeof termChangesSchema>;

/** `content/archive/terms.json`: what the counts of terms over time are counts of. */
export const termPeriodsSchema = z.strictObject({
	unit: z.enum(['month', 'quarter', 'year']),
	/** Every period that is counted, in order, and its papers. */
	periods: z.array(z.strictObject({ period: z.string(), of: z.int() })),
	/** A term has counts where so many papers have it. */
	least: z.int(),
	/** How many files of counts there are. */
	files: z.int(),
});
export type TermPeriods = z.infer<typeof termPeriodsSchema>;

/** The same with the day until which the last period is known; null where all of it is. */
export interface CountedPeriods extends TermPeriods {
	until: IsoDate | null;
}

/** `content/archive/terms/<n>.json`: by the keys of terms, pairs of a period's number and of how many papers have it. */
export const termCountsSchema = z.record(z.string(), z.array(z.int()));
export type TermCounts = z.infer<typeof termCountsSchema>;
