import { z } from 'zod';
import { sentErrorSchema } from '../../errors.ts';

/** What the process that makes one segment is told. */
export const segmentJobSchema = z.strictObject({
	dist: z.string(),
	/** The shards that hold its papers. */
	shards: z.array(z.string()),
	/** Its papers, in the order in which they are indexed. */
	ids: z.array(z.string()),
	/** A folder that does not exist yet. */
	output: z.string(),
});
export type SegmentJob = z.infer<typeof segmentJobSchema>;

/** What it answers: the hash that Pagefind gave the index, or why there is none. */
export const segmentAnswerSchema = z.union([
	z.strictObject({ hash: z.string() }),
	z.strictObject({ failed: sentErrorSchema }),
]);
export type SegmentAnswer = z.infer<typeof segmentAnswerSchema>;
