import type { z } from 'zod';
import { paperSchema } from './paper.ts';

/** A line of `data/papers/<shard>.jsonl.gz`: a paper without what only this site's own pages need. */
export const publishedPaperSchema = paperSchema.omit({ titleHtml: true, abstractHtml: true, related: true });
export type PublishedPaper = z.infer<typeof publishedPaperSchema>;
