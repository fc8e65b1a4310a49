import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';
import { reportedListingSchema, topicFrontMatterSchema } from './records/archive.ts';
import { siteArchive } from './store/site-archive.ts';

/** What a reader new to the topic should know; the front matter is read by the analysis too. */
const topics = defineCollection({
	loader: glob({ base: process.env['DAYBOOK_TOPICS'] ?? 'content/topics', pattern: ['*.md', '!README*'] }),
	schema: topicFrontMatterSchema,
});

/** Prose about the archive itself. */
const pages = defineCollection({
	loader: glob({ base: 'content/pages', pattern: '*.md' }),
	schema: z.strictObject({ title: z.string(), description: z.string() }),
});

/** Every captured listing and how it was read. */
const listings = defineCollection({
	loader: () => siteArchive().report.listings.map((listing) => ({ id: listing.file, ...listing })),
	schema: reportedListingSchema.extend({ id: z.string() }),
});

/** The shards that hold the papers; a paper is read from its shard by `store`, since an entry each would not fit in memory. */
const shards = defineCollection({
	loader: () => siteArchive().summary.shards.map(({ name, papers }) => ({ id: name, papers })),
	schema: z.strictObject({ id: z.string(), papers: z.int() }),
});

export const collections = { topics, pages, listings, shards };
